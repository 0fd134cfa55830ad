import { chatOf } from '../chat/judge-chat.ts';
import { acknowledged, reportAll, someReports } from '../chat/people.ts';
import { until } from '../chat/until.ts';
import type { Finding } from '../judge.ts';
import { sendingNow } from '../kills.ts';
import { rest } from '../rounds.ts';
import { signed } from './chat-rounds.ts';
import type { Row } from './row.ts';

const REPORTS = 100;

/** Row 19: two bots of one token; the one that polls is killed, then another program takes the updates away. */
export const twoPollers: Row = {
  row: 19,
  fault: 'two bots on one Telegram token, the leader killed; a webhook that somebody else sets',
  bot: 'product',
  chat: 'socket',
  async play(stage) {
    const { world, run, talk, random } = stage;
    await signed(stage);
    const { telegram } = chatOf(world);
    const second = await world.anotherBot();
    await second.start();
    const reporting = reportAll(chatOf(world), talk, await someReports(world, REPORTS, '已召开动员会'));
    const more = async (from: number, to: number): Promise<void> => {
      const count = acknowledged(talk) + random(from, to);
      await until(() => acknowledged(talk) >= count, 120_000);
    };
    await more(20, 40);
    const beside = telegram.updates.conflicts();
    await world.bot.kill();
    run.kills.push({ victim: 'bot', signal: 'SIGKILL', ...(await sendingNow(world.prisma)), restartMs: 0 });
    const killedAt = Date.now();
    const polls = telegram.updates.polls();
    await until(() => telegram.updates.polls() > polls, 60_000);
    const takenOverMs = Date.now() - killedAt;
    await more(20, 40);
    // Nobody answers there: Telegram keeps what it could not deliver.
    telegram.settings.setWebhook({ url: 'http://127.0.0.1:9/telegram/elsewhere' });
    await until(() => telegram.updates.webhook === null, 120_000);
    const taken = telegram.updates.conflicts();
    await world.bot.start();
    await reporting;
    await rest(world, run);
    const findings: Finding[] = beside > 0 ? [{ law: 'S', what: `${beside} refused polls`, where: 'two bots' }] : [];
    for (const crash of second.crashes) findings.push({ law: 'S', what: `ended by itself: ${crash}`, where: 'bot2' });
    return { findings, figures: { takenOverMs, conflicts: taken, reports: talk.typed.length } };
  },
};
