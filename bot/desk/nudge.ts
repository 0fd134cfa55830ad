import { instantAt, localDateOf } from '../../domain/calendar/local-time.ts';
import { nextWindow } from '../../domain/calendar/send-window.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { momentText } from '../../domain/chat/local-text.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import { proposalHold } from '../../prisma/queries/proposal-hold.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPart, type PartAsked } from './find-part.ts';
import { findRunningTask } from './find-task.ts';
import { refuseRecorded } from './refuse.ts';
import { isSeen, SEEN } from './seen-act.ts';

/**
 * 催办: one message to a unit's liaison now, once a unit and task in some working days (policy "Budget"). Units that
 * are not subordinate are asked by telephone or letter instead. Throws RefusedError NUDGE_NOT_SUBORDINATE, NUDGE_TOO_SOON, NOTHING_OPEN.
 */
export async function nudge(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, ...asked }: { taskId: string } & PartAsked,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'nudge');
  const { part, unit } = await findPart(deps, actor, found, asked, 'nudge');
  if (isSeen(actor, found.state)) return SEEN;
  const { row, policy, now } = found;
  const { zone, nudgeOncePerWorkingDays, windows } = policy.values;
  if (part.relation !== 'subordinate')
    return refuseRecorded(deps, actor, row.id, 'nudge', 'NUDGE_NOT_SUBORDINATE', { unit: unit.name });
  const until = part.nudgeAllowedFrom && part.nudgeAllowedFrom > now ? part.nudgeAllowedFrom : null;
  const today = localDateOf(now, zone);
  if (until)
    return refuseRecorded(deps, actor, row.id, 'nudge', 'NUDGE_TOO_SOON', {
      days: nudgeOncePerWorkingDays,
      until: momentText(until, zone, today),
    });
  const calendar = await loadCalendar(deps.prisma);
  const nextDay = addWorkingDays(calendar, today, nudgeOncePerWorkingDays);
  const { summary } = await decideTask(deps, actor, found, {
    kind: 'nudge',
    partId: part.id,
    earliestNext: instantAt(nextDay, windows[0]?.from ?? '09:00', zone),
  }).catch((error: unknown) => {
    // Somebody was quicker: the workflow knows no calendar, so its instant is put into words here.
    const until = error instanceof RefusedError ? error.refusal.details['until'] : undefined;
    if (!(error instanceof RefusedError) || error.refusal.code !== 'NUDGE_TOO_SOON' || typeof until !== 'string')
      throw error;
    throw new RefusedError('NUDGE_TOO_SOON', {
      days: nudgeOncePerWorkingDays,
      until: /T/.test(until) ? momentText(until, zone, today) : until,
    });
  });
  const opensAt = nextWindow(calendar, policy, now).at;
  const isChecked = await proposalHold(deps.prisma, found.entityId, part.id);
  const when =
    isChecked !== null
      ? ',已有答复待本人核对,核对前暂不提示'
      : opensAt > now
        ? `,${momentText(opensAt, zone, today)}发送时段开始后送达`
        : '';
  return { summary: `${summary}${unit.name}${when}` };
}
