import { describe, expect, test } from 'vitest';
import { buildDossier, type DossierInput } from '../../domain/supervision/dossier.ts';
import { newPart } from '../../domain/supervision/new-part.ts';
import { newSupervisedState } from '../../domain/supervision/new-state.ts';
import type { Duty, Part, PhaseWindow, SupervisedState } from '../../domain/supervision/types.ts';

const NOW = '2026-11-24T02:00:00.000Z';
const window = (kind: PhaseWindow['kind']): PhaseWindow => ({
  kind,
  epoch: 1,
  name: kind,
  start: '2026-11-02',
  end: '2026-11-30',
});

function task(
  n: number,
  kind: PhaseWindow['kind'],
  part: Partial<Part> = {},
  over: Partial<SupervisedState> = {},
): SupervisedState {
  const state = newSupervisedState({
    kind: 'task',
    entityId: `task/t${n}`,
    planId: 'p',
    clockId: 'real',
    offsetMs: 0,
    no: `(${n})`,
    title: `任务${n}`,
    dueOn: '2026-11-30',
    keyTask: false,
    optional: false,
    phase: window(kind),
    parts: [{ id: 'p1', unitId: 'u1', role: 'lead', relation: 'subordinate' }],
    startedAt: '2026-11-01T16:00:00.000Z',
    policyVersion: 1,
  });
  return { ...state, parts: state.parts.map((one) => ({ ...newPart(one), ...part })), ...over };
}

const report = (cycle: string, over: Partial<Duty> = {}): Duty => ({
  kind: 'report',
  cycle,
  seq: 1,
  dueOn: '2026-11-20',
  dueAt: '2026-11-20T09:30:00.000Z',
  redAt: '2026-11-20T09:30:00.000Z',
  countFrom: '2026-11-20',
  openFrom: '2026-11-06T16:00:00.000Z',
  ...over,
});

const input = (
  kind: PhaseWindow['kind'],
  tasks: SupervisedState[],
  over: Partial<DossierInput> = {},
): DossierInput => ({
  phase: window(kind),
  next: null,
  tasks,
  own: null,
  unboundUnits: [],
  ...over,
});

const codes = (of: DossierInput): string[] => buildDossier(of, NOW).gaps.map(({ code, count }) => `${code}:${count}`);

describe('what is missing when a phase is left', () => {
  const signed = { receiptAt: NOW };
  const own: SupervisedState = {
    ...task(9, 'deployment', { title: '召开动员会' }),
    kind: 'phase',
    entityId: 'phase/p/deployment/1',
  };
  test.each<[string, DossierInput, string[]]>([
    [
      'deployment: receipts',
      input('deployment', [task(1, 'deployment'), task(2, 'deployment', signed)]),
      ['receipts-missing:1'],
    ],
    [
      "deployment: the phase's own duties",
      input('deployment', [task(2, 'deployment', signed)], { own }),
      ['phase-duties-open:1'],
    ],
    ['deployment: nothing', input('deployment', [task(2, 'deployment', signed)]), []],
    [
      'a unit without a contact is a fact',
      input('deployment', [task(2, 'deployment', signed)], { unboundUnits: ['科技局'] }),
      [],
    ],
    [
      'optional and cancelled tasks owe nothing',
      input('deployment', [
        task(1, 'deployment', {}, { optional: true }),
        task(2, 'deployment', {}, { status: 'cancelled' }),
      ]),
      [],
    ],
    [
      'implementation: an overdue report',
      input('implementation', [task(1, 'implementation', { ...signed, duties: [report('2026Q4')] })]),
      ['completions-open:1', 'reports-overdue:1'],
    ],
    [
      'implementation: a report that was filed',
      input('implementation', [
        task(1, 'implementation', { ...signed, duties: [report('2026Q4', { filedAt: NOW })] }, { status: 'closed' }),
      ]),
      [],
    ],
    [
      'implementation: a task due after its end',
      input('implementation', [task(1, 'implementation', signed, { dueOn: '2027-06-30' })]),
      [],
    ],
    [
      'inspection: completion and evidence',
      input('inspection', [
        task(1, 'inspection', { ...signed, duties: [report('inspection', { redAt: '2026-12-30T09:30:00.000Z' })] }),
      ]),
      ['completions-open:1', 'evidence-missing:1'],
    ],
    ['before the start there is nothing to leave', input('deployment', [task(1, 'deployment')], { phase: null }), []],
  ])('%s', (_, of, expected) => expect(codes(of)).toEqual(expected));
});

test('the canonical text has no clock in it and does not depend on the order of units', () => {
  const of = input('deployment', [task(1, 'deployment')], { unboundUnits: ['a', 'b'] });
  const later = buildDossier({ ...of, unboundUnits: ['b', 'a'] }, '2026-11-25T02:00:00.000Z');
  expect(later.canonical).toBe(buildDossier(of, NOW).canonical);
});

test('another receipt missing instead of the first is another dossier, though the count is the same', () => {
  const one = input('deployment', [task(1, 'deployment'), task(2, 'deployment', { receiptAt: NOW })]);
  const other = input('deployment', [task(1, 'deployment', { receiptAt: NOW }), task(2, 'deployment')]);
  expect(buildDossier(one, NOW).gaps).toEqual(buildDossier(other, NOW).gaps);
  expect(buildDossier(one, NOW).canonical).not.toBe(buildDossier(other, NOW).canonical);
});
