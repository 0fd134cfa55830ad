const FORMS = [
  /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/,
  /^(\d{4})[-./年](\d{1,2})月?(?:底|末)?(?:前)?$/,
  /^(\d{4})年?(?:底|末)?(?:前)?$/,
];

/** 2027-03-31 as 2027年3月31日; what isn't a date as it is. */
export function dateWords(date: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (match === null) return date;
  const [, year, month, day] = match;
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}

/** What a person types for a date, as it is stored; the server refuses what is none. Empty: no date. */
export function dateTyped(text: string): string | null {
  const typed = text.trim().replace(/\s+/g, '');
  if (typed === '') return null;
  for (const form of FORMS) {
    const match = form.exec(typed);
    if (match !== null)
      return match
        .slice(1)
        .map((part) => part.padStart(2, '0'))
        .join('-');
  }
  return typed;
}
