import type { PlanTarget, PlanTask } from '../../../../domain/plan/types.ts';
import type { Facts } from './types.ts';

/** What two plans have in common in one field: facts known, facts read, and how many agree. */
export interface Agreement {
  known: number;
  read: number;
  hit: number;
  missing: string[];
  extra: string[];
}

type Plan = Partial<Omit<Facts, 'phases'>> & { phases?: (Facts['phases'][number] & { proposed?: boolean })[] };
type Field = [name: string, asked: (facts: Plan) => boolean, items: (plan: Plan) => string[]];

/** Width, blanks, quotes and bracket shapes make no difference, nor which sign parts a list; words do. */
export const plain = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」『』《》〈〉\u005b\u005d〔〕【】()]/g, '')
    .replaceAll('、', ',')
    .replace(/[。;]+$/, '');

const bareNumber = (no: unknown) => plain(no).replace(/[.,]/g, '');
const HEAD = ['title', 'docNumber', 'issuedOn', 'issuer', 'place'] as const;
const tasks = ({ tasks: all = [] }: Plan) => all;
const phases = ({ phases: all = [] }: Plan) => all.filter(({ proposed }) => proposed !== true);
const withFigure = ({ targets = [] }: Plan) => targets.filter(({ value }) => value !== null);
const figure = ({ comparator, value, max, unit }: PlanTarget) =>
  `${comparator} ${value}${max === null || max === undefined ? '' : `..${max}`} ${plain(unit)}`;
const inFull = (target: PlanTarget) =>
  `${plain(target.name)} ${figure(target)} by ${target.by ?? null} per ${target.per ?? null} scope ${target.scope ?? null}`;

const unitField = (role: 'leadUnits' | 'responsibleUnits' | 'otherUnits'): Field => [
  role,
  (facts) => tasks(facts).length > 0,
  (plan) => tasks(plan).flatMap((task) => (task[role] ?? []).map((unit) => `${plain(task.title)} <- ${plain(unit)}`)),
];
const obligation = ({ title, obligation: kind }: Pick<PlanTask, 'title' | 'obligation'>) => `${plain(title)}: ${kind}`;

const FIELDS: readonly Field[] = [
  [
    'period',
    ({ period }) => period !== undefined,
    ({ period }) => [`start ${period?.start ?? null}`, `end ${period?.end ?? null}`],
  ],
  ['phases', (facts) => facts.phases !== undefined, (plan) => phases(plan).map(({ name }) => plain(name))],
  [
    'phase dates',
    (facts) => facts.phases !== undefined,
    (plan) => phases(plan).map(({ name, start, end }) => `${plain(name)} ${start ?? null}..${end ?? null}`),
  ],
  [
    'phase duties',
    ({ phases: all }) => all?.some(({ duties }) => duties !== undefined) ?? false,
    (plan) => phases(plan).flatMap(({ name, duties = [] }) => duties.map((duty) => `${plain(name)}: ${plain(duty)}`)),
  ],
  ['task titles', (facts) => facts.tasks !== undefined, (plan) => tasks(plan).map(({ title }) => plain(title))],
  [
    'task numbers',
    (facts) => tasks(facts).some(({ no }) => no !== undefined),
    (plan) => tasks(plan).map(({ no, title }) => `${bareNumber(no)} ${plain(title)}`),
  ],
  [
    'task sections',
    (facts) => tasks(facts).some(({ section }) => section !== undefined),
    (plan) => tasks(plan).map(({ section, title }) => `${plain(section)} / ${plain(title)}`),
  ],
  unitField('leadUnits'),
  unitField('responsibleUnits'),
  unitField('otherUnits'),
  [
    'due dates',
    (facts) => tasks(facts).some(({ due }) => due !== undefined),
    (plan) => tasks(plan).flatMap(({ title, due }) => (due ? [`${plain(title)} by ${due}`] : [])),
  ],
  [
    'obligations',
    (facts) => tasks(facts).some((task) => task.obligation !== null),
    (plan) => tasks(plan).flatMap((task) => (task.obligation ? [obligation(task)] : [])),
  ],
  [
    'target names',
    ({ targets }) => targets !== undefined,
    ({ targets = [] }) => targets.map(({ name }) => plain(name)),
  ],
  [
    'target figures',
    ({ targets }) => targets !== undefined,
    (plan) => withFigure(plan).map((target) => `${plain(target.name)} ${figure(target)}`),
  ],
  ['target figures, by value alone', ({ targets }) => targets !== undefined, (plan) => withFigure(plan).map(figure)],
  [
    'targets in full',
    ({ targets }) => targets?.some(({ scope }) => scope !== undefined) ?? false,
    ({ targets = [] }) => targets.map(inFull),
  ],
  [
    'bodies',
    ({ bodies }) => bodies !== undefined,
    ({ bodies = [] }) => bodies.map(({ kind, name }) => `${kind}: ${plain(name)}`),
  ],
  [
    'recurring',
    ({ recurring }) => recurring !== undefined,
    ({ recurring = [] }) => recurring.map(({ what, every }) => `${plain(what)} every ${every}`),
  ],
  [
    'safeguards',
    ({ safeguards }) => safeguards !== undefined,
    ({ safeguards = [] }) => safeguards.map(({ title }) => plain(title)),
  ],
];

/** Each fact counts once: two tasks of one title need two of it in the other plan. */
function agree(known: string[], read: string[]): Agreement {
  const extra = [...read];
  const missing = known.filter((fact) => {
    const at = extra.indexOf(fact);
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  return { known: known.length, read: read.length, hit: known.length - missing.length, missing, extra };
}

/** Field by field; only what the facts state is compared. */
export function compare(facts: Plan, plan: Plan): Map<string, Agreement> {
  const stated = HEAD.filter((name) => facts[name] !== undefined);
  const head = (of: Plan) => stated.map((name) => `${name}=${plain(of[name])}`);
  const rows = FIELDS.filter(([, asked]) => asked(facts)).map(([name, , items]): [string, Agreement] => [
    name,
    agree(items(facts), items(plan)),
  ]);
  return new Map([['head', agree(head(facts), head(plan))], ...rows]);
}

export function f1({ known, read, hit }: Pick<Agreement, 'known' | 'read' | 'hit'>): number {
  if (known + read === 0) return 1;
  return (2 * hit) / (known + read);
}
