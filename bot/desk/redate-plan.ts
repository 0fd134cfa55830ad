import { localDateOf } from '../../domain/calendar/local-time.ts';
import { defaultMode, redate, RedateStartPastError } from '../../domain/plan/redate.ts';
import type { RedatedPlan, RedateMode } from '../../domain/plan/redate-types.ts';
import { firstWeek } from '../../domain/supervision/first-week.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import { liaisonFor, liaisonsOf } from '../../prisma/bound-units.ts';
import type { Prisma } from '../../prisma/client.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import { unitRows } from '../../prisma/office-unit.ts';
import type { RedatePreview } from '../../web/api.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPlan, type FoundPlan } from './find-plan.ts';
import { previewStates } from './preview-states.ts';
import { redateRows, redateSummary } from './redate-rows.ts';
import { eventActor, refuseRecorded } from './refuse.ts';
import { unboundShorts } from './unbound-shorts.ts';
import { taskIdOf } from '../../domain/task-entity.ts';

interface Choice {
  planId: string;
  mode: RedateMode;
  /** Local day on which the plan begins; default today. */
  startOn?: string;
  reason?: string;
}

/** What a way of re-dating would give, old beside new, with the first week's load; changes nothing. Throws RefusedError INPUT_INVALID. */
export async function previewRedate(
  deps: DeskDeps,
  actor: DeskActor,
  input: Omit<Choice, 'mode' | 'reason'> & { mode?: RedateMode },
): Promise<RedatePreview> {
  const found = await findPlan(deps, actor, input.planId, 'redate');
  const { row, facts, policy, now } = found;
  const calendar = await loadCalendar(deps.prisma);
  const proposed = defaultMode(facts, { today: localDateOf(now, policy.values.zone), calendar });
  // A plan that is still current may run as printed: shifted by no year at all, that is the same.
  const byDefault = proposed === 'as-printed' ? 'shift' : proposed;
  const mode = input.mode ?? byDefault;
  const dates = await redated(deps, actor, found, { ...input, mode });
  const [tasks, units, liaisons] = await Promise.all([
    deps.prisma.task.findMany({ where: { planId: row.id }, orderBy: { ordinal: 'asc' } }),
    unitRows(deps.prisma, row.id),
    liaisonsOf(deps.prisma, row.id),
  ]);
  const preview = previewStates({ planId: row.id, clockId: row.clockId, facts, policy, dates, tasks, units, now });
  const states = [...preview.tasks, ...preview.own];
  const personOf = (state: SupervisedState, unitId: string): string =>
    liaisonFor(liaisons, unitId, taskIdOf(state.entityId) ?? '') ?? unitId;
  return {
    mode,
    defaultMode: byDefault,
    summary: redateSummary(dates),
    rows: redateRows(facts, dates),
    questions: dates.questions.map(({ code, zh, proposal }) => ({ code, text: zh, proposed: proposal ?? '' })),
    firstWeek: dates.timers ? firstWeek(states, { calendar, policy, now }, personOf) : [],
    unboundUnits: await unboundShorts(deps, row.id, preview.tasks),
  };
}

/** Chooses how a plan's dates are laid; until it is started it may be chosen again. Throws RefusedError PLAN_ALREADY_SENT, PLAN_NOT_READY, INPUT_INVALID. */
export async function redatePlan(deps: DeskDeps, actor: DeskActor, choice: Choice): Promise<DeskResult> {
  const found = await findPlan(deps, actor, choice.planId, 'redate');
  const { id: planId } = found.row;
  const sent = await deps.prisma.delivery.count({ where: { planId, klass: { not: 'home' } } });
  if (sent > 0) return refuseRecorded(deps, actor, planId, 'redate', 'PLAN_ALREADY_SENT');
  const dates = await redated(deps, actor, found, choice);
  const chosen = await deps.prisma.$transaction(async (tx) => {
    const { count } = await tx.plan.updateMany({
      where: { id: planId, status: { in: ['draft', 'ready', 'archived'] } },
      data: { status: dates.timers ? 'ready' : 'archived', dates: dates as unknown as Prisma.InputJsonValue },
    });
    if (count === 0) return false;
    const { mode, yearsMoved, activeFrom, reason, period } = dates;
    const body = {
      mode,
      yearsMoved,
      activeFrom,
      reason,
      from: period.start.effective,
      to: period.end.effective,
      questions: dates.questions.map(({ code }) => code),
    };
    await appendDeskEventIn(tx, {
      planId,
      kind: 'planRedated',
      actor: eventActor(actor),
      via: actor.via,
      planAt: new Date(found.now),
      body,
    });
    return true;
  });
  if (!chosen)
    return refuseRecorded(deps, actor, planId, 'redate', 'PLAN_NOT_READY', {
      status: found.row.status === 'closed' ? '已结束' : '运行中',
    });
  return { summary: redateSummary(dates) };
}

async function redated(
  deps: DeskDeps,
  actor: DeskActor,
  { row, facts, policy, now }: FoundPlan,
  { mode, startOn, reason }: Choice,
): Promise<RedatedPlan> {
  const calendar = await loadCalendar(deps.prisma);
  const options = {
    today: localDateOf(now, policy.values.zone),
    calendar,
    ...(startOn ? { startOn } : {}),
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
  };
  try {
    return redate(facts, mode, options);
  } catch (error) {
    if (error instanceof RedateStartPastError)
      return refuseRecorded(deps, actor, row.id, 'redate', 'INPUT_INVALID', {
        what: `${error.message}。请选择今天或以后的日期。`,
      });
    if ((error as Error).name === 'CalendarYearMissingError')
      return refuseRecorded(deps, actor, row.id, 'redate', 'INPUT_INVALID', {
        what: '该日期超出已有日历的年份。请选择较近的启动日。',
      });
    throw error;
  }
}
