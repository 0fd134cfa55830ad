import { localDateOf } from '../calendar/local-time.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { partLight, type Sight } from '../supervision/part-light.ts';
import type { Duty, Part, SupervisedState } from '../supervision/types.ts';
import type { NoticeAnswer, NoticeBody, NoticeKind, NoticePrompt } from './notice-types.ts';
import { deadlineOf } from '../supervision/deadline-of.ts';
import { standsFor } from '../supervision/stands-for.ts';

export interface NoticeOf {
  state: SupervisedState;
  part: Part;
  duty: Duty;
  planTitle: string;
  section: string | null;
  unit: string;
  prompts: NoticePrompt[];
  answers: NoticeAnswer[];
}

/** The facts of one notice on that day, as lights and messages reckon them. Pure. */
export function noticeBody(of: NoticeOf, sight: Sight): NoticeBody {
  const { state, part, duty } = of;
  const { redAt, countFrom } = deadlineOf(duty);
  const { light, zh } = partLight(state, part, sight);
  const day = (instant: string): string => localDateOf(instant, sight.policy.values.zone);
  const today = day(sight.now);
  const days = (from: string, to: string): number => Math.max(0, workingDaysBetween(sight.calendar, from, to));
  return {
    schemaVersion: 1,
    planTitle: of.planTitle,
    no: state.no,
    section: of.section,
    title: part.title ?? state.title,
    unit: of.unit,
    role: part.role,
    duty: duty.kind,
    cycle: duty.cycle,
    dueOn: duty.dueOn,
    dueAt: duty.dueAt,
    daysLate: redAt <= sight.now ? days(day(redAt), today) : 0,
    daysLeft: days(today, countFrom),
    light,
    why: zh,
    progress: part.progress,
    lastWords: part.lastWords,
    lastReportAt: part.lastReportAt,
    expectedOn: part.expectedOn ?? null,
    blocker: part.blocker ?? null,
    returnedWith: part.returnedWith ?? null,
    asOf: sight.now,
    prompts: of.prompts,
    answers: of.answers,
  };
}

/** The open duty that a notice is about: the one due first. */
export const mostUrgent = ({ duties }: Part): Duty | null =>
  duties
    .filter(({ filedAt, kind }) => filedAt === undefined && kind !== 'receipt')
    .reduce<Duty | null>((first, duty) => (first === null || duty.dueAt < first.dueAt ? duty : first), null);

/**
 * May a notice of that kind be drafted today? Red and circular for what is overdue, yellow for what is behind,
 * blue for what is due soon (policy "Lights": a notice's colour is the light's).
 */
export function isDue(kind: NoticeKind, { light, daysLeft }: NoticeBody, sight: Sight, duty: Duty): boolean {
  const isRed = deadlineOf(duty).redAt <= sight.now;
  switch (kind) {
    case 'red':
    case 'circular':
      return isRed && light === 'red';
    case 'yellow':
      return light === 'yellow';
    default:
      return !isRed && light !== 'red' && daysLeft <= sight.policy.values.blueWorkingDays;
  }
}

/** One draft of a kind for one deadline of one duty; a second asks for the same row. */
export const noticeKey = (kind: NoticeKind, entityId: string, partId: string, duty: Duty): string =>
  [kind, entityId, partId, duty.kind, duty.cycle, deadlineOf(duty).seq].join('/');

export type NoticeStanding = 'owed' | 'filed' | 'accepted' | 'gone';

/** What has become of the matter since: answered, accepted, or no longer asked for (part withdrawn, task cancelled). */
export function noticeStanding(
  state: SupervisedState | null,
  { partId, duty, cycle }: { partId: string; duty: string; cycle: string },
): NoticeStanding {
  const part = state?.parts.find(({ id }) => id === partId);
  if (!state || !part || state.status === 'cancelled') return 'gone';
  if (state.status === 'closed' || part.completion === 'accepted') return 'accepted';
  const owed = part.duties.some((one) => standsFor(one, { duty, cycle }) && one.filedAt === undefined);
  return owed ? 'owed' : 'filed';
}
