import { brokenProviders } from './broken-providers.ts';
import { eventsAgain } from './events-again.ts';
import { lostAnswers } from './lost-answers.ts';
import { refusedForGood } from './refused-for-good.ts';
import { slackLimit } from './slack-limit.ts';
import { telegramLimits } from './telegram-limits.ts';
import { twoPollers } from './two-pollers.ts';
import { updatesAgain } from './updates-again.ts';
import { crashAtCommit } from './crash-at-commit.ts';
import { killedAfterAccept } from './killed-after-accept.ts';
import type { Row } from './row.ts';
import { oddReplies } from './odd-replies.ts';
import { postgresStopped, temporalKilled } from './server-killed.ts';
import { workerKilled } from './worker-killed.ts';

/** The rows of the fault list that run here, by their numbers. */
export const rows: Row[] = [
  workerKilled,
  killedAfterAccept,
  temporalKilled,
  postgresStopped,
  crashAtCommit,
  slackLimit,
  telegramLimits,
  brokenProviders,
  lostAnswers,
  refusedForGood,
  eventsAgain,
  updatesAgain,
  twoPollers,
  oddReplies,
];
