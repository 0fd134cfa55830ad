import { instantAt, localDateOf } from '../domain/calendar/local-time.ts';
import type { Calendar } from '../domain/calendar/types.ts';
import { addWorkingDays, workingDaysBetween } from '../domain/calendar/working-days.ts';
import type { PromptLine, PromptLineView } from '../domain/chat/message.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/plan/types.ts';

/** What a message says at the moment of sending: days left or overdue, and when the next rank may be told. */
export function lineViews(
  prompts: readonly { line: unknown }[],
  calendar: Calendar,
  policy: Policy,
  now: Instant,
): PromptLineView[] {
  const { zone, ladderWorkingDays } = policy.values;
  const today = localDateOf(now, zone);
  return prompts.map(({ line }) => {
    const known = line as PromptLine;
    const workingDaysToDue = workingDaysBetween(calendar, today, known.dueOn);
    // Nothing is said to a leader about a receipt (policy "Receipt").
    const mayEscalate = known.relation === 'subordinate' && known.duty !== 'receipt' && workingDaysToDue < 0;
    const escalation = instantAt(addWorkingDays(calendar, known.dueOn, ladderWorkingDays.supervisor), '12:00', zone);
    return {
      ...known,
      workingDaysToDue,
      escalateBy: mayEscalate && escalation > now ? escalation : null,
    };
  });
}
