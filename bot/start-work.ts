import { afterStart } from './after-start.ts';
import type { Office } from './compose.ts';
import type { ChatListener } from './listener.ts';
import { startHousekeeping } from './housekeeping.ts';
import { startAnswerRounds } from './scripted/answer-rounds.ts';

/** Everything that the bot does unasked, from its start to its end. */
export function startWork(
  office: Office,
  listeners: readonly ChatListener[],
): { demoFailed: () => boolean; stop: () => Promise<void> } {
  const started = afterStart(office);
  office.dispatch.start();
  office.evidence.start();
  const answers = startAnswerRounds(office);
  const housekeeping = startHousekeeping(office, listeners);
  return {
    demoFailed: started.demoFailed,
    async stop() {
      started.stop();
      housekeeping.stop();
      await answers.stop();
      await office.close();
    },
  };
}
