import { chatOf } from '../chat/judge-chat.ts';
import { reportAll, someReports } from '../chat/people.ts';
import { rest } from '../rounds.ts';
import { signed } from './chat-rounds.ts';
import type { Row } from './row.ts';

const REPORTS = 60;
const SAME_ID = 3;
const NEW_ID = 11;

/** Row 17: Slack's own schedule (0, 0, +1 min, +5 min) at once, and the same message under eleven other ids. */
export const eventsAgain: Row = {
  row: 17,
  fault: 'every Slack event four times, and eleven times under another event_id',
  bot: 'product',
  chat: 'http',
  async play(stage) {
    const { world, run, talk } = stage;
    await signed(stage);
    const before = talk.again;
    await reportAll(chatOf(world), talk, await someReports(world, REPORTS, '已召开动员会'), {
      again: { sameId: SAME_ID, newId: NEW_ID },
    });
    await rest(world, run);
    return { figures: { reports: talk.typed.length, again: talk.again - before } };
  },
};
