import { killAndRestart } from '../kills.ts';
import { nextNode } from '../plan-time.ts';
import { playRound } from '../rounds.ts';
import type { Row } from './row.ts';

const ROUNDS = 5;
const KILLS_A_ROUND = 3;
const ACCEPTED_WITHIN_MS = 60_000;

/** Row 2: the provider has taken a message and its answer never arrives, because the worker is killed. */
export const killedAfterAccept: Row = {
  row: 2,
  fault: 'worker kill -9 between the provider’s 200 and the end of the activity',
  bot: 'product',
  async play({ world, run, timeIsUp, random }) {
    let missed = 0;
    for (let round = 0; round < ROUNDS && !timeIsUp() && (await nextNode(world)); round += 1) {
      await playRound(world, run, async () => {
        for (let n = 0; n < KILLS_A_ROUND; n += 1) {
          const count = world.ledger.accepted.length + random(1, 6);
          const hung = await Promise.race([hangAfter(world, count), tooLate()]);
          if (!hung) missed += 1;
          else run.kills.push(await killAndRestart(world, 'worker'));
        }
      });
    }
    return { figures: { missed } };
  },
};

/** Holds back the answer to the next message once so many were taken. */
async function hangAfter(
  { ledger }: { ledger: { accepted: readonly unknown[]; hangNext(): Promise<unknown> } },
  count: number,
): Promise<boolean> {
  const until = Date.now() + ACCEPTED_WITHIN_MS / 2;
  while (ledger.accepted.length < count && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 2));
  await ledger.hangNext();
  return true;
}

const tooLate = (): Promise<boolean> =>
  new Promise((resolve) => setTimeout(() => resolve(false), ACCEPTED_WITHIN_MS).unref());
