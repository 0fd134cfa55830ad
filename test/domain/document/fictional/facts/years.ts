import type { Random } from '../random.ts';

const pad = (number: number) => String(number).padStart(2, '0');
export const month = (year: number, of: number): string =>
  `${year + Math.floor((of - 1) / 12)}-${pad(((of - 1) % 12) + 1)}`;

/** First and last month of each phase, as `YYYY-MM`, one after the other from the month of issue on. */
export function phaseMonths(
  { between, chance }: Random,
  year: number,
  from: number,
  count: number,
): { start: string; end: string }[] {
  const months: { start: string; end: string }[] = [];
  let at = from;
  for (let index = 0; index < count; index++) {
    const length = index === 0 || index === count - 1 ? between(1, 3) : between(3, 14);
    months.push({ start: month(year, at), end: month(year, at + length - 1) });
    // Phases may touch in one month, as plans print them.
    at += chance(0.15) && length > 1 ? length - 1 : length;
  }
  return months;
}

const lastDay = (of: string): number =>
  new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)), 0)).getUTCDate();

/** The same windows by days: from the 1st or the 11th, to the last day or the 20th. */
export const byDays = ({ start, end }: { start: string; end: string }) => ({
  start: `${start}-01`,
  end: `${end}-${pad(lastDay(end))}`,
});

export function issueDay({ between }: Random, year: number, of: number): string {
  return `${month(year, of)}-${pad(between(1, 28))}`;
}
