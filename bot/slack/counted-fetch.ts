import type { Rate } from '../../domain/chat/port.ts';
import type { Db } from '../../prisma/client.ts';
import { deferRates, waitForRate } from '../../prisma/wait-for-rate.ts';
import type { SlackApi } from './api-client.ts';
import { methodRate, postRates } from './rates.ts';

type Fetch = NonNullable<SlackApi['fetch']>;

/** A modal opens within three seconds of its press, or not at all. */
const WAIT_MAX_MS = 1_500;
/** Where Slack says no time of its own. */
const AGAIN_S = 60;

/**
 * The same calls, each within the limits that all processes share: home pages, modals and sentences count like the
 * messages do, and a 429 moves its method's own bucket. One whose turn would come too late is answered as Slack would.
 * Before the workspace is known nothing is counted.
 */
export function countedFetch(db: Db, team: () => string | null, through: Fetch = fetch): Fetch {
  return async (url, init) => {
    const known = team();
    const method = /\/api\/([\w.]+)/.exec(String(url))?.[1];
    if (known === null || method === undefined) return through(url, init);
    const rates = ratesOf(known, method);
    const { waitMs } = await waitForRate(db, rates, { maxWaitMs: WAIT_MAX_MS });
    if (waitMs > 0) return tooMany(Math.ceil(waitMs / 1_000));
    const answer = await through(url, init);
    if (answer.status === 429) {
      const seconds = Number(answer.headers.get('retry-after') ?? AGAIN_S) || AGAIN_S;
      await deferRates(db, rates, { kind: 'later', scope: 'address', retryAfterMs: seconds * 1_000, reason: 'busy' });
    }
    return answer;
  };
}

const ratesOf = (team: string, method: string): Rate[] => [
  method === 'chat.postMessage' ? postRates.team(team) : methodRate(team, method),
];

const tooMany = (seconds: number): Response =>
  new Response(JSON.stringify({ ok: false, error: 'ratelimited' }), {
    status: 429,
    headers: { 'retry-after': String(seconds), 'content-type': 'application/json' },
  });
