import { eventsAgain } from './events-again.ts';
import { lostAnswers } from './lost-answers.ts';
import { slackLimit } from './slack-limit.ts';
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
  lostAnswers,
  eventsAgain,
  updatesAgain,
  twoPollers,
  oddReplies,
];
