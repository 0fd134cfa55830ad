import { nextDigest } from '../domain/calendar/digest.ts';
import { nextWindow } from '../domain/calendar/send-window.ts';
import type { Calendar } from '../domain/calendar/types.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Db } from '../prisma/client.ts';
import { waitingPrompts } from '../prisma/queries/next-sendable.ts';
import type { SendContext } from './send-context.ts';
import type { SendTurn } from './types.ts';

/** The earliest instant at which something that waits now may go, or ends. `shutMs`: until the first shut channel is open again. */
export async function nextLook(
  db: Db,
  { clockId, now }: SendTurn,
  { calendar, plans }: SendContext,
  shutMs: number | null,
): Promise<string | null> {
  const waiting = await waitingPrompts(db, clockId, new Date(now));
  const looks: string[] = [waiting.notBefore, waiting.dueAt, waiting.planHold].flatMap((at) =>
    at === null ? [] : [at.toISOString()],
  );
  const inMs = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();
  if (waiting.heldUntil !== null) looks.push(inMs(Math.max(1_000, waiting.heldUntil.getTime() - Date.now())));
  if (shutMs !== null) looks.push(inMs(shutMs));
  if (waiting.queued > 0)
    looks.push(...[...plans.values()].flatMap(({ policy }) => windowAfter(calendar, policy, now)));
  return looks.sort()[0] ?? null;
}

function windowAfter(calendar: Calendar, policy: Policy, now: string): string[] {
  const { at } = nextWindow(calendar, policy, now);
  // Inside a window what is left has nobody to go to: looked at again with the next digest.
  return [at === now ? nextDigest(calendar, policy, new Date(Date.parse(now) + 1).toISOString(), true).at : at];
}
