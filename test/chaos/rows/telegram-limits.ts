import { setTimeout as pause } from 'node:timers/promises';
import { chatOf } from '../chat/judge-chat.ts';
import { until } from '../chat/until.ts';
import type { Finding } from '../judge.ts';
import { rest } from '../rounds.ts';
import { moveOn, signed, untilSent } from './chat-rounds.ts';
import type { Row, Stage } from './row.ts';

const HELD_S = 134;
const WINDOW_S = 20;
const WINDOWS = 3;
/** Two chats that are refused at once are the whole bot's limit: nobody else is asked in that window. */
const PROBES_A_WINDOW = 2;

/** Row 13: one chat is held back for 134 s, and a storm of refusals goes over all of them meanwhile. */
export const telegramLimits: Row = {
  row: 13,
  fault: 'Telegram 429 retry_after 134 on one chat; a storm of 429 on all',
  bot: 'product',
  chat: 'http',
  async play(stage) {
    const { world, run, random } = stage;
    await signed(stage);
    const { addresses } = chatOf(world);
    const chats = [...addresses.values()].flatMap(({ channel, externalId }) =>
      channel === 'telegram' ? [Number(externalId)] : [],
    );
    const held = chats[random(0, chats.length - 1)] ?? 0;
    const findings: Finding[] = [];
    const heldMs = await holdOne(stage, held, chats.length);
    // A call before its time would have been taken: the fault met one call only.
    if (heldMs < HELD_S * 1_000)
      findings.push({ law: 'D', what: `was called ${heldMs} ms after the refusal`, where: String(held) });
    await rest(world, run);
    const probes = await storm(stage);
    if (probes > PROBES_A_WINDOW * (WINDOWS + 1))
      findings.push({ law: 'D', what: `${probes} calls in a storm of ${WINDOWS} windows`, where: 'telegram' });
    await untilSent(stage);
    return { findings, figures: { heldMs, probes, windows: WINDOWS } };
  },
};

/** Resolves to how long after the plant the held chat got its digest; all others get theirs meanwhile. */
async function holdOne(stage: Stage, held: number, chats: number): Promise<number> {
  const { telegram } = chatOf(stage.world);
  const before = telegram.ledger.length;
  const since = () => telegram.ledger.slice(before).filter(({ method }) => method === 'sendMessage');
  telegram.failNext({ kind: 'busy', retryAfter: HELD_S }, { method: 'sendMessage', chat: held });
  const from = Date.now();
  await moveOn(stage);
  await until(() => new Set(since().map(({ chat }) => chat)).size >= chats - 1, 100_000);
  await until(() => since().some(({ chat }) => chat === held), (HELD_S + 120) * 1_000);
  return (since().find(({ chat }) => chat === held)?.at ?? 0) - from;
}

/** Everything is refused for some windows. Resolves to how often Telegram was asked all the same. */
async function storm(stage: Stage): Promise<number> {
  const { telegram } = chatOf(stage.world);
  const calls = () => telegram.calls.get('sendMessage') ?? 0;
  const before = calls();
  telegram.failNext({ kind: 'busy', retryAfter: WINDOW_S }, { method: 'sendMessage', times: Infinity });
  await moveOn(stage);
  await pause(WINDOW_S * WINDOWS * 1_000);
  telegram.mend();
  return calls() - before;
}
