import type { SaidFigure } from '../../supervision/figures.ts';
import { itemName, shorten } from '../item-label.ts';
import type { ReplyField } from '../understand/types.ts';
import { enQuestion } from './en-questions.ts';
import type { CardItem, Wording } from './types.ts';

/** Figures by what they count; no line where none was said. */
export function figureLines(
  figures: readonly SaidFigure[] | undefined,
  { targets = [] }: Pick<CardItem, 'targets'>,
): string[] {
  const groups = [...Map.groupBy(figures ?? [], ({ name, unit }) => `${name ?? ''}|${unit}`).values()];
  const said = groups.map((group) => {
    const [first] = group;
    const target = targets.find(({ name, unit }) => name === first?.name && unit === first.unit);
    const pieces = group.map(({ kind, value, unit }) => {
      if (kind === 'increase') return `${value}${unit} new`;
      return kind === 'total' ? `${value}${unit} in all` : `${value}${unit} (new or in all: not said)`;
    });
    const name = first?.name ? `${first.name}: ` : '';
    return `${name}${pieces.join(', ')}${target ? ` (target ${target.value}${target.unit})` : ''}`;
  });
  return said.length === 0 ? [] : [`Figures: ${said.join('; ')}`];
}

const FIELDS: Record<ReplyField, string> = {
  status: 'state',
  percent: 'progress',
  figures: 'figures',
  date: 'date',
  request: 'request',
  requestDate: 'date asked for',
  blocker: 'problems',
  noChange: 'no change',
};

/** What of an item is doubtful, in its own words. */
export function noteLines(item: CardItem, words: string): string[] {
  const { doubtful = [], from = {}, help, unsure } = item;
  const quotes = doubtful.flatMap((field) => {
    const span = from[field];
    return span ? [`${FIELDS[field]} "${shorten(words.slice(span.start, span.end), 24)}"`] : [];
  });
  return [
    ...(help === true && item.reading.kind !== 'coordination'
      ? ['Help is asked for as well; it goes to the office once recorded.']
      : []),
    ...(quotes.length > 0
      ? [`Please check: ${[...new Set(quotes)].join(', ')}: not certain. If it is wrong, press [Correct].`]
      : []),
    ...(unsure ? ['Your words are not certain. Please check; if it is wrong, press [Correct].'] : []),
  ];
}

/** What the card still asks, its last lines: whatever is typed next answers the first of them. */
export const askLines = (items: readonly CardItem[], w: Wording): string[] =>
  items.flatMap((item) =>
    item.asks
      ? [
          `Please add: ${items.length > 1 ? `${itemName(item.no, item.title, 12)}: ` : ''}${enQuestion(item.asks, item, w)} Just reply.`,
        ]
      : [],
  );
