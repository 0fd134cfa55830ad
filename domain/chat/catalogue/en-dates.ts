const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026年12月21日 → 21 Dec 2026, wherever it stands in a text. */
export const englishDates = (text: string): string =>
  text.replace(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g, (_, year: string | undefined, month: string, date: string) =>
    [date, MONTHS[Number(month) - 1], ...(year === undefined ? [] : [year])].join(' '),
  );
