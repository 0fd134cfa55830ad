import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { sendDue } from './activities.ts';
import { clockMoved, kick, nextLook, type SenderInput } from './messages.ts';
import { createWakeTimer } from './wake-timer.ts';

/** The server suggests it sooner; this is for a clock that never comes to rest. */
const MAX_TURNS = 1_000;

/** One sender a clock. Holds no queue: what is to be sent stands in PostgreSQL, this only wakes in time. */
export async function senderWorkflow(input: SenderInput): Promise<void> {
  const { clockId } = input;
  const timer = createWakeTimer({ keepEarlier: true });
  let { offsetMs } = input;
  let kicked = true;
  let wakeAt: string | null = null;
  const now = (): string => new Date(Date.now() + offsetMs).toISOString();
  const due = (): boolean => kicked || (wakeAt !== null && wakeAt <= now());
  const learn = (message: { offsetMs: number }): void => {
    offsetMs = Math.max(offsetMs, message.offsetMs);
    kicked = true;
  };
  setHandler(nextLook, () => {
    const firesAt = timer.firesAt();
    const wakesAt = firesAt === null ? null : new Date(firesAt + offsetMs).toISOString();
    return wakeAt !== null && (wakesAt === null || wakeAt < wakesAt) ? wakeAt : wakesAt;
  });
  setHandler(kick, learn);
  setHandler(clockMoved, learn);

  for (let turns = 0; turns < MAX_TURNS;) {
    if (due()) {
      kicked = false;
      turns += 1;
      const result = await sendDue({ clockId, offsetMs, now: now() });
      wakeAt = result.nextAt;
      if (result.more) kicked = true;
    } else if (workflowInfo().continueAsNewSuggested) {
      // Between two kicks rather than amid a burst of them: each that came meanwhile would undo the attempt.
      break;
    } else {
      timer.arm(
        wakeAt === null ? null : Date.parse(wakeAt) - Date.parse(now()),
        wakeAt === null ? null : `${wakeAt}@${offsetMs}`,
      );
      await condition(() => due() || timer.fired());
    }
  }
  await continueAsNew<typeof senderWorkflow>({ clockId, offsetMs });
}
