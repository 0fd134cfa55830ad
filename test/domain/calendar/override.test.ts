import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mergeOverride } from '../../../domain/calendar/merge-override.ts';
import { parseCalendarOverride } from '../../../domain/calendar/schema.ts';
import { dayKind, workingDaysBetween } from '../../../domain/calendar/working-days.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';

const file = {
  year: 2027,
  published: true,
  rest: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-10-01'],
  work: ['2027-02-14'],
  source: '通知',
};
const codes = (input: unknown): string[] => {
  const result = parseCalendarOverride(input);
  return result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`);
};

describe('a calendar file that an operator brings', () => {
  it('replaces a provisional year, as the next version, and leaves the old calendar alone', () => {
    const read = parseCalendarOverride(file);
    if (!read.ok) throw new Error('should read');
    const next = mergeOverride(calendar, read.override);
    expect(next.version).toBe(calendar.version + 1);
    expect(dayKind(next, '2027-02-14')).toEqual({ kind: 'makeup', provisional: false });
    expect(dayKind(next, '2027-02-09')).toEqual({ kind: 'holiday', provisional: false });
    expect(dayKind(calendar, '2027-02-14')).toEqual({ kind: 'weekend', provisional: true });
    expect(workingDaysBetween(next, '2027-02-04', '2027-02-15')).toBe(
      workingDaysBetween(calendar, '2027-02-04', '2027-02-15') - 1 + 1,
    );
  });

  it('adds a year that the calendar lacks', () => {
    const next = mergeOverride(
      { version: 4, years: [] },
      { year: 2027, published: true, rest: ['2027-01-01'], work: [] },
    );
    expect(next).toEqual({ version: 5, years: [{ year: 2027, published: true, rest: ['2027-01-01'], work: [] }] });
  });

  it('lets a New Year holiday begin in the December before', () => {
    const read = parseCalendarOverride({ ...file, rest: ['2026-12-31', ...file.rest], work: ['2026-12-27'] });
    if (!read.ok) throw new Error('should read');
    const next = mergeOverride(calendar, read.override);
    expect(dayKind(next, '2026-12-31').kind).toBe('holiday');
    expect(dayKind(next, '2026-12-27').kind).toBe('makeup');
    expect(dayKind(next, '2026-10-10').kind).toBe('makeup');
  });

  it.each([
    ['a day of another year', { ...file, rest: [...file.rest, '2028-01-01'] }, ['rest[5] calendar.other-year']],
    ['a day twice', { ...file, rest: [...file.rest, '2027-01-01'] }, ['rest[5] calendar.twice']],
    ['a day both off and worked', { ...file, rest: [...file.rest, '2027-02-14'] }, ['work[0] calendar.rest-and-work']],
    ['a make-up day that is a weekday', { ...file, work: ['2027-02-15'] }, ['work[0] calendar.makeup-on-weekday']],
    ['no National Day', { ...file, rest: ['2027-01-01'] }, ['rest calendar.statutory-day-missing']],
    ['no real date', { ...file, work: ['2027-02-30'] }, ['work[0] date']],
    ['a key it does not know', { ...file, note: '' }, [' unknown_key']],
    ['an unpublished year', { ...file, published: false }, ['published wrong_value']],
    ['no source', { year: 2027, published: true, rest: file.rest, work: [] }, ['source missing']],
    ['no object', [], [' wrong_type']],
  ])('refuses %s, naming the place and the rule', (_, input, expected) => expect(codes(input)).toEqual(expected));

  it('comes with an example that repeats the published 2026', () => {
    const example: unknown = JSON.parse(
      readFileSync(new URL('../../../seeds/calendar/override.example.json', import.meta.url), 'utf8'),
    );
    const read = parseCalendarOverride(example);
    if (!read.ok) throw new Error('should read');
    expect(mergeOverride(calendar, read.override).years).toEqual(calendar.years);
  });
});
