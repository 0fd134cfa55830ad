import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { medianOf } from '../interval.ts';
import type { BenchResult, BenchRow } from '../row.ts';
import { atOnce } from '../world/at-once.ts';
import { openReplyPath, type Card, type ReplyPath } from '../world/reply-path.ts';

/** Replies of one sample; a round has two of each arm. */
const BATCH = 20;
const WIDTH = 16;
const YES_GOAL = 2;
const APPLIED_GOAL = 1.5;
/** Slack gives up on an answer after this. */
const SLACK_MS = 3_000;
const SLACK_GOAL = 20;

/** Latencies at half of what the reply path can do: until the provider's 200, and until the answer is projected. */
export const latency: BenchRow = {
  id: 'B2',
  run: async (rounds) => {
    const path = await openReplyPath();
    try {
      const everyMs = 2 * (await fullSpeed(path));
      const yes: number[] = [];
      const insert: number[] = [];
      const applied: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const of = { yes: [] as number[], applied: [] as number[], insert: [] as number[], bare: [] as number[] };
        for (const arm of ['ours', 'against', 'against', 'ours'] as const) {
          if (arm === 'ours') await replies(path, everyMs, of);
          else {
            of.insert.push(...(await paced(BATCH, everyMs, () => oneInsert(path))));
            of.bare.push(...(await paced(BATCH, everyMs, (index) => path.bareUpdate(index))));
          }
        }
        // The first round isn't counted.
        if (round === 0) continue;
        yes.push(p99(of.yes));
        insert.push(p99(of.insert));
        applied.push(p99(of.applied));
        bare.push(p99(of.bare));
      }
      const notes = [`a reply every ${everyMs.toFixed(0)} ms; p99 of ${2 * BATCH} a round`];
      const toYes = medianOf(yes);
      return [
        result('p99 to the provider’s 200', yes, insert, 'one INSERT on the same pool', YES_GOAL, notes),
        {
          what: 'p99 to the 200 within Slack’s 3,000 ms',
          ours: { value: Number(toYes.median.toFixed(1)), unit: 'ms' },
          against: { value: SLACK_MS, unit: 'ms' },
          than: 'when Slack gives up',
          goal: `≥ ${SLACK_GOAL} × inside`,
          ratio: SLACK_MS / toYes.median,
          met: SLACK_MS / toYes.median >= SLACK_GOAL,
        },
        result('p99 to applied', applied, bare, 'bare Update', APPLIED_GOAL, notes),
      ];
    } finally {
      await path.stop();
    }
  },
};

function result(
  what: string,
  ours: number[],
  against: number[],
  than: string,
  goal: number,
  notes: string[],
): BenchResult {
  const [mine, theirs] = [medianOf(ours), medianOf(against)];
  return {
    what,
    ours: { ms: mine },
    against: { ms: theirs },
    than,
    goal: `≤ ${goal} ×`,
    met: mine.median <= goal * theirs.median,
    notes,
  };
}

/** Milliseconds a reply when they come as fast as they are taken. */
async function fullSpeed(path: ReplyPath): Promise<number> {
  let ms = 0;
  for (let sample = 0; sample < 2; sample += 1) {
    const cards = await path.cards(BATCH);
    const began = performance.now();
    await atOnce(BATCH, WIDTH, (index) => path.press(cards[index] as Card));
    await path.dispatch.drain();
    ms = (performance.now() - began) / BATCH;
  }
  return ms;
}

async function replies(path: ReplyPath, everyMs: number, of: { yes: number[]; applied: number[] }): Promise<void> {
  const cards = await path.cards(BATCH);
  const waiting = new Map<string, number[]>();
  path.onApplied((entityId, partId) => {
    const began = waiting.get(`${entityId}|${partId}`)?.shift();
    if (began !== undefined) of.applied.push(performance.now() - began);
  });
  const took = await paced(BATCH, everyMs, async (index) => {
    const card = cards[index] as Card;
    const key = `${card.entityId}|${card.partId}`;
    waiting.set(key, [...(waiting.get(key) ?? []), performance.now()]);
    await path.press(card);
  });
  of.yes.push(...took);
  await path.dispatch.drain();
}

/** Starts one each so many ms, whether or not those before have ended; the milliseconds that each took. */
async function paced(count: number, everyMs: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const began = performance.now();
  const all: Promise<number>[] = [];
  for (let index = 0; index < count; index += 1) {
    const dueMs = began + index * everyMs;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await pause(waitMs);
    // From when it was due: what is late because the machine is busy counts.
    all.push(work(index).then(() => performance.now() - dueMs));
  }
  return Promise.all(all);
}

async function oneInsert({ prisma }: ReplyPath): Promise<void> {
  const id = randomUUID();
  await prisma.$executeRaw`
    INSERT INTO "Inbox" ("id", "dedupeKey", "clockId", "channel", "externalId", "kind", "payload", "receivedAt", "planAt", "status")
    VALUES (${id}, ${id}, 'bench', 'slack', 'bench', 'button', '{}', now(), now(), 'done')`;
}

const p99 = (samples: number[]): number =>
  samples.toSorted((a, b) => a - b)[Math.ceil(samples.length * 0.99) - 1] ?? Number.NaN;
