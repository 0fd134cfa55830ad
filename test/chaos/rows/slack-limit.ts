import { shownInSlack } from '../chat/shown.ts';
import { chatOf } from '../chat/judge-chat.ts';
import { untilTrue } from '../chat/until.ts';
import type { Finding } from '../judge.ts';
import { rest } from '../rounds.ts';
import { moveOn, signed } from './chat-rounds.ts';
import type { Row } from './row.ts';

const RETRY_AFTER_S = 30;
const OTHERS_WITHIN_MS = 25_000;

/** Row 12: one conversation is at its limit. */
export const slackLimit: Row = {
  row: 12,
  fault: 'Slack 429 Retry-After 30 on one channel',
  bot: 'product',
  chat: 'http',
  async play(stage) {
    const { world, run, random } = stage;
    await signed(stage);
    const { slack } = chatOf(world);
    const users = [...slack.workspace.users.values()];
    const held = users[random(0, users.length - 1)];
    if (!held) throw new Error('nobody is on Slack');
    const before = slack.workspace.ledger.length;
    const digests = () =>
      slack.workspace.ledger
        .slice(before)
        .filter(({ method, blocks }) => method === 'chat.postMessage' && shownInSlack(blocks).text !== '');
    slack.faults.inject({
      method: 'chat.postMessage',
      channel: held.dm,
      mode: { kind: 'rate-limited', retryAfterSeconds: RETRY_AFTER_S },
    });
    const from = Date.now();
    await moveOn(stage);
    const others = new Set(users.filter(({ id }) => id !== held.id).map(({ dm }) => dm));
    const reached = () => new Set(digests().map(({ channel }) => channel));
    const unharmed = await untilTrue(() => [...others].every((dm) => reached().has(dm)), OTHERS_WITHIN_MS);
    const findings: Finding[] = unharmed
      ? []
      : [{ law: 'L', what: 'other conversations waited too', where: `${reached().size} of ${others.size}` }];
    await untilTrue(() => reached().has(held.dm), 120_000);
    const [first] = digests().filter(({ channel }) => channel === held.dm);
    const waitedMs = first ? Number(first.ts) * 1_000 - from : 0;
    // A call before its time would have been taken: the fault met one call only.
    if (waitedMs < RETRY_AFTER_S * 1_000)
      findings.push({ law: 'D', what: `was called ${Math.round(waitedMs)} ms after the refusal`, where: held.id });
    await rest(world, run);
    return { findings, figures: { heldMs: Math.round(waitedMs), others: others.size } };
  },
};
