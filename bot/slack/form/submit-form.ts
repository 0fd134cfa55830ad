import { setTimeout as pause } from 'node:timers/promises';
import type { ViewResponseAction } from '@slack/bolt';
import type { IncomingMessage } from '../../../domain/chat/port.ts';
import type { Received } from '../../inbox.ts';
import { section, plainText } from '../plain-blocks.ts';
import type { Heard } from '../decoded.ts';
import { errorsOf, type FormOutcome } from './await-outcome.ts';
import { decodeForm } from './decode-form.ts';

export interface SubmitDeps {
  receive: (message: IncomingMessage) => Promise<Received>;
  /** null: not applied yet. Absent: nothing is waited for. */
  outcome?: (inboxId: string) => Promise<FormOutcome | null>;
  /** For the outcome, from the beginning; the design's two seconds where absent. */
  withinMs?: number;
  log: (message: string, fields: Record<string, unknown>) => void;
}

/** Slack wants its answer within three seconds; the design gives two to all of it. */
const WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 60;

/**
 * A submitted modal: what is wrong is said under its field; else it is committed, and its outcome waited for as
 * long as the design allows. Resolves to what Slack is answered; undefined closes the modal. Throws where the
 * commit failed.
 */
export async function submitForm(
  { receive, outcome, withinMs = WITHIN_MS, log }: SubmitDeps,
  body: unknown,
  heard: Heard,
): Promise<ViewResponseAction | undefined> {
  const began = performance.now();
  const leftMs = (): number => Math.max(0, withinMs - (performance.now() - began));
  const decoded = decodeForm(body, heard);
  if (decoded.kind === 'errors') return { response_action: 'errors', errors: decoded.errors };
  if (decoded.kind === 'ignored') {
    log('slack: passed over', { why: decoded.why });
    return undefined;
  }
  const { inboxId } = await receive(decoded.message);
  if (!outcome) return undefined;
  while (leftMs() > 0) {
    const come = await within(leftMs(), outcome(inboxId));
    if (come) {
      const errors = errorsOf(come, decoded.blockIds);
      return errors ? { response_action: 'errors', errors } : { response_action: 'clear' };
    }
    await pause(LOOK_EVERY_MS);
  }
  return { response_action: 'update', view: RECEIVED };
}

/** A database that hangs must not hold the answer: it is committed already. */
async function within<T>(ms: number, looking: Promise<T | null>): Promise<T | null> {
  const left = new AbortController();
  const late = pause(ms, null, { signal: left.signal }).catch(() => null);
  const found = await Promise.race([looking.catch(() => null), late]);
  left.abort();
  return found;
}

const RECEIVED = {
  type: 'modal' as const,
  title: plainText('已收到'),
  close: plainText('关闭'),
  blocks: [section('已收到,正在登记。结果稍后在与机器人的私聊中告知。')],
};
