import type { PlanFacts, PlanUnit } from '../types.ts';
import type { Change } from './types.ts';
import { listText, printedDateText, spanText } from './wording.ts';

/** Fields that a new version replaces whole, with their names and how each is shown. */
export const PLAN_FIELDS = [
  'title',
  'docNumber',
  'issuedOn',
  'issuer',
  'place',
  'bodies',
  'recurring',
  'safeguards',
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

const NAMES: Record<PlanField, string> = {
  title: '方案名称',
  docNumber: '发文字号',
  issuedOn: '印发日期',
  issuer: '印发单位',
  place: '适用地区',
  bodies: '组织机构',
  recurring: '定期事项',
  safeguards: '保障措施',
};

const shown: { [F in PlanField]: (facts: PlanFacts) => string } = {
  title: ({ title }) => title,
  docNumber: ({ docNumber }) => docNumber ?? '无',
  issuedOn: ({ issuedOn }) => printedDateText(issuedOn),
  issuer: ({ issuer }) => issuer ?? '无',
  place: ({ place }) => place ?? '无',
  bodies: ({ bodies }) => listText(bodies.map(({ name, duties }) => `${name}(${duties.length}项职责)`)),
  recurring: ({ recurring }) => listText(recurring.map(({ what }) => what)),
  safeguards: ({ safeguards }) => listText(safeguards.map(({ title }) => title)),
};

export function fieldChanges(old: PlanFacts, now: PlanFacts): Change[] {
  const plan = { touches: { what: 'plan' as const }, doubtful: false };
  const fields = PLAN_FIELDS.filter((field) => contentOf(old[field]) !== contentOf(now[field])).map((field): Change => {
    const [was, is] = [shown[field](old), shown[field](now)];
    return { id: `plan.${field}`, kind: 'plan-field', sentence: `${NAMES[field]}有调整。`, was, now: is, ...plan };
  });
  if (contentOf(old.period) === contentOf(now.period)) return fields;
  const [was, is] = [spanText(old.period), spanText(now.period)];
  return [
    { id: 'plan.period', kind: 'period', sentence: `方案期限由${was}改为${is}。`, was, now: is, ...plan },
    ...fields,
  ];
}

/** A value by its content, its keys in one order. */
const contentOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The list of units: who stands in it for the first time or no more, and who belongs to a group. */
export function unitListChanges(old: readonly PlanUnit[], now: readonly PlanUnit[]): Change[] {
  const plan = { touches: { what: 'plan' as const }, doubtful: false };
  const [before, after] = [old, now].map((units) => units.map(({ name }) => name)) as [string[], string[]];
  const listed = after
    .filter((name) => !before.includes(name))
    .map((name): Change => ({
      id: `u+${name}`,
      kind: 'unit-listed',
      sentence: `单位名单增列${name}。`,
      was: null,
      now: name,
      ...plan,
    }));
  const unlisted = before
    .filter((name) => !after.includes(name))
    .map((name): Change => ({
      id: `u-${name}`,
      kind: 'unit-unlisted',
      sentence: `单位名单不再列${name}。`,
      was: name,
      now: null,
      ...plan,
    }));
  const members = old.flatMap((unit): Change[] => {
    const is = now.find(({ name }) => name === unit.name);
    const [was, next] = [listText(unit.members ?? []), listText(is?.members ?? [])];
    if (!is || was === next) return [];
    const sentence = `${unit.name}的成员单位由${was}改为${next}。`;
    return [{ id: `u.${unit.name}.members`, kind: 'unit-members', sentence, was, now: next, ...plan }];
  });
  return [...listed, ...unlisted, ...members];
}
