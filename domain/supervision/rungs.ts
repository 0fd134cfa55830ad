import { digestOn } from '../calendar/digest.ts';
import { escalationAllowed } from '../calendar/escalation-window.ts';
import { addDays, weekdayOf } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/local-time.ts';
import { addWorkingDays, dayKind, isProvisional, nextWorkdayOnOrAfter } from '../calendar/working-days.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import type { Reckoning } from './duties.ts';
import { ISSUED_LATE } from './replaced-slots.ts';
import type { Audience, Duty, Part, PartSlot, Rung } from './types.ts';
import { deadlineOf } from './deadline-of.ts';

const MONDAY = 1;

/** Every rung of one duty of one part, oldest first, past ones too; each with the rule that made it (policy "Slots", "Ladder"). */
export function rungsOf(part: Part, duty: Duty, by: Reckoning): PartSlot[] {
  const make = slotMaker(part, duty, by);
  return duty.kind === 'receipt' ? receiptRungs(part, duty, by, make) : reminderRungs(part, duty, by, make);
}

/** The one message for a duty that began after its last reminder. */
export const lateIssue = (part: Part, duty: Duty, at: Instant, by: Reckoning): PartSlot =>
  slotAt(part, duty, by, { rung: 'issue', audience: 'liaison', at, rules: [ISSUED_LATE] });

type Make = (rung: Rung, audience: Audience, day: LocalDate, rule: string) => PartSlot;

function slotMaker(part: Part, duty: Duty, by: Reckoning): Make {
  const { calendar, policy } = by;
  return (rung, audience, day, rule) => {
    const digest = digestOn(calendar, policy, day);
    if (!digest) throw new Error(`a slot on a rest day: ${day}`);
    const rules = [rule];
    let { at } = digest;
    if (digest.rule !== 'digest.first') rules.push(digest.rule);
    if (audience === 'section-head' || audience === 'supervisor') {
      const escalation = escalationAllowed(calendar, policy, at);
      if (!escalation.allowed) {
        rules.push(escalation.rule);
        at = digestOn(calendar, policy, localDateOf(escalation.at, policy.values.zone))?.at ?? escalation.at;
      }
    }
    return slotAt(part, duty, by, { rung, audience, at, rules });
  };
}

interface Place {
  rung: Rung;
  audience: Audience;
  at: Instant;
  rules: string[];
}

function slotAt(
  part: Part,
  duty: Duty,
  { calendar, policy }: Reckoning,
  { rung, audience, at, rules }: Place,
): PartSlot {
  const on = localDateOf(at, policy.values.zone);
  return {
    partId: part.id,
    at,
    duty: duty.kind,
    cycle: duty.cycle,
    rung,
    audience,
    rule: [...rules, ...(dayKind(calendar, on).kind === 'makeup' ? ['makeup'] : [])].join('+'),
    seq: deadlineOf(duty).seq,
    dueOn: duty.dueOn,
    dueAt: duty.dueAt,
    ...(duty.provisional || isProvisional(calendar, on) ? { provisional: true } : {}),
  };
}

/** Receipt: asked at once; +1 liaison, +3 section head, +5 the office's list; never a leader. */
function receiptRungs(part: Part, duty: Duty, { calendar, policy }: Reckoning, make: Make): PartSlot[] {
  const { liaison, sectionHead, office } = policy.values.receiptLadderWorkingDays;
  const after = (days: number): LocalDate => addWorkingDays(calendar, redDay(duty, policy.values.zone), days);
  const asked = make(
    'issue',
    'liaison',
    nextWorkdayOnOrAfter(calendar, localDateOf(duty.openFrom, policy.values.zone)),
    'issue',
  );
  const above: PartSlot[] = isSubordinate(part)
    ? [
        make('o3', 'section-head', after(sectionHead), `overdue-${sectionHead}`),
        make('o5', 'office', after(office), `overdue-${office}`),
      ]
    : [make('o3', 'office', after(sectionHead), `overdue-${sectionHead}+not-subordinate`)];
  // Asked inside a window: at that instant rather than at the day's digest.
  return [{ ...asked, at: duty.openFrom }, make('o1', 'liaison', after(liaison), `overdue-${liaison}`), ...above];
}

