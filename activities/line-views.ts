import { answerableUntil } from '../domain/calendar/escalation-instants.ts';
import { localDateOf } from '../domain/calendar/local-time.ts';
import type { Calendar } from '../domain/calendar/types.ts';
import { workingDaysBetween } from '../domain/calendar/working-days.ts';
import type { PromptLine, PromptLineView } from '../domain/chat/message.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/plan/types.ts';
import { taskIdOf } from '../domain/task-entity.ts';

/** What a message says at the moment of sending: days left or overdue, and when the next rank may be told. */
export function lineViews(
  prompts: readonly { line: unknown }[],
  calendar: Calendar,
  policy: Policy,
  now: Instant,
): PromptLineView[] {
  const { zone } = policy.values;
  const today = localDateOf(now, zone);
  return prompts.map(({ line }) => {
    const known = line as PromptLine;
    const workingDaysToDue = workingDaysBetween(calendar, today, known.dueOn);
    const isEscalated = workingDaysToDue < 0 && hasSupervisorRung(known);
    const escalation = isEscalated ? answerableUntil(calendar, policy, known.dueOn) : null;
    return {
      ...known,
      workingDaysToDue,
      escalateBy: escalation !== null && escalation > now ? escalation : null,
    };
  });
}

/** A receipt never reaches a leader, a phase's own duty is the office's (policy "Receipt", "Ladder"). */
const hasSupervisorRung = ({ relation, duty, entityId }: PromptLine): boolean =>
  relation === 'subordinate' && duty !== 'receipt' && taskIdOf(entityId) !== null;
