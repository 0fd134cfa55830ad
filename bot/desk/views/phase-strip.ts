import { localDateOf } from '../../../domain/calendar/local-time.ts';
import { addDays, daysBetween } from '../../../domain/calendar/local-date.ts';
import { workingDaysBetween } from '../../../domain/calendar/working-days.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { dayText } from '../../../domain/chat/local-text.ts';
import type { RedatedPlan } from '../../../domain/plan/redate-types.ts';
import { phaseWindows } from '../../../domain/supervision/initial-states.ts';
import type { Sight } from '../../../domain/supervision/part-light.ts';
import type { PhaseWindow, SupervisedState } from '../../../domain/supervision/types.ts';
import { ownPhase, type PlanStates } from '../../../prisma/plan-states.ts';
import type { PhaseStripItem } from '../../../web/api.ts';

export interface StripOf extends Sight {
  dates: RedatedPlan | null;
  states: PlanStates;
  tasks: SupervisedState[];
}

/** The phases in their order, with where the current one stands; none before dates are chosen. */
export function phaseStrip(
  { dates, states, tasks, calendar, policy, now }: StripOf,
  locale: Locale = 'zh',
): PhaseStripItem[] {
  const windows = states.plan?.phases ?? (dates ? phaseWindows(dates) : []);
  const current = states.plan?.current ?? -1;
  const today = localDateOf(now, policy.values.zone);
  return windows.map((window, at) => {
    const status = at < current ? 'done' : at === current ? 'current' : 'next';
    const whole = workingDaysBetween(calendar, addDays(window.start, -1), window.end);
    const gone = workingDaysBetween(calendar, addDays(window.start, -1), today);
    const elapsed = status === 'done' ? 1 : whole <= 0 ? 0 : Math.min(1, Math.max(0, gone / whole));
    return {
      kind: window.kind,
      name: window.name,
      start: window.start,
      end: window.end,
      status,
      note: noteOf(window, status, { today, tasks, own: status === 'current' ? ownPhase(states) : null, locale }),
      elapsed: Math.round(elapsed * 1_000) / 1_000,
      proposed: dates?.phases[at]?.proposed ?? false,
    };
  });
}

interface Standing {
  today: string;
  tasks: SupervisedState[];
  own: SupervisedState | null;
  locale: Locale;
}

const WORDS = {
  zh: {
    signed: (share: string) => `${share} 签收`,
    closed: (share: string) => `${share} 办结`,
    own: (share: string) => `自身工作 ${share}`,
    from: (day: string) => `${day}起`,
    over: (days: number) => `已超期${days}天`,
    day: (count: number) => `第${count}天`,
  },
  en: {
    signed: (share: string) => `${share} signed for`,
    closed: (share: string) => `${share} completed`,
    own: (share: string) => `own work ${share}`,
    from: (day: string) => `from ${day}`,
    over: (days: number) => `${days} day${days === 1 ? '' : 's'} over time`,
    day: (count: number) => `day ${count}`,
  },
};

function noteOf(
  window: PhaseWindow,
  status: PhaseStripItem['status'],
  { today, tasks, own, locale }: Standing,
): string {
  const words = WORDS[locale];
  const chosen = tasks.filter((task) => !task.optional && task.status !== 'cancelled' && task.parts.length > 0);
  const signed = chosen.filter(
    (task) => task.status === 'closed' || task.parts.every(({ receiptAt }) => receiptAt !== null),
  ).length;
  const closed = chosen.filter((task) => task.status === 'closed').length;
  const standing =
    window.kind === 'deployment'
      ? words.signed(`${signed}/${chosen.length}`)
      : words.closed(`${closed}/${chosen.length}`);
  if (status === 'done') return window.kind === 'deployment' ? standing : '';
  if (status === 'next') return '';
  const day = daysBetween(window.start, today) + 1;
  const when =
    day < 1
      ? words.from(dayText(window.start, today, locale))
      : today > window.end
        ? words.over(daysBetween(window.end, today))
        : words.day(day);
  const duties =
    own && own.parts.length > 0
      ? [
          words.own(
            `${own.parts.filter(({ completion }) => completion === 'claimed' || completion === 'accepted').length}/${own.parts.length}`,
          ),
        ]
      : [];
  return [standing, ...duties, when].join(' · ');
}
