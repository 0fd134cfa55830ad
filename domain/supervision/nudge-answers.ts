import type { Instant } from '../plan/types.ts';

/** One event of a task's chain, as far as nudges are concerned. */
export interface NudgeEvent {
  seq: number;
  kind: string;
  partId: string | null;
  /** When it was said (an answer: when it was received). */
  at: Instant;
  by: string;
  isReply: boolean;
}

export interface NudgeAnswer {
  by: string;
  at: Instant;
  afterMs: number;
}

/**
 * Each 催办 by its event's seq, with the unit's first answer after it; null: none yet. Words that were kept count:
 * the unit has spoken. Pure, from the chain alone.
 */
export function nudgeAnswers(events: readonly NudgeEvent[]): Map<number, NudgeAnswer | null> {
  const replies = events.filter(({ isReply }) => isReply).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return new Map(
    events
      .filter(({ kind }) => kind === 'nudged')
      .map((nudge) => {
        const answer = replies.find(({ partId, at }) => partId === nudge.partId && at >= nudge.at);
        return [
          nudge.seq,
          answer ? { by: answer.by, at: answer.at, afterMs: Date.parse(answer.at) - Date.parse(nudge.at) } : null,
        ];
      }),
  );
}

/** 25分钟 · 3小时 · 2天. */
export function lapseText(ms: number, locale: 'zh' | 'en' = 'zh'): string {
  const minutes = Math.floor(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const words = LAPSES[locale];
  if (minutes < 60) return words.minutes(Math.max(1, minutes));
  return hours < 24 ? words.hours(hours) : words.days(Math.floor(hours / 24));
}

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const LAPSES = {
  zh: {
    minutes: (count: number) => `${count}分钟`,
    hours: (count: number) => `${count}小时`,
    days: (count: number) => `${count}天`,
  },
  en: {
    minutes: (count: number) => some(count, 'minute'),
    hours: (count: number) => some(count, 'hour'),
    days: (count: number) => some(count, 'day'),
  },
};
