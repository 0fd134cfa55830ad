import type { Duty, Part } from './types.ts';
import { deadlineOf } from './deadline-of.ts';

/**
 * A duty as it stands after all that its part has said. An answer may come before the duty it meets is in
 * the state (while a schedule is being reckoned, in an earlier phase): it is not asked for again.
 */
export function metDuty(part: Part, duty: Duty): Duty {
  if (duty.filedAt !== undefined) return duty;
  const filedAt = answeredAt(part, duty);
  return filedAt === null ? duty : { ...duty, filedAt, late: filedAt > deadlineOf(duty).redAt };
}

function answeredAt(part: Part, { kind, openFrom }: Duty): string | null {
  if (kind === 'receipt') return part.receiptAt;
  if (kind === 'completion') return part.completion === 'claimed' ? (part.completionAt ?? null) : null;
  return part.lastReportAt !== null && part.lastReportAt >= openFrom ? part.lastReportAt : null;
}
