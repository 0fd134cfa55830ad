import { RefusedError } from '../../domain/refusals.ts';
import { bindByCode } from './bind-by-code.ts';
import { refuseRow } from './refuse-row.ts';
import type { Decision, RowContext } from './types.ts';

/** A one-time code sent by somebody who is bound already: the address goes to the code's person, who gets the answer. */
export async function applyCode(context: RowContext, code: string): Promise<Decision> {
  try {
    const { context: own, decided } = await bindByCode(context.deps, context.row, code);
    return { ...decided, person: own.person };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    // A code of another purpose may still open something: the chain, which many may read, doesn't hold it.
    return refuseRow(context, { code: error.refusal.code, about: { words: null } });
  }
}
