import { answersForAll } from '../answers.ts';
import { chatOf } from '../chat/judge-chat.ts';
import { reportAll, titled } from '../chat/people.ts';
import { until } from '../chat/until.ts';
import { sendingNow } from '../kills.ts';
import { rest } from '../rounds.ts';
import { signed } from './chat-rounds.ts';
import type { Row } from './row.ts';

const BATCH = 100;
const KILLED_AT = 50;

/** Row 18: a hundred updates wait, out of order and with gaps; the bot is killed at the fiftieth; each comes again. */
export const updatesAgain: Row = {
  row: 18,
  fault: 'Telegram updates three times, out of order, with gaps, a batch of 100 broken off at 50',
  bot: 'product',
  chat: 'http',
  async play(stage) {
    const { world, run, talk } = stage;
    await signed(stage);
    const { addresses, telegram } = chatOf(world);
    const answers = (await answersForAll(world, ''))
      .filter(({ personId }) => addresses.get(personId)?.channel === 'telegram')
      .slice(0, BATCH);
    await world.bot.kill();
    telegram.people.skip(1_000);
    const reporting = reportAll(chatOf(world), talk, await titled(world, answers, '已召开动员会'), {
      atOnce: true,
      again: { sameId: 2, newId: 1 },
    });
    await until(() => telegram.updates.pending().length >= answers.length);
    await world.bot.start();
    const rows = async () => world.prisma.inbox.count({ where: { channel: 'telegram', kind: 'text' } });
    while ((await rows()) < KILLED_AT);
    await world.bot.kill();
    const atKill = await rows();
    run.kills.push({ victim: 'bot', signal: 'SIGKILL', ...(await sendingNow(world.prisma)), restartMs: 0 });
    await world.bot.start();
    await reporting;
    await rest(world, run);
    return { figures: { updates: answers.length, atKill, again: talk.again } };
  },
};
