import { dateTerms } from '../../../domain/supervision/extension-terms.ts';
import type { LocalDate } from '../../../domain/plan/types.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { planSpan } from '../../../prisma/plan-span.ts';
import { decideTask } from '../decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPart, type PartAsked } from '../find-part.ts';
import { findRunningTask } from '../find-task.ts';

export interface ExtensionDecided extends PartAsked {
  taskId: string;
  grant: boolean;
  /** 另定日期; absent: the day that was asked for. */
  dueOn?: LocalDate | null | undefined;
  /** Of a refusal, or the leading group's decision where it is theirs. */
  reason?: string | null | undefined;
  /** The request that was seen; absent: whichever is open. */
  requestId?: string | undefined;
}

/**
 * 延期审批: grants or refuses a unit's request. The unit is told when the decision can't be taken back any more.
 * Throws RefusedError EXTENSION_NONE, EXTENSION_CHANGED, EXTENSION_SUPERSEDED, SIGN_OFF_MISSING, SELF_DECIDE,
 * EXTENSION_LEADERS, REASON_REQUIRED and what is wrong with the date.
 */
export async function decideExtension(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, grant, dueOn = null, reason, requestId, ...asked }: ExtensionDecided,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'decide-extension');
  const { part, unit } = await findPart(deps, actor, found, asked, 'decide-extension');
  const { policy, now, row } = found;
  const extension = part.request?.extension;
  const terms = dateTerms(
    {
      dueOn: extension?.dueOn ?? null,
      newDueOn: dueOn ?? extension?.newDueOn ?? '9999-12-31',
      span: await planSpan(deps.prisma, row.id, found.entityId),
    },
    { calendar: await loadCalendar(deps.prisma), policy, now },
  );
  const undoMs = policy.values.extensionUndoMinutes * 60_000;
  const { summary } = await decideTask(deps, actor, found, {
    kind: 'decide-extension',
    partId: part.id,
    ...(requestId === undefined ? {} : { requestId }),
    grant,
    dueOn,
    reason: reason ?? '',
    terms,
    undoUntil: new Date(Date.parse(now) + undoMs).toISOString(),
  });
  return { summary: `${summary},${policy.values.extensionUndoMinutes}分钟内可以撤回,其后通知${unit.name}` };
}
