import { interleave } from '../interleave.ts';
import type { BenchRow } from '../row.ts';
import { atOnce } from '../world/at-once.ts';
import { openReplyPath, type Card } from '../world/reply-path.ts';

const GOAL = 0.8;
/** Replies of one sample, and how many of them are on their way at once. */
const BATCH = 40;
const WIDTH = 16;

/**
 * Signed post → verified → inbox row → Update → projected, all of them waited for, against the Update alone with the
 * one projection activity that its workflow awaits: the same workflows, worker and servers.
 */
export const replyPath: BenchRow = {
  id: 'B1',
  run: async (rounds) => {
    const path = await openReplyPath();
    try {
      let cards: Card[] = [];
      let bare = 0;
      let applied = await path.applied();
      const ours = async (): Promise<number> => {
        await atOnce(BATCH, WIDTH, (index) => path.press(cards[index] as Card));
        await path.dispatch.drain();
        const now = await path.applied();
        if (now !== applied + BATCH) throw new Error(`${now - applied} of ${BATCH} replies were applied`);
        return (applied = now);
      };
      const against = async (): Promise<number> => {
        await atOnce(BATCH, WIDTH, () => path.bareUpdate(bare++));
        return bare;
      };
      const measured = await interleave(ours, against, rounds, 1, {
        each: BATCH,
        cpuMs: path.cpuMs,
        prepare: async () => void (cards = await path.cards(BATCH)),
      });
      const ratio = measured.against.ms.median / measured.ours.ms.median;
      return [
        {
          what: 'reply path, signed post → projected',
          ...measured,
          than: 'bare Update + projection',
          goal: `≥ ${GOAL} of its replies a second`,
          ratio,
          met: ratio >= GOAL,
          notes: [
            `CPU of bot, worker, PostgreSQL and Temporal together; ${WIDTH} at once`,
            'neighbouring answers are about one task: ours that come together share an Update, which bare ones do not',
          ],
        },
      ];
    } finally {
      await path.stop();
    }
  },
};
