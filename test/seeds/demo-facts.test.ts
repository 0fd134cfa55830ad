import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dueInstants } from '../../domain/calendar/due.ts';
import { instantAt } from '../../domain/calendar/local-time.ts';
import { isWorkday } from '../../domain/calendar/working-days.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE } from '../../domain/plan/policy.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import { dayAt, monthAt, printed } from '../../seeds/demo/dates.ts';
import { demoBoardDate, demoFacts } from '../../seeds/demo/facts.ts';
import { DEMO_KEY_MONTHLY_DAY } from '../../seeds/demo/policy.ts';
import { DEMO_COUNTIES } from '../../seeds/demo/units.ts';

const facts = demoFacts();
const text = readFileSync(new URL('../../seeds/demo/plan.txt', import.meta.url), 'utf8');
const tasksText = text.slice(text.indexOf('三、重点任务'), text.indexOf('四、实施步骤'));

describe('the demo plan', () => {
  it('has sixteen tasks, twelve units of which three are counties, and a group for the counties', () => {
    expect(facts.tasks).toHaveLength(16);
    const units = facts.units.filter(({ kind }) => kind !== 'group');
    expect(units.map(({ short }) => short).join(' ')).toBe(
      '知产 财政 科技 工信 教育 公安 法院 检察 农业 东城 西山 临江',
    );
    expect(units.filter(({ kind }) => kind === 'county').map(({ name }) => name)).toEqual(DEMO_COUNTIES);
    expect(facts.units.find(({ kind }) => kind === 'group')?.members).toEqual(DEMO_COUNTIES);
    expect(units.filter(({ relation }) => relation === 'independent').map(({ short }) => short)).toEqual([
      '法院',
      '检察',
    ]);
  });

  it('has tasks with two leads, a task without units and key tasks', () => {
    const numbers = (which: (task: (typeof facts.tasks)[number]) => boolean) =>
      facts.tasks.filter(which).map(({ no }) => no);
    expect(numbers(({ leadUnits }) => leadUnits.length === 2)).toEqual(['(六)', '(十一)']);
    expect(numbers((task) => task.leadUnits.length + task.responsibleUnits.length === 0)).toEqual(['(十六)']);
    expect(numbers(({ key }) => key === true)).toEqual(['(八)', '(十四)']);
  });

  it('has a liaison for every unit, a section head for every subordinate one, and nobody above a liaison elsewhere', () => {
    for (const unit of facts.units.filter(({ kind }) => kind !== 'group')) {
      const ranks = facts.contacts.filter((contact) => contact.unit === unit.name).map(({ rank }) => rank);
      expect(ranks, unit.name).toContain('liaison');
      if (unit.relation === 'subordinate') expect(ranks, unit.name).toContain('section-head');
      else expect(ranks, unit.name).toEqual(['liaison']);
    }
    expect(new Set(facts.contacts.map(({ name }) => name)).size).toBe(facts.contacts.length);
    expect(facts.contacts.every(({ name }) => name.includes('某'))).toBe(true);
  });

  it('divides the tasks of the unit with two liaisons between them', () => {
    const shares = facts.contacts.filter(({ unit, rank }) => unit === '市知识产权局' && rank === 'liaison');
    expect(shares).toHaveLength(2);
    expect(shares.flatMap(({ tasks }) => tasks ?? [])).toEqual(facts.tasks.map(({ no }) => no));
  });

  it('moves every date with the month it starts in, but not a yearly fixture', () => {
    const later = demoFacts('2027-01');
    expect(later.phases.map(({ start, end }) => [start, end])).toEqual([
      ['2027-01', '2027-01'],
      ['2027-02', '2029-01'],
      ['2029-01', '2029-02'],
    ]);
    const due = (no: string) => later.tasks.find((task) => task.no === no)?.due;
    expect(due('(二)')).toBe('2027-06-27');
    expect(due('(十)')).toBe('2027-07-31');
    expect(due('(十六)')).toBe('2028-04-26');
    expect(demoBoardDate('2027-01')).toBe('2027-06-23');
    expect(demoFacts('2026-09').tasks.find((task) => task.no === '(九)')?.due).toBe('2027-02-28');
  });

  it('shows its board on a working day after the key tasks’ report is overdue, whatever month it starts in', () => {
    for (let offset = 0; offset < 90; offset += 1) {
      const start = monthAt('2026-06', offset);
      const due = dueInstants(SEED_CALENDAR, DEFAULT_POLICY, dayAt(start, 5, DEMO_KEY_MONTHLY_DAY));
      const board = demoBoardDate(start);
      expect(isWorkday(SEED_CALENDAR, board), board).toBe(true);
      expect(instantAt(board, '08:30', DEFAULT_ZONE) > due.redAt, board).toBe(true);
    }
  });

  it('refuses a start that is no month', () => {
    expect(() => demoFacts('2026-13')).toThrow(/YYYY-MM/);
  });
});

