import type { PlanFacts, PlanTask, PlanUnit } from '../../domain/plan/types.ts';

export const PLAN = 'chaos';
export const CLOCK = 'chaos';

const TASKS = 20;
const UNITS = 10;
export const PARTS = TASKS * UNITS;
/** Liaisons of one unit share its tasks, so that a digest holds a few lines and there are many digests. */
export const LIAISONS_A_UNIT = 4;
export const PERSONS = UNITS * LIAISONS_A_UNIT;

/** A Monday inside a send window, in weeks without a holiday: receipts go out at once, 200 of them. */
export const STARTS_AT = new Date('2026-03-09T01:20:00.000Z');
export const STARTS_ON = '2026-03-09';
/** A Friday. Seven, three and one working days before it, and on it, 200 rungs come due at 09:15. */
const DUE_ON = '2026-03-27';

const unitName = (unit: number): string => `第${unit + 1}局`;

const unitOf = (_: unknown, index: number): PlanUnit => ({
  name: unitName(index),
  short: `局${index + 1}`,
  aliases: [],
  kind: 'department',
  relation: 'subordinate',
});

function taskOf(_: unknown, index: number): PlanTask {
  const units = Array.from({ length: UNITS }, (__, unit) => unitName(unit));
  const lead = unitName(index % UNITS);
  return {
    no: `T${String(index + 1).padStart(2, '0')}`,
    section: null,
    title: `虚构事项${String(index + 1).padStart(2, '0')}`,
    leadUnits: [lead],
    responsibleUnits: units.filter((name) => name !== lead),
    otherUnits: [],
    obligation: null,
    due: DUE_ON,
  };
}

/** Fictional: 20 tasks of 10 units each, in one phase that asks for receipt and completion. */
export const chaosFacts: PlanFacts = {
  title: '虚构市压力检验工作方案',
  docNumber: null,
  issuedOn: null,
  issuer: null,
  place: '虚构市',
  period: { start: STARTS_ON, end: '2026-12-31' },
  phases: [
    { name: '部署阶段', kind: 'deployment', start: STARTS_ON, end: '2026-05-29', duties: [] },
    { name: '实施阶段', kind: 'implementation', start: '2026-06-01', end: '2026-11-30', duties: [] },
    { name: '迎检阶段', kind: 'inspection', start: '2026-12-01', end: '2026-12-31', duties: [] },
  ],
  tasks: Array.from({ length: TASKS }, taskOf),
  targets: [],
  bodies: [],
  recurring: [],
  safeguards: [],
  office: { name: '虚构市办', host: null },
  units: Array.from({ length: UNITS }, unitOf),
  contacts: [],
};
