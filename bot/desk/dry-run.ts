import { localDateOf } from '../../domain/calendar/local-time.ts';
import type { PlanTask } from '../../domain/plan/types.ts';
import { firstWeek, inPhase } from '../../domain/supervision/first-week.ts';
import { initialPhaseState, phaseWindows } from '../../domain/supervision/initial-states.ts';
import { recurringStates } from '../../domain/supervision/recurring-states.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import { liaisonFor, liaisonsOf } from '../../prisma/bound-units.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import { loadDossier, type LoadedDossier } from '../../prisma/load-dossier.ts';
import { officeOf, unitRows } from '../../prisma/office-unit.ts';
import { phaseWorkflowId } from '../../workflows/ids.ts';
import type { DryRun } from '../../web/api.ts';
import type { DeskActor, DeskDeps } from './deps.ts';
import { findPlan, type FoundPlan } from './find-plan.ts';
import { previewStates } from './preview-states.ts';
import { unboundShorts } from './unbound-shorts.ts';
import { refuseRecorded } from './refuse.ts';
import { taskIdOf } from '../../domain/task-entity.ts';

/**
 * What moving on would mean, with the hash that the transition has to carry; changes nothing. Before the
 * start it is about the first phase. Throws RefusedError PLAN_DATES_PAST, PLAN_NOT_READY.
 */
export async function dryRun(deps: DeskDeps, actor: DeskActor, { planId }: { planId: string }): Promise<DryRun> {
  const found = await findPlan(deps, actor, planId, 'dry-run');
  const { row, dates, policy, now } = found;
  if (dates === null)
    return refuseRecorded(deps, actor, planId, 'dry-run', 'PLAN_DATES_PAST', { dates: '尚未选择日期排定方式' });
  if (row.status === 'archived')
    return refuseRecorded(deps, actor, planId, 'dry-run', 'PLAN_NOT_READY', { status: '归档' });
  const dossier = await loadDossier(deps.prisma, planId, now);
  const { phase, next } = dossier.input;
  const [calendar, liaisons, states] = await Promise.all([
    loadCalendar(deps.prisma),
    liaisonsOf(deps.prisma, planId),
    comingStates(deps, found, dossier),
  ]);
  const isEnglish = actor.locale === 'en';
  const personOf = (state: SupervisedState, unitId: string): string =>
    liaisonFor(liaisons, unitId, taskIdOf(state.entityId) ?? '') ?? unitId;
  return {
    from: phase?.kind ?? null,
    to: next?.kind ?? null,
    toName: next?.name ?? null,
    hash: dossier.hash,
    gaps: dossier.gaps.map(({ code, text, en, count }) => ({ code, text: isEnglish ? en : text, count })),
    facts: dossier.facts.map(({ label, value, en }) => (isEnglish ? en : { label, value })),
    unboundUnits: dossier.states.plan ? dossier.input.unboundUnits : await unboundShorts(deps, planId, states),
    firstWeek: firstWeek(states, { calendar, policy, now }, personOf),
    undoMinutes: policy.values.undoWindowMinutes,
  };
}

/** The entities as they would be in the phase to come. */
async function comingStates(
  { prisma }: DeskDeps,
  found: FoundPlan,
  { input, states }: LoadedDossier,
): Promise<SupervisedState[]> {
  const { row, facts, policy, dates, now } = found;
  const units = await unitRows(prisma, row.id);
  if (!states.plan) {
    const tasks = await prisma.task.findMany({ where: { planId: row.id }, orderBy: { ordinal: 'asc' } });
    const preview = previewStates({ planId: row.id, clockId: row.clockId, facts, policy, dates, tasks, units, now });
    return [...preview.tasks, ...preview.own];
  }
  const { next } = input;
  if (!next || !dates) return [];
  const epoch = states.plan.epoch + 1;
  const window = { ...next, epoch };
  const open = states.tasks
    .filter(({ status }) => status === 'open' || status === 'waiting')
    .map((state) => inPhase(state, window, state.dueOn));
  const duties =
    dates.phases.find(({ kind }, at) => kind === next.kind && phaseWindows(dates)[at]?.start === next.start)?.duties ??
    [];
  const seed = {
    planId: row.id,
    clockId: row.clockId,
    offsetMs: 0,
    policy,
    officeUnit: officeOf(units, facts),
    startedAt: now,
    entityId: phaseWorkflowId(row.id, next.kind, epoch),
    phase: window,
  };
  const planned = await prisma.task.findMany({ where: { planId: row.id }, orderBy: { ordinal: 'asc' } });
  const recurring = recurringStates(seed, {
    facts,
    tasks: planned.map((task) => task.facts as unknown as PlanTask),
    units,
    from: localDateOf(now, policy.values.zone),
  });
  return [...open, initialPhaseState({ ...seed, duties }), ...recurring];
}