describe('the text of the demo plan', () => {
  it('prints title, number, issuer, day of issue and period', () => {
    for (const words of [facts.title, facts.docNumber, facts.issuer]) expect(text).toContain(words);
    expect(text).toContain(printed(facts.issuedOn ?? ''));
    expect(text).toContain(printed(facts.period.start ?? ''));
    expect(text).toContain(printed(facts.period.end ?? ''));
  });

  it.each(facts.tasks)('prints $no $title with exactly its units and due date', (task) => {
    const paragraph = tasksText.split('\n').find((line) => line.startsWith(`${task.no}${task.title}。`)) ?? '';
    const owners = [
      task.leadUnits.length > 0 ? `牵头单位:${task.leadUnits.join('、')}` : '',
      task.responsibleUnits.length > 0 ? `责任单位:${task.responsibleUnits.join('、')}` : '',
      task.due ? `完成时限:${printed(task.due)}` : '',
    ];
    expect(paragraph).toContain(`〔${owners.filter(Boolean).join(';')}〕`);
    expect(tasksText.lastIndexOf(task.section ?? '?', tasksText.indexOf(paragraph))).toBeGreaterThan(0);
  });

  it('prints its tasks in order, and the key tasks as such', () => {
    const numbers = tasksText
      .split('\n')
      .flatMap((line) => /^(\([一二三四五六七八九十]+\)).*〕$/.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(facts.tasks.map(({ no }) => no));
    const keys = facts.tasks.filter(({ key }) => key).map(({ no }) => `第${no}项`);
    expect(text).toContain(
      `${keys.join('、')}为重点任务。重点任务承担单位每月${DEMO_KEY_MONTHLY_DAY}日前报送重点任务进展`,
    );
  });

  it.each(facts.targets)('prints the target $name with its figure and date', (target) => {
    expect(text).toContain(target.name);
    if (target.value !== null) expect(text).toContain(`${target.value}${target.unit}`);
    if (target.by !== null) expect(text).toContain(printed(target.by));
  });

  it.each(facts.phases)('prints $name with its dates and duties', (phase) => {
    const heading = new RegExp(`${phase.name}\\((.+?)\\)。(.+)`).exec(text);
    expect(heading?.[1]).toContain(printed(phase.start ?? ''));
    expect(heading?.[1]).toContain(printed(phase.end ?? ''));
    for (const duty of phase.duties) expect(heading?.[2]).toContain(duty);
  });

  it('prints bodies, safeguards and every date of the plan', () => {
    for (const body of facts.bodies) {
      expect(text).toContain(body.name.replace(/\(.*\)/, ''));
      for (const duty of body.duties) expect(text).toContain(duty);
    }
    for (const { title } of facts.safeguards) expect(text).toContain(title);
    const known = JSON.stringify(facts);
    for (const [day, y, m, d] of text.matchAll(/(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g)) {
      const date = [y, m?.padStart(2, '0'), d?.padStart(2, '0')].filter(Boolean).join('-');
      expect(known, day).toContain(date);
    }
  });
});
