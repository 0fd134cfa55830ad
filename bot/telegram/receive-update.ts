import type { Api } from 'node-telegram-bot-api';
import { assertNever } from '../../domain/assert-never.ts';
import type { Inbox } from '../inbox.ts';
import { decodeUpdate, type Decoded } from './decode-update.ts';
import { noteBlocked, noteUnblocked, type MembershipDeps } from './note-membership.ts';
import { reasonOf } from './outcome-of.ts';
import { PRESSED, SENTENCES } from './sentences.ts';

export interface ReceiverDeps extends MembershipDeps {
  inbox: Inbox;
  api: Api;
  botId: string;
  /** The bot's user name, as far as it is known. */
  username: () => string | null;
  log: (message: string, fields: Record<string, unknown>) => void;
  realNow: () => Date;
}

export interface Receiver {
  /** Resolves once everything of the update that must not be lost is committed; throws where it could not be. */
  receive(update: unknown): Promise<void>;
  /** Waits for the courtesies that are on their way. */
  settled(): Promise<void>;
}

/** The same chat is told the same only so often: a group's talk must not use up what others are sent with. */
const TELL_AGAIN_MS = 60_000;
const TOLD_MAX = 1_000;

export function createReceiver(deps: ReceiverDeps): Receiver {
  const { inbox, api, botId, username, log, realNow } = deps;
  const told = new Map<string, number>();
  const underway = new Set<Promise<unknown>>();

  /** Nothing depends on it, and nobody waits for it. */
  function courtesy(what: string, call: Promise<unknown>): void {
    const done = call
      .catch((error: unknown) => log('a courtesy to telegram failed', { what, reason: reasonOf(error) }))
      .finally(() => underway.delete(done));
    underway.add(done);
  }

  function tell({ chat, sentence, callbackId, topic }: Extract<Decoded, { kind: 'tell' }>): void {
    const text = SENTENCES[sentence];
    if (callbackId !== undefined)
      return courtesy(
        'answerCallbackQuery',
        api.answerCallbackQuery({ callback_query_id: callbackId, text, show_alert: true }),
      );
    const now = realNow().getTime();
    if (now - (told.get(`${chat}/${sentence}`) ?? -TELL_AGAIN_MS) < TELL_AGAIN_MS) return;
    if (told.size >= TOLD_MAX) told.clear();
    told.set(`${chat}/${sentence}`, now);
    courtesy(
      'sendMessage',
      api.sendMessage({ chat_id: chat, text, ...(topic === undefined ? {} : { message_thread_id: topic }) }),
    );
  }

  return {
    async receive(update) {
      const decoded = decodeUpdate(update, { botId, username: username(), receivedAt: realNow().toISOString() });
      switch (decoded.kind) {
        case 'message':
          await inbox.receive(decoded.message);
          if (decoded.callbackId !== undefined)
            courtesy(
              'answerCallbackQuery',
              api.answerCallbackQuery({ callback_query_id: decoded.callbackId, text: PRESSED }),
            );
          return;
        case 'tell':
          return tell(decoded);
        case 'membership':
          return decoded.blocked ? noteBlocked(deps, decoded.chat) : noteUnblocked(deps, decoded.chat);
        case 'ignored':
          return log('a telegram update is passed over', {
            why: decoded.why,
            updateId: (update as { update_id?: unknown } | null)?.update_id ?? null,
          });
        default:
          assertNever(decoded);
      }
    },
    async settled() {
      await Promise.allSettled(underway);
    },
  };
}