/**
 * 7/3/1/0 (reports 3/0) working days before; overdue +1, +3, then Mondays, at most 4, then the office's list;
 * beside the Mondays +5 for the supervisor and +10 for a draft circular.
 */
function reminderRungs(part: Part, duty: Duty, { calendar, policy }: Reckoning, make: Make): PartSlot[] {
  const { values } = policy;
  const before = (
    duty.kind === 'report' && duty.cycle !== 'inspection'
      ? values.slotsPeriodicWorkingDaysBefore
      : values.slotsOneOffWorkingDaysBefore
  ).map((days) =>
    make(
      `d${days}` as Rung,
      'liaison',
      addWorkingDays(calendar, deadlineOf(duty).countFrom, -days),
      days === 0 ? 'due-day' : `before-${days}`,
    ),
  );
  const red = redDay(duty, values.zone);
  // From the supervisor up nothing goes by itself, whatever the setting of the overdue slots.
  const automatic = values.slotsOverdueWorkingDays.filter((days) => days < values.ladderWorkingDays.supervisor);
  const overdue = automatic.map((days) => {
    const escalates = days >= values.ladderWorkingDays.sectionHead;
    const audience: Audience = !escalates ? 'liaison' : isSubordinate(part) ? 'section-head' : 'office';
    return make(
      `o${days}` as Rung,
      audience,
      addWorkingDays(calendar, red, days),
      `overdue-${days}${audience === 'office' ? '+not-subordinate' : ''}`,
    );
  });
  if (!isSubordinate(part)) return [...before, ...overdue];

  const mondays: PartSlot[] = [];
  // From where the last rung came to lie: an escalation put off by a holiday isn't followed by a Monday on the same day.
  let day = addDays(
    overdue.map(({ at }) => localDateOf(at, values.zone)).reduce((a, b) => (a > b ? a : b), red),
    1,
  );
  for (let n = 1; n <= values.slotsOverdueMondaysMax; n += 1) {
    while (weekdayOf(day) !== MONDAY) day = addDays(day, 1);
    const worked = nextWorkdayOnOrAfter(calendar, day);
    mondays.push(make(`w${n}` as Rung, 'liaison', worked, worked === day ? `monday-${n}` : `monday-${n}+rest-day`));
    // A Monday inside a long holiday moves into the week that has the next one: that one is not told twice.
    day = addDays(worked > day ? worked : day, 1);
  }
  const lastMonday = mondays.at(-1);
  const office = lastMonday
    ? [make('office', 'office', addWorkingDays(calendar, localDateOf(lastMonday.at, values.zone), 1), 'office-list')]
    : [];
  const ladder = isOffices(part) ? [] : ladderRungs(red, { calendar, policy }, make);
  return [...before, ...overdue, ...mondays, ...ladder, ...office].sort(byInstant);
}

/** Above the section head (policy "Ladder"): both are held for a person's word, so their names don't follow the setting. */
function ladderRungs(
  red: LocalDate,
  { calendar, policy }: Pick<Reckoning, 'calendar' | 'policy'>,
  make: Make,
): PartSlot[] {
  const { supervisor, circular } = policy.values.ladderWorkingDays;
  return [
    make('o5', 'supervisor', addWorkingDays(calendar, red, supervisor), `overdue-${supervisor}`),
    make('o10', 'office', addWorkingDays(calendar, red, circular), `overdue-${circular}`),
  ];
}

const byInstant = (a: PartSlot, b: PartSlot): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

const redDay = (duty: Duty, zone: string): LocalDate => localDateOf(deadlineOf(duty).redAt, zone);
const isSubordinate = (part: Part): boolean => part.relation === 'subordinate';
/** A phase's own duty is the office's: it neither holds nor circulates against itself. */
const isOffices = (part: Part): boolean => part.title !== undefined;
