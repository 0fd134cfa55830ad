/*
 * Writes years.ts from chinese-days, so that nothing reads a holiday table from a package at run time.
 * Run after a new version of the package: TZ=Asia/Shanghai node seeds/calendar/generate.ts
 * The package counts every weekday of a year it lacks as worked; only years it lists are taken from it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FIRST_YEAR = 2004;
const LAST_YEAR = 2035;

if (process.env['TZ'] !== 'Asia/Shanghai')
  throw new Error('run with TZ=Asia/Shanghai: chinese-days reckons in the machine zone');

const require = createRequire(import.meta.url);
const root = require.resolve('chinese-days/package.json').replace('package.json', '');
const { version } = require('chinese-days/package.json') as { version: string };
const table = JSON.parse(readFileSync(`${root}dist/chinese-days.json`, 'utf8')) as Record<
  'holidays' | 'workdays',
  Record<string, string>
>;
const lunar = require('chinese-days') as {
  getSolarDateFromLunar(lunarDate: string): { date: string };
  getSolarTermDate(year: number, month: number, term: string): string;
};

const inYear = (dates: Record<string, string>, year: number): string[] =>
  Object.keys(dates)
    .filter((date) => date.startsWith(`${year}-`))
    .sort();

const before = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** The 13 days of the 2025 rule (State Council order 795): 元旦 1, 春节 4 with 除夕, 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3. */
function statutoryDays(year: number): string[] {
  const solar = (month: number, day: number): string => lunar.getSolarDateFromLunar(`${year}-${month}-${day}`).date;
  const newYear = solar(1, 1);
  const days = [
    `${year}-01-01`,
    before(newYear),
    newYear,
    solar(1, 2),
    solar(1, 3),
    lunar.getSolarTermDate(year, 4, 'pure_brightness'),
    `${year}-05-01`,
    `${year}-05-02`,
    solar(5, 5),
    solar(8, 15),
    `${year}-10-01`,
    `${year}-10-02`,
    `${year}-10-03`,
  ];
  return [...new Set(days)].sort();
}

const days = (dates: string[]): string => `'${dates.map((date) => date.slice(5)).join(' ')}'`;

const rows: string[] = [];
for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
  const published = inYear(table.holidays, year);
  const rest = published.length > 0 ? published : statutoryDays(year);
  rows.push(
    published.length > 0
      ? `  published(\n    ${year},\n    ${days(rest)},\n    ${days(inYear(table.workdays, year))},\n  ),\n`
      : `  provisional(${year}, ${days(rest)}),\n`,
  );
}

const text = `/* Written by generate.ts from chinese-days ${version}: don't edit. Days are MM-DD: rest, then worked weekend days. */
import { provisional, published } from './year.ts';
import type { SeedCalendarYear } from './year.ts';

export const CALENDAR_YEARS: SeedCalendarYear[] = [
${rows.join('')}];
`;
writeFileSync(new URL('years.ts', import.meta.url), text);
