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
export function lapseText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${Math.max(1, minutes)}分钟`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours}小时` : `${Math.floor(hours / 24)}天`;
}
