import { localDateOf } from '../../domain/calendar/local-time.ts';
import { fullDayText } from '../../domain/chat/local-text.ts';
import { startPlan } from '../../temporal/start-plan.ts';
import { appendDeskEvent } from '../../prisma/events.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPlan, type FoundPlan } from './find-plan.ts';
import { eventActor, recordingRefusals, refuseRecorded } from './refuse.ts';
import { printedSpan } from './views/plan-row.ts';

/** Starts a re-dated plan's workflows. Throws RefusedError PLAN_DATES_PAST, PLAN_ALREADY_STARTED, PLAN_NOT_READY. */
export async function startPlanAct(
  deps: DeskDeps,
  actor: DeskActor,
  { planId }: { planId: string },
): Promise<DeskResult> {
  const found = await findPlan(deps, actor, planId, 'start');
  const past = pastDates(found);
  if (past !== null) return refuseRecorded(deps, actor, planId, 'start', 'PLAN_DATES_PAST', { dates: past });
  await recordingRefusals(deps, actor, planId, 'start', () => startPlan(deps, planId));
  await appendDeskEvent(deps.prisma, {
    planId,
    kind: 'planStartAsked',
    actor: eventActor(actor),
    via: actor.via,
    planAt: new Date(found.now),
    body: { mode: found.dates?.mode ?? null },
  });
  const first = found.dates?.phases[0];
  return { summary: first ? `方案已启动,${first.name}自${fullDayText(first.start.effective)}起。` : '方案已启动。' };
}

/** Dates that stand in the way of a start: none chosen yet, or chosen so long ago that the first phase is over. */
function pastDates({ row, facts, dates, policy, now }: FoundPlan): string | null {
  if (row.status === 'draft' || (row.status === 'ready' && dates === null))
    return printedSpan(facts.period.start, facts.period.end) || '方案未印起止日期';
  const end = dates?.phases[0]?.end.effective;
  if (row.status !== 'ready' || dates?.mode === 'takeover' || end === undefined) return null;
  return end < localDateOf(now, policy.values.zone) ? `首个阶段已于${fullDayText(end)}结束` : null;
}
