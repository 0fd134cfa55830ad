import { RefusedError } from '../../domain/refusals.ts';
import { bindByCode } from './bind-by-code.ts';
import { refuseRow } from './refuse-row.ts';
import { askClaimant } from './settle-bind-claim.ts';
import { decision, type Decision, type RowContext } from './types.ts';

/** A one-time code sent by somebody who is bound already: their own again, or refused. */
export async function applyCode(context: RowContext, code: string): Promise<Decision> {
  try {
    const redeemed = await bindByCode(context.deps, context.row, code);
    // Its address became nobody's while the row waited.
    if ('claim' in redeemed) {
      await askClaimant(context.deps, context.row, redeemed.claim);
      return decision('answered', context.planId);
    }
    return { ...redeemed.decided, person: redeemed.context.person };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    // A code of another purpose may still open something: the chain, which many may read, doesn't hold it.
    return refuseRow(context, { code: error.refusal.code, about: { words: null } });
  }
}
