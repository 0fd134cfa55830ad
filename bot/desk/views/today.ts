import { localDateOf } from '../../../domain/calendar/local-time.ts';
import { boardCounts } from '../../../domain/supervision/board.ts';
import type { Today } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { hasRealContact } from '../demo.ts';
import { findPlan, type FoundPlan } from '../find-plan.ts';
import { dayOf, localNowText } from './day-text.ts';
import { decisions } from './decisions.ts';
import { loadBoard, type LoadedBoard } from './load-board.ts';
import { phaseStrip } from './phase-strip.ts';
import { planRow } from './plan-row.ts';

/** 今日: one plan as it stands on its own clock. `temporalUi`: address of Temporal's page, where there is one. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function today(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, temporalUi = null }: { planId: string; temporalUi?: string | null },
): Promise<Today> {
  const found = await findPlan(deps, actor, planId, 'read-board');
  const { row, facts, policy, dates, now } = found;
  const [loaded, items, demo] = await Promise.all([
    loadBoard(deps, found, actor.locale),
    deps.prisma.officeItem.findMany({ where: { planId, status: 'open' } }),
    demoOf(deps, found),
  ]);
  const { lines, counted, states, units, liaisons, calendar, taskRows } = loaded;
  const waiting = decisions({
    items,
    states: [...states.tasks, ...states.phases],
    parents: states.parents,
    units,
    liaisons,
    ...(actor.locale ? { locale: actor.locale } : {}),
  });
  return {
    plan: planRow({ row, units, tasks: taskRows.filter(({ parentId }) => parentId === null).length, liaisons }),
    office: facts.office.name,
    now,
    localNow: localNowText(now, policy.values.zone, actor.locale),
    day: dayOf(now, calendar, policy, actor.locale),
    demo,
    timersWaiting: states.timersWaiting,
    temporalUi,
    counts: { ...boardCounts(counted), decisions: waiting.length },
    phases: phaseStrip({ dates, states, tasks: ownTasks(loaded), calendar, policy, now }, actor.locale),
    advancing: advancingOf(loaded),
    units: columns(loaded),
    board: lines,
    decisions: waiting,
  };
}

/** Without sub-items: a phase speaks of what the plan prints. */
const ownTasks = ({ states: { tasks, parents } }: LoadedBoard): LoadedBoard['tasks'] =>
  tasks.filter(({ entityId }) => !parents.has(entityId));

/** Units that have a cell, in the order of the plan. */
function columns({ lines, units }: LoadedBoard): Today['units'] {
  const used = new Set(lines.flatMap(({ cells }) => cells.map(({ unitId }) => unitId)));
  return units
    .filter(({ id }) => used.has(id))
    .map(({ id, name, short, kind }) => ({ id, name, short, kind: kind as Today['units'][number]['kind'] }));
}

function advancingOf({ states: { plan } }: LoadedBoard): Today['advancing'] {
  if (!plan?.advancing) return null;
  const { to, undoUntil, by } = plan.advancing;
  // Past the last phase there is nothing to be named but the end: the last phase's kind stands for it.
  const target = plan.phases[to] ?? plan.phases.at(-1);
  return target ? { to: target.kind, until: undoUntil, by: by.name } : null;
}

async function demoOf(deps: DeskDeps, { row, policy, now }: FoundPlan): Promise<Today['demo']> {
  if (!row.demo) return null;
  const setting = await deps.prisma.setting.findUnique({ where: { key: 'demo.catch-up' } });
  const caughtUp = (setting?.value ?? { done: true }) as { done?: boolean };
  const canStep = row.status === 'running' && caughtUp.done === true && !(await hasRealContact(deps, row.id));
  return {
    caughtUpTo: row.status === 'running' ? localDateOf(now, policy.values.zone) : null,
    catchingUp: caughtUp.done !== true,
    canStep,
  };
}
