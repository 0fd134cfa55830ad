import { chooseLayout, type Layout } from '../layout.ts';
import { marksOf, type Marks } from '../print/marks.ts';
import { chooseSteps, type Steps } from '../print/phase-steps.ts';
import { SAFEGUARDS } from '../print/sentences.ts';
import { random, type Random } from '../random.ts';
import type { Facts } from '../types.ts';
import { withExtras } from './duties.ts';
import { makePhases } from './phases.ts';
import { inPhases, makeRecurring } from './recurring.ts';
import { choosePlace, type Place } from './places.ts';
import { SUBJECTS } from './subjects.ts';
import { makeTargets } from './targets.ts';
import { makeTasks } from './tasks.ts';
import { issueDay, month } from './years.ts';

/** Everything that a print needs: the facts, and what isn't a fact but has to stay the same throughout. */
export interface World {
  facts: Facts;
  layout: Layout;
  /** A further print of the phases of a section. */
  steps: Steps;
  place: Place;
  year: number;
  topic: string;
  groupTitles: string[];
  taskHeading: string;
  measureHeading: string;
  safeguards: readonly (readonly [title: string, text: string])[];
  officeHost: string;
  random: Random;
  marks: Marks;
  hasAims: boolean;
  /** Which section holds the tasks, from 0. */
  taskSection: number;
}

interface Named {
  title: string;
  period?: Facts['period'];
}

function nameOf(
  { pick, between }: Random,
  place: Place,
  layout: Layout,
  year: number,
  topic: string,
  issuer: string,
): Named {
  const where = place.level === 'ministry' ? '全国' : place.name;
  const last = year + between(1, 2);
  const period = { start: `${year}-01`, end: `${last}-12` };
  const count = last - year === 2 ? '三年行动计划' : '行动计划';
  const whole = (title: string): Named => ({ title, period: { start: month(year, 1), end: month(year, 12) } });
  const names: Named[] = [
    { title: `${where}${topic}实施方案` },
    { title: `${where}${topic}工作方案` },
    { title: `${where}推进${topic}工作计划` },
    { title: `${where}${topic}${count}(${year}—${last}年)`, period },
    ...(layout.phases === 'absent'
      ? [whole(`${where}${year}年${topic}工作要点`), whole(`${year}年${where}${topic}工作计划`)]
      : []),
    ...(layout.notice === 'notice' ? [] : [{ title: `${issuer}关于推进${topic}工作的实施意见` }]),
  ];
  return pick(names);
}

/** Far from every seed of a plan. */
const EXTRAS = 1_000_003;

const BRACKETS: readonly [string, string][] = [
  ['〔', '〕'],
  ['〔', '〕'],
  ['[', ']'],
  ['(', ')'],
];

/** The facts of one fictional plan and the layout in which it will be printed. */
export function makeWorld(seed: number): World {
  const source = random(seed);
  const { pick, chance, between, some } = source;
  const more = random(seed + EXTRAS);
  const layout = chooseLayout(source, more);
  const place = choosePlace(source);
  const year = between(1997, 2026);
  const subject = pick(SUBJECTS);
  const issuer = pick(place.issuers);
  const named = nameOf(source, place, layout, year, subject.topic, issuer);
  const from = named.title.includes(`${year}`) ? between(1, 4) : between(1, 11);
  const phases = layout.phases === 'absent' ? [] : makePhases(source, year, from);
  // One sentence has no room for their duties.
  if (['one-sentence', 'brackets-in-sentence', 'timetable'].includes(layout.phases))
    for (const phase of phases) phase.duties = [];
  const lastPhase = phases.map(({ end }) => end).findLast((end) => end !== null);
  const lastYear = Number((named.period?.end ?? lastPhase ?? `${year + between(0, 3)}`).slice(0, 4));
  const made = makeTasks(source, layout, subject, place, year, lastYear);
  const marks = marksOf(layout, between(0, 2));
  const taskHeading = pick([
    '重点任务',
    '主要任务',
    '工作任务',
    '工作重点',
    '主要措施',
    '工作内容',
    '具体措施',
    '重点工作及责任分工',
    '任务分工',
    '重点举措',
  ]);
  const measureHeading = pick(['保障措施', '保障措施', '组织保障', '工作保障', '工作要求', '有关要求']);
  const hasAims = chance(0.8);
  const taskSection = hasAims ? 2 : 1;
  const perGroup = Math.ceil(made.tasks.length / Math.max(1, made.groupTitles.length));
  const tasks: Facts['tasks'] = withExtras(more, layout, made.tasks).map((task, index) => {
    if (layout.units === 'table') return { ...task, no: String(index + 1) };
    return {
      ...task,
      no: marks.task(index, taskSection).no,
      section: layout.grouping === 'top' ? null : (made.groupTitles[Math.floor(index / perGroup)] ?? taskHeading),
    };
  });
  const targets =
    layout.targets === 'absent' ? [] : makeTargets(source, subject, String(lastYear)).slice(0, tasks.length);
  const officeHost = pick(
    tasks.flatMap((task) => [...task.leadUnits, ...task.responsibleUnits]).filter((unit) => !unit.startsWith('各')),
  );
  const group = `${place.level === 'ministry' ? '' : place.name}${subject.topic}工作领导小组`;
  const bodies = chance(0.7)
    ? [
        { name: group, kind: 'leading group', duties: ['统筹协调和指导推进各项工作'] },
        { name: `领导小组办公室(设在${officeHost})`, kind: 'office', duties: ['日常组织协调和督促落实'] },
      ]
    : [];
  const repeated = makeRecurring(seed, place.level);
  const safeguards = [...some(SAFEGUARDS, between(2, 3)), ...repeated.measure];
  const [open, close] = pick(BRACKETS);
  const numbered = layout.notice !== 'bare';
  const facts: Facts = {
    title: named.title,
    docNumber: numbered ? `${pick(place.numbers)}${open}${year}${close}${between(1, 180)}号` : null,
    issuedOn: issueDay(source, year, from),
    issuer,
    ...(place.level === 'ministry' ? {} : { place: place.name }),
    ...(named.period ? { period: named.period } : {}),
    phases,
    tasks,
    targets,
    bodies,
    ...(repeated.recurring.length > 0 && targets.every(({ per }) => per !== 'year')
      ? { recurring: [...repeated.recurring, ...inPhases(phases)] }
      : {}),
    // Without marks a measure can't be told from its text.
    safeguards: ['plain', 'one-by-one'].includes(layout.numbering)
      ? undefined
      : ['加强组织领导', ...safeguards.map(([title]) => title)].map((title) => ({ title })),
  };
  return {
    facts,
    layout,
    steps: chooseSteps(more),
    place,
    year,
    topic: subject.topic,
    groupTitles: made.groupTitles,
    taskHeading,
    measureHeading,
    safeguards,
    officeHost,
    random: source,
    marks,
    hasAims,
    taskSection,
  };
}
