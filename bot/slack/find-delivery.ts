import type { WebClient } from '@slack/web-api';
import type { Instant } from '../../domain/plan/types.ts';
import { DELIVERY_EVENT } from './render-message.ts';
import { isThreadRefused } from './thread.ts';

const PAGE = 200;
/** Slack's clock and ours may differ by this much. */
const SKEW_MS = 5 * 60_000;

export interface Sought {
  channel: string;
  /** Of the thread in which it belongs; null: in none. */
  threadTs: string | null;
  deliveryId: string;
  part: number;
  since: Instant;
}

/** Looks through what was posted since then for this delivery's metadata. Throws where Slack can't be asked. */
export async function findDelivery(client: WebClient, sought: Sought): Promise<{ channel: string; ts: string } | null> {
  const { channel, threadTs, since } = sought;
  const from = {
    channel,
    oldest: String((Date.parse(since) - SKEW_MS) / 1_000),
    inclusive: true,
    include_all_metadata: true,
    limit: PAGE,
  };
  // A conversation's history says nothing of its threads.
  const inThread =
    threadTs === null
      ? null
      : await findIn(sought, (cursor) => client.conversations.replies({ ...from, ts: threadTs, ...cursor })).catch(
          (error: unknown) => {
            if (!isThreadRefused(error)) throw error;
            return null;
          },
        );
  // What its thread refused stands outside.
  return inThread ?? findIn(sought, (cursor) => client.conversations.history({ ...from, ...cursor }));
}

interface Page {
  messages?: { ts?: string; metadata?: { event_type?: string; event_payload?: unknown } }[];
  response_metadata?: { next_cursor?: string };
}

async function findIn(
  { channel, deliveryId, part }: Sought,
  pageAt: (cursor: { cursor?: string }) => Promise<Page>,
): Promise<{ channel: string; ts: string } | null> {
  let cursor: string | undefined;
  do {
    const page = await pageAt(cursor ? { cursor } : {});
    const found = (page.messages ?? []).find(({ metadata }) => {
      const payload = metadata?.event_payload as { delivery_id?: unknown; part?: unknown } | undefined;
      return (
        metadata?.event_type === DELIVERY_EVENT &&
        payload?.delivery_id === deliveryId &&
        Number(payload.part ?? 1) === part
      );
    });
    if (found?.ts !== undefined) return { channel, ts: found.ts };
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  return null;
}
