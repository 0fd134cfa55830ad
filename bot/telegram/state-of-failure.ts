import { TelegramApiError } from 'node-telegram-bot-api';
import type { ListenerState } from '../listener.ts';
import { reasonOf } from './outcome-of.ts';

/** An update was read and could not be committed: it comes again. */
export type NotStored = Error & { readonly name: 'NotStored' };

export const notStored = (cause: unknown): NotStored =>
  Object.assign(new Error(cause instanceof Error ? cause.name : 'unknown'), { name: 'NotStored' as const });

export const isRefusedToken = (error: unknown): boolean =>
  error instanceof TelegramApiError && (error.errorCode === 401 || error.errorCode === 404);

export const isConflict = (error: unknown): boolean => error instanceof TelegramApiError && error.errorCode === 409;

/** What /readyz says while a way in does not work; never more than Telegram's own words. */
export function stateOfFailure(error: unknown): Required<ListenerState> {
  if (error instanceof Error && error.name === 'NotStored')
    return { state: 'late', note: '收到的消息暂未能保存,将重新接收' };
  if (isRefusedToken(error)) return { state: 'down', note: 'Telegram 不认可 TELEGRAM_BOT_TOKEN' };
  if (isConflict(error)) return { state: 'late', note: '另有程序以同一机器人接收消息,或设有其他网址,稍后再试' };
  return { state: 'late', note: `Telegram 没有正常应答(${reasonOf(error)}),稍后再试` };
}
