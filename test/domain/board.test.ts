import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../domain/plan/policy.ts';
import { board, boardCounts, type BoardView } from '../../domain/supervision/board.ts';
import { newSupervisedState } from '../../domain/supervision/new-state.ts';
import type { Duty, Part, PhaseWindow, SupervisedState } from '../../domain/supervision/types.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';

const NOW = '2026-11-23T02:12:00.000Z';
const PHASE: PhaseWindow = { kind: 'implementation', epoch: 2, name: '实施', start: '2026-07-01', end: '2028-06-30' };

function task(parts: Partial<Part>[], over: Partial<SupervisedState> = {}): SupervisedState {
  const state = newSupervisedState({
    kind: 'task',
    entityId: 'task/t1',
    planId: 'p',
    clockId: 'real',
    offsetMs: 0,
    no: '(一)',
    title: '任务',
    dueOn: '2028-06-30',
    keyTask: false,
    optional: false,
    phase: PHASE,
    parts: parts.map((_, at) => ({
      id: `p${at + 1}`,
      unitId: `u${at + 1}`,
      role: 'responsible',
      relation: 'subordinate',
    })),
    startedAt: '2026-06-30T16:00:00.000Z',
    policyVersion: 1,
  });
  return { ...state, parts: state.parts.map((part, at) => ({ ...part, ...parts[at] })), ...over };
}

function duty(dueOn: string, over: Partial<Duty> = {}): Duty {
  const at = `${dueOn}T09:30:00.000Z`;
  return {
    kind: 'report',
    cycle: '2026Q4',
    seq: 1,
    dueOn,
    dueAt: at,
    redAt: at,
    countFrom: dueOn,
    openFrom: '2026-06-30T16:00:00.000Z',
    ...over,
  };
}

const view: BoardView = {
  calendar: SEED_CALENDAR,
  policy: DEFAULT_POLICY,
  now: NOW,
  unitShort: (id) => id.toUpperCase(),
  isUnconfirmed: (_, partId) => partId === 'p2',
  contactOf: (unitId) => (unitId === 'u1' ? 'c1' : null),
};

const lineOf = (state: SupervisedState) => board([{ taskId: 't1', section: null, state }], view)[0];

test.each<[string, SupervisedState, string, string]>([
  ['a report past its day is red', task([{ duties: [duty('2026-11-18')] }]), 'red', '逾期'],
  [
    'a report filed is no longer red',
    task([{ duties: [duty('2026-11-18', { filedAt: NOW, late: true })] }]),
    'green',
    '正常',
  ],
  ['was red and has filed since: yellow', task([{ duties: [], recovering: true }]), 'yellow', '滞后'],
  ['two replies without figures: yellow', task([{ duties: [], unquantifiedRun: 2 }]), 'yellow', '滞后'],
  ['a returned completion: yellow', task([{ duties: [], completion: 'returned' }]), 'yellow', '滞后'],
  ['due within seven working days: blue', task([{ duties: [duty('2026-11-27')] }]), 'blue', '临期'],
  ['nothing near: green', task([{ duties: [duty('2026-12-25')] }]), 'green', '正常'],
  ['not chosen: grey', task([{ duties: [] }], { optional: true }), 'grey', '未启动'],
  [
    'its phase is still to come: grey',
    task([{ duties: [duty('2026-11-18')] }], { phase: { ...PHASE, start: '2026-12-01' } }),
    'grey',
    '未启动',
  ],
  ['nobody owns it: grey, and said so', task([]), 'grey', '未启动'],
  ['accepted: done', task([{ completion: 'accepted' }], { status: 'closed' }), 'green', '已办结'],
])('%s', (_, state, light, label) => expect(lineOf(state)).toMatchObject({ light, label }));

test('behind its pace only once a fifth of the span and the first figures are past', () => {
  const dueOn = '2026-12-31';
  expect(lineOf(task([{ progress: 20 }], { dueOn }))?.light).toBe('yellow');
  expect(lineOf(task([{ progress: 90 }], { dueOn }))?.light).toBe('green');
  expect(lineOf(task([{ progress: 1 }]))?.light).toBe('green');
});

test('a line is as bad as its worst cell and names it; counts are of tasks, not cells', () => {
  const line = lineOf(task([{ duties: [duty('2026-11-18')] }, { duties: [duty('2026-11-18')] }, {}]));
  expect(line?.cells.map(({ light, unconfirmed, contactId }) => ({ light, unconfirmed, contactId }))).toEqual([
    { light: 'red', unconfirmed: false, contactId: 'c1' },
    { light: 'red', unconfirmed: true, contactId: null },
    { light: 'green', unconfirmed: false, contactId: null },
  ]);
  expect(line?.why).toMatch(/^U1等2个单位:已逾期3个工作日/);
  expect(boardCounts(line ? [line] : [])).toEqual({ overdue: 1, behind: 0, dueSoon: 0 });
});

test('a cancelled task is on no board', () => expect(lineOf(task([{}], { status: 'cancelled' }))).toBeUndefined());
