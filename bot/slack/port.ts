import { z } from 'zod';
import type { ChatPort, SendResult } from '../../domain/chat/port.ts';
import { createApiClient, type SlackApi } from './api-client.ts';
import { findDelivery } from './find-delivery.ts';
import { renderMessage } from './render-message.ts';
import { sendFailure } from './send-outcome.ts';

/** Where a message of ours stands. */
const Reference = z.object({ channel: z.string(), ts: z.string() });

/** Slack allows about one message a second in a conversation. */
const PER_CONVERSATION = 1;
/** All conversations together; Slack prints no figure for them. */
const PER_TEAM = 20;

const UNFURL = { unfurl_links: false, unfurl_media: false } as const;

/** Sends to persons in their direct conversation with the bot. Each call is made once, within `timeoutMs` (10 s). */
export function createSlackPort(api: SlackApi): ChatPort {
  const client = createApiClient(api);
  const conversations = new Map<string, string>();

  /** The conversation with a person; opening it again gives the same one. */
  async function conversationWith(user: string): Promise<string> {
    const known = conversations.get(user);
    if (known !== undefined) return known;
    const { channel } = await client.conversations.open({ users: user });
    if (channel?.id === undefined) throw new Error('conversations.open named no conversation');
    conversations.set(user, channel.id);
    return channel.id;
  }

  return {
    channel: 'slack',
    hasWindow: true,
    rates: ({ team, externalId }) => [
      { key: `slack/${team}/${externalId}`, perSecond: PER_CONVERSATION },
      { key: `slack/${team}`, perSecond: PER_TEAM },
    ],

    async send({ externalId }, message): Promise<SendResult> {
      let channel: string;
      try {
        channel = await conversationWith(externalId);
      } catch (error) {
        return sendFailure(error, 'open');
      }
      try {
        const { ts } = await client.chat.postMessage({ channel, ...renderMessage(message), ...UNFURL });
        if (ts === undefined) return { kind: 'ambiguous', reason: 'the answer named no message' };
        return { kind: 'sent', providerRef: { channel, ts } };
      } catch (error) {
        const failure = sendFailure(error, 'post');
        // Asked for anew next time: a conversation may be replaced.
        if (failure.kind === 'permanent') conversations.delete(externalId);
        return failure;
      }
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

    async reconcile({ externalId }, { deliveryId }, since) {
      return findDelivery(client, { channel: await conversationWith(externalId), deliveryId, since });
    },
  };
}
