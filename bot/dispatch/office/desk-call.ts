import { answerMessage } from '../../../domain/chat/answer-message.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { sayRefusal } from '../../../domain/chat/say-refusal.ts';
import { RefusedError, type Refusal, type RefusalCode } from '../../../domain/refusals.ts';
import { actorOf } from '../../desk/actor-of.ts';
import type { DeskActor, DeskDeps } from '../../desk/deps.ts';
import { refuseRecorded } from '../../desk/refuse.ts';
import { UnavailableError } from '../../entity-updates.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { viaOf } from '../via-of.ts';

/** Who asks the desk, by this row: the same row again is the same act. */
export async function deskActor({ deps, person, row }: RowContext): Promise<DeskActor> {
  return { ...(await actorOf(deps.prisma, person.id, viaOf(row))), actId: `desk/${row.id}` };
}

export type Called<T> = { done: T } | { refused: Refusal };

/** Calls the desk as this row's person. A refusal is on record already; what couldn't be asked comes again with the row. */
export async function callDesk<T>(
  context: RowContext,
  work: (desk: DeskDeps, actor: DeskActor) => Promise<T>,
): Promise<Called<T>> {
  try {
    return { done: await work(context.deps.desk, await deskActor(context)) };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const { code, message } = error.refusal;
    if (code === 'TEMPORAL_UNAVAILABLE' || code === 'DATABASE_UNAVAILABLE')
      throw new UnavailableError(message, { cause: error });
    return { refused: error.refusal };
  }
}

/** The same for what changes something. */
export async function actAtDesk<T>(
  context: RowContext,
  work: (desk: DeskDeps, actor: DeskActor) => Promise<T>,
): Promise<Called<T>> {
  const called = await callDesk(context, work);
  await context.deps.failpoints('dispatch.after-update');
  return called;
}

/** The desk's own sentence, and what can be done instead. */
export async function saidNo(
  context: RowContext,
  planId: string,
  refused: Refusal,
  buttons: Button[] = [],
): Promise<Decision> {
  const talk = await context.talk(planId);
  return decision('refused', planId, {
    code: refused.code,
    messages: [{ message: answerMessage('refused', [sayRefusal(refused, talk.locale)], talk, buttons) }],
  });
}

/** What doesn't get as far as one of the desk's own acts is refused on the same chain. `sentence` is said instead of the code's. */
export async function refuseAsDesk(
  context: RowContext,
  planId: string,
  act: string,
  code: RefusalCode,
  details: Record<string, string | number> = {},
  sentence?: string,
): Promise<Decision> {
  const said = await callDesk(context, (desk, actor) =>
    refuseRecorded(desk, actor, planId === '' ? null : planId, act, code, details),
  );
  const { refused } = said as { refused: Refusal };
  return saidNo(context, planId, sentence === undefined ? refused : { ...refused, message: sentence });
}
