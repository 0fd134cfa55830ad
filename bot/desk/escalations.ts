import { releaseFrom } from '../../domain/calendar/escalation-instants.ts';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { momentWithWeekday } from '../../domain/chat/local-text.ts';
import type { Escalation } from '../../domain/supervision/types.ts';
import type { Unit } from '../../prisma/generated/client.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPart, type PartAsked } from './find-part.ts';
import { findRunningTask } from './find-task.ts';
import { refuseRecorded } from './refuse.ts';
import { isSeen, SEEN } from './seen-act.ts';

export interface EscalationAsked extends PartAsked {
  taskId: string;
  /** Of the held rung, where it is known; else the unit's oldest. */
  id?: string | undefined;
}

/**
 * 核定提示: a held rung goes to the unit's supervisor when escalation is next allowed (policy "Ladder"). Throws
 * RefusedError ESCALATION_NONE, ESCALATION_ANSWERED, ESCALATION_SETTLED, TASK_CLOSED.
 */
export async function releaseEscalation(deps: DeskDeps, actor: DeskActor, asked: EscalationAsked): Promise<DeskResult> {
  const { found, unit, held } = await find(deps, actor, asked);
  if (isSeen(actor, found.state)) return SEEN;
  const { policy, now } = found;
  const since = typeof held === 'string' ? now : held.since;
  const sendFrom = releaseFrom(await loadCalendar(deps.prisma), policy, since, now);
  const id = typeof held === 'string' ? held : held.id;
  const { summary } = await decideTask(deps, actor, found, { kind: 'release-escalation', id, sendFrom });
  const { zone } = policy.values;
  const when = sendFrom > now ? `,${momentWithWeekday(sendFrom, zone, localDateOf(now, zone))}发出` : '';
  return { summary: `${summary}:${unit.name}${when}` };
}

/** 不提示: the held rung ends unsent, with the reason. Throws the same, and REASON_REQUIRED. */
export async function dropEscalation(
  deps: DeskDeps,
  actor: DeskActor,
  { reason, ...asked }: EscalationAsked & { reason: string },
): Promise<DeskResult> {
  const { found, unit, held } = await find(deps, actor, asked);
  const id = typeof held === 'string' ? held : held.id;
  const { summary } = await decideTask(deps, actor, found, { kind: 'hold-escalation', id, reason });
  return { summary: `${summary}:${unit.name}` };
}

/** An id that is no longer held goes to the workflow, which knows whether an answer came or a person was quicker. */
async function find(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, id, ...asked }: EscalationAsked,
): Promise<{ found: Awaited<ReturnType<typeof findRunningTask>>; unit: Unit; held: Escalation | string }> {
  const found = await findRunningTask(deps, actor, taskId, 'escalate');
  const known = found.state.escalations?.find((one) => one.id === id);
  const partId = asked.partId ?? known?.partId ?? (id === undefined ? undefined : id.split(':')[0]);
  const { part, unit } = await findPart(deps, actor, found, { ...asked, partId }, 'escalate');
  const held = known ?? id ?? found.state.escalations?.find((one) => one.partId === part.id);
  if (held === undefined)
    return isSeen(actor, found.state) || isOver(found.state.status)
      ? { found, unit, held: '' }
      : refuseRecorded(deps, actor, found.row.id, 'escalate', 'ESCALATION_NONE', { unit: unit.name });
  return { found, unit, held };
}

const isOver = (status: string): boolean => status === 'closed' || status === 'cancelled';
