import { findDates } from '../dates.ts';
import type { Span } from '../types.ts';
import type { DraftPhase } from './table-phases.ts';

const NAMED = /^ ?(?:为|是) ?([\u4e00-\u9fff、]{2,16})(?= ?[,;。\n]|$)/;

/** `2000年4月至5月为动员部署阶段,2000年6月至8月为组织实施阶段。`: windows with their names side by side in one sentence. */
export function sentencePhases(simplified: string, text: Span, year: number | null): DraftPhase[] {
  const said = simplified.slice(text.start, text.end);
  return findDates(said, year).flatMap(({ span, from, to }): DraftPhase[] => {
    const named = NAMED.exec(said.slice(span.end, span.end + 24));
    const word = named?.[1];
    if (!named || word === undefined) return [];
    const start = text.start + span.end + named[0].indexOf(word);
    const end = start + word.length;
    const dates = { start: text.start + span.start, end: text.start + span.end };
    return [{ name: { start, end }, start: from, end: to, dates, body: { start: end, end } }];
  });
}
