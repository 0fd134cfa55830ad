import { RefusedError } from '../../../domain/refusals.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { refuseRecorded } from '../refuse.ts';
import { acceptChange } from './accept-change.ts';
import { isPhaseRefusal } from './take-back.ts';
import { loadAmendment } from './find-amendment.ts';

/**
 * Accepts every open change of the newest amendment that rests on a certain match; doubtful ones are left for
 * a person to look at. One that only holds together with others is tried again after them. Throws RefusedError AMENDMENT_UNKNOWN.
 */
export async function acceptAllChanges(
  deps: DeskDeps,
  actor: DeskActor,
  { planId }: { planId: string },
): Promise<DeskResult & { accepted: number; left: number }> {
  const { row } = await findPlan(deps, actor, planId, 'amend');
  const amendment = await loadAmendment(deps.prisma, row.id);
  if (!amendment) return refuseRecorded(deps, actor, row.id, 'amend', 'AMENDMENT_UNKNOWN');
  // Accepted, but the workflows were out of reach: told now.
  const waiting = amendment.changes.filter(({ status, appliedAt }) => status === 'accepted' && appliedAt === null);
  const open = amendment.changes.filter(({ status, body }) => status === 'open' && !body.doubtful);
  for (const { id } of waiting) await acceptChange(deps, actor, { planId, changeId: id });
  let left = open.map(({ id }) => id);
  for (let before = -1; left.length > 0 && left.length !== before;) {
    before = left.length;
    left = await acceptEach(deps, actor, planId, left);
  }
  const accepted = open.length - left.length;
  const doubtful = amendment.changes.filter(({ status, body }) => status === 'open' && body.doubtful).length;
  const rest = [
    doubtful > 0 ? `${doubtful}项对应关系存疑,请逐项核对` : '',
    left.length > 0 ? `${left.length}项不能采纳,请逐项查看原因` : '',
  ].filter((text) => text !== '');
  return {
    accepted,
    left: doubtful + left.length,
    summary: `已采纳${accepted}项改动${rest.length > 0 ? `;${rest.join(';')}` : ''}。`,
  };
}

/** Those that could not be accepted as things stand. */
async function acceptEach(deps: DeskDeps, actor: DeskActor, planId: string, ids: string[]): Promise<string[]> {
  const left: string[] = [];
  for (const changeId of ids) {
    try {
      await acceptChange(deps, actor, { planId, changeId });
    } catch (error) {
      const code = error instanceof RefusedError ? error.refusal.code : null;
      if (code !== 'CHANGE_CONFLICT' && !isPhaseRefusal(code)) throw error;
      left.push(changeId);
    }
  }
  return left;
}
