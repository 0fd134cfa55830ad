import { chatOf } from '../chat/judge-chat.ts';
import { hangNext } from '../chat/hang-next.ts';
import { taken } from '../chat/taken.ts';
import type { Finding } from '../judge.ts';
import { duplicatesIn } from '../judge/duplicates.ts';
import { rest } from '../rounds.ts';
import { moveOn, signed, untilSent } from './chat-rounds.ts';
import type { Row } from './row.ts';

const HANGS = 3;

/** Row 15: a message is taken and its answer never comes. Slack is asked; on Telegram it is marked as uncertain. */
export const lostAnswers: Row = {
  row: 15,
  fault: 'timeout after a message was taken, three times on each provider',
  bot: 'product',
  chat: 'http',
  async play(stage) {
    const { world, run, unsure } = stage;
    await signed(stage);
    const providers = chatOf(world);
    const before = new Set((await taken(world.prisma, providers)).map(({ deliveryId }) => deliveryId));
    await moveOn(stage);
    for (let n = 0; n < HANGS; n += 1) await hangNext(providers);
    await untilSent(stage);
    await rest(world, run);
    const marked = await world.prisma.delivery.findMany({ where: { status: 'ambiguous' } });
    const findings: Finding[] = marked
      .filter(({ channel }) => channel !== 'telegram')
      .map(({ id }) => ({ law: 'D', what: 'is left uncertain though Slack can be asked', where: id }));
    if (marked.length !== HANGS)
      findings.push({ law: 'D', what: `${marked.length} messages are marked as uncertain`, where: 'telegram' });
    unsure.push(...marked.map(({ id }) => id));
    const ledger = (await taken(world.prisma, providers)).filter(({ deliveryId }) => !before.has(deliveryId));
    return { findings, figures: { lost: 2 * HANGS, uncertain: marked.length, twice: duplicatesIn(ledger) } };
  },
};
