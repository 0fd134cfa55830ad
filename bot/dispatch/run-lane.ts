import type { Lane } from '../../prisma/queries/take-lanes.ts';
import { isUnavailable } from '../unavailable.ts';
import { applyRow } from './apply-row.ts';
import { applyStranger } from './apply-stranger.ts';
import { finishRow } from './finish-row.ts';
import { handOver } from './hand-over.ts';
import { contextOfLane } from './row-context.ts';
import type { Decision, DispatchDeps, RowContext } from './types.ts';

/** A row that fails this often for another reason than unavailability goes to the office as it is: it must not block its author. */
const ATTEMPTS_MAX = 5;
const BACK_OFF_MAX_MS = 15_000;

/** Applies the oldest open row of one person. Resolves to the back-off in ms where it must be tried again. */
export async function runLane(deps: DispatchDeps, lane: Lane): Promise<number | null> {
  const { row, person } = lane;
  try {
    if (!person) {
      await applyStranger(deps, row);
      deps.rowDone?.({ inboxId: row.id, personId: null });
      return null;
    }
    const context = contextOfLane(deps, lane, person);
    const giveUp = row.attempts >= ATTEMPTS_MAX && !(row.error ?? '').startsWith(UNAVAILABLE);
    await finishRow(context, giveUp ? await unread(context) : await applyRow(context));
    deps.rowDone?.({ inboxId: row.id, personId: person.id });
    return null;
  } catch (error) {
    const unavailable = isUnavailable(error);
    const attempts = row.attempts + 1;
    const reason = `${unavailable ? UNAVAILABLE : ''}${error instanceof Error ? error.message : String(error)}`.slice(
      0,
      500,
    );
    deps.log('a row is tried again', { inboxId: row.id, attempts, reason });
    await deps.prisma.inbox.update({ where: { id: row.id }, data: { attempts, error: reason } });
    return Math.min(BACK_OFF_MAX_MS, 250 * 2 ** Math.min(attempts - 1, 6));
  }
}

const UNAVAILABLE = 'unavailable: ';

/** The words are kept and the office gets them: better than a person's lane that never moves again. */
const unread = (context: RowContext): Promise<Decision> =>
  handOver(context, { key: 'unread', kind: 'unconfirmed', answer: ({ notProcessed }) => notProcessed });
