import { chatOf } from '../chat/judge-chat.ts';
import { reportAll, someReports } from '../chat/people.ts';
import { takenSoFar } from '../chat/taken.ts';
import { rest } from '../rounds.ts';
import { moveOn, signed, untilSent } from './chat-rounds.ts';
import type { Row } from './row.ts';

const REPORTS = 40;

/** Row 14: every way in which a provider breaks before or after it took a message, for digests and answers. */
export const brokenProviders: Row = {
  row: 14,
  fault: '5xx, 502 with a page, 200 with a page, half an answer, a connection cut off',
  bot: 'product',
  chat: 'socket',
  async play(stage) {
    const { world, run, talk } = stage;
    await signed(stage);
    const { slack, telegram } = chatOf(world);
    let injected = 0;
    const breakAll = (): void => {
      for (const kind of ['server-error', 'bad-gateway', 'page', 'truncated', 'reset'] as const)
        slack.faults.inject({ method: 'chat.postMessage', mode: { kind } });
      telegram.failNext({ kind: 'broken', status: 500 }, { method: 'sendMessage', times: 2 });
      telegram.failNext({ kind: 'html' }, { method: 'sendMessage', times: 2 });
      telegram.failNext({ kind: 'page' }, { method: 'sendMessage', times: 2 });
      telegram.failNext({ kind: 'truncated' }, { method: 'sendMessage', times: 2 });
      injected += 13;
    };
    breakAll();
    await moveOn(stage);
    await untilSent(stage);
    breakAll();
    await reportAll(chatOf(world), talk, await someReports(world, REPORTS, '已召开动员会'));
    await rest(world, run);
    return { figures: { injected, messages: takenSoFar(chatOf(world)).all } };
  },
};
