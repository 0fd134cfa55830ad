import type { WebClient } from '@slack/web-api';
import type { Instant } from '../../domain/plan/types.ts';
import { DELIVERY_EVENT } from './render-message.ts';

const PAGE = 200;
/** Slack's clock and ours may differ by this much. */
const SKEW_MS = 5 * 60_000;

/** Looks through what was posted since then for this delivery's metadata. Throws where Slack can't be asked. */
export async function findDelivery(
  client: WebClient,
  { channel, deliveryId, part, since }: { channel: string; deliveryId: string; part: number; since: Instant },
): Promise<{ channel: string; ts: string } | null> {
  const oldest = String((Date.parse(since) - SKEW_MS) / 1_000);
  let cursor: string | undefined;
  do {
    const page = await client.conversations.history({
      channel,
      oldest,
      inclusive: true,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
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
