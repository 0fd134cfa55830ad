import { clausesOf, normalise } from '../chat/understand/clauses.ts';
import type { Calendar } from '../calendar/types.ts';
import { expectedDayIn } from '../chat/understand/days.ts';
import { shorten } from '../chat/item-label.ts';
import type { LocalDate } from '../plan/types.ts';

/** What a leader's words may become: for the coordinator to check, never sent to a unit. */
export interface DraftTask {
  title: string;
  unit: string | null;
  dueOn: LocalDate | null;
}

export interface NamedUnit {
  id: string;
  name: string;
  short: string;
  aliases: string[];
}

const TITLE = 60;
/** Fewer characters than this would be found in any text. */
const NAME_MIN = 2;

/** A draft task from the words of a 批示: its first sentence, the unit that it names (the longest name wins), the day if one is told for certain. */
export function draftTask(
  words: string,
  units: readonly NamedUnit[],
  said: LocalDate,
  calendar: Calendar,
): { draft: DraftTask; unitId: string | null } {
  const plain = normalise(words);
  const named = units
    .flatMap(({ id, name, short, aliases }) =>
      [name, short, ...aliases]
        .map((alias) => normalise(alias))
        .filter((alias) => alias.length >= NAME_MIN && plain.includes(alias))
        .map((alias) => ({ id, name, length: alias.length })),
    )
    .sort((a, b) => b.length - a.length)[0];
  const [first = ''] = words
    .trim()
    .split(/[。!?!?\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return {
    draft: {
      title: shorten(first, TITLE),
      unit: named?.name ?? null,
      dueOn: expectedDayIn(clausesOf(plain), said, calendar),
    },
    unitId: named?.id ?? null,
  };
}
