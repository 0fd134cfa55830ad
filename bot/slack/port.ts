import { z } from 'zod';
import type { SendableMessage } from '../../domain/chat/message.ts';
import type { Address, ChatPort, SendResult } from '../../domain/chat/port.ts';
import { createHeldBack } from '../held-back.ts';
import { createApiClient, type SlackApi } from './api-client.ts';
import { findDelivery } from './find-delivery.ts';
import { partsOf } from './parts-of.ts';
import { methodRate, postRates } from './rates.ts';
import { renderMessage } from './render-message.ts';
import { sendFailure } from './send-outcome.ts';
import { isThreadRefused, threadTsIn } from './thread.ts';

/** Where a message of ours stands. */
const Reference = z.object({ channel: z.string(), ts: z.string() });

export interface SlackPortOptions extends SlackApi {
  now?: () => number;
}

const UNFURL = { unfurl_links: false, unfurl_media: false } as const;

/** Sends to persons in their direct conversation with the bot. Each call is made once, within `timeoutMs` (10 s). */
export function createSlackPort({ now = Date.now, ...api }: SlackPortOptions): ChatPort {
  const client = createApiClient(api);
  const conversations = new Map<string, string>();
  const heldBack = createHeldBack(now);

  /** The conversation with a person; opening it again gives the same one. */
  async function conversationWith(user: string): Promise<string> {
    const known = conversations.get(user);
    if (known !== undefined) return known;
    const { channel } = await client.conversations.open({ users: user });
    if (channel?.id === undefined) throw new Error('conversations.open named no conversation');
    conversations.set(user, channel.id);
    return channel.id;
  }

  /** In the thread where it belongs; an answer is worth more than its place, so outside where that is gone. */
  async function postInPlace(channel: string, message: SendableMessage): Promise<{ ts?: string }> {
    const content = { channel, ...renderMessage(message), ...UNFURL };
    const threadTs = threadTsIn(message, channel);
    if (threadTs === null) return client.chat.postMessage(content);
    try {
      return await client.chat.postMessage({ ...content, thread_ts: threadTs });
    } catch (error) {
      if (!isThreadRefused(error)) throw error;
      return client.chat.postMessage(content);
    }
  }

  async function post({ team, externalId }: Address, message: SendableMessage): Promise<SendResult> {
    let channel: string;
    try {
      channel = await conversationWith(externalId);
    } catch (error) {
      const failure = sendFailure(error, 'open');
      // Slack limits each method by itself.
      return failure.kind === 'later' && failure.scope === 'address'
        ? { ...failure, bucket: methodRate(team, 'conversations.open').key }
        : failure;
    }
    try {
      const { ts } = await postInPlace(channel, message);
      if (ts === undefined) return { kind: 'ambiguous', reason: 'the answer named no message' };
      return { kind: 'sent', providerRef: { channel, ts } };
    } catch (error) {
      const failure = sendFailure(error, 'post');
      if (failure.kind === 'later' && failure.scope === 'address') {
        const others = heldBack.othersThan(channel);
        heldBack.hold(channel, failure.retryAfterMs);
        return others ? { ...failure, scope: 'token' } : failure;
      }
      // Asked for anew next time: a conversation may be replaced.
      if (failure.kind === 'permanent') conversations.delete(externalId);
      return failure;
    }
  }

  return {
    channel: 'slack',
    hasWindow: true,
    rates: ({ team, externalId }, use = 'send') =>
      use === 'close'
        ? [methodRate(team, 'chat.update'), postRates.team(team)]
        : [
            postRates.conversation(team, externalId),
            ...(conversations.has(externalId) ? [] : [methodRate(team, 'conversations.open')]),
            postRates.team(team),
          ],
    parts: partsOf,

    async send(address, message) {
      const wasKnown = conversations.has(address.externalId);
      const result = await post(address, message);
      // The conversation that was remembered is gone, and nothing was posted: the person may have another by now.
      const isGone = result.kind === 'permanent' && result.reason === 'channel_not_found';
      return wasKnown && isGone ? post(address, message) : result;
    },

    async close(_, providerRef, message, closedWith): Promise<SendResult> {
      const { channel, ts } = Reference.parse(providerRef);
      try {
        await client.chat.update({ channel, ts, ...renderMessage(message, closedWith) });
        return { kind: 'sent', providerRef };
      } catch (error) {
        return sendFailure(error, 'post');
      }
    },

    async reconcile({ externalId }, message, since) {
      const channel = await conversationWith(externalId);
      const { deliveryId, part } = message;
      const threadTs = threadTsIn(message, channel);
      return findDelivery(client, { channel, threadTs, deliveryId, part: part?.no ?? 1, since });
    },
  };
}
