import { assertNever } from '../../assert-never.ts';
import { itemName, shorten } from '../item-label.ts';
import { dayWithWeekday, momentText } from '../local-text.ts';
import { askLines, figureLines, noteLines } from './en-card-notes.ts';
import { enEvidence } from './en-evidence.ts';
import { count } from './en-lines.ts';
import type { CardItem, CardView, Wording } from './types.ts';

/** A card shows the beginning of long words; the row in the inbox keeps them whole. */
const WORDS_ON_CARD = 300;

/** Message 5: what would be registered, and the words it was read from. */
export function enCard(view: CardView, w: Wording): string[] {
  const { items, words, receivedAt, files = 0 } = view;
  const [first] = items;
  if (first?.reading.kind === 'roll-up') return rollUpCard(first, words);
  const at = momentText(receivedAt, w.zone, w.today, 'en');
  return [
    items.some(({ correction }) => correction === true)
      ? `From your correction of ${at}, in place of what was recorded before:`
      : `From your reply of ${at}, to be recorded:`,
    ...items.flatMap((item) => [...itemLines(item, w, items.length === 1 ? files : 0), ...noteLines(item, words)]),
    ...(items.length > 1 && files > 0 ? [enEvidence.askedLater(files)] : []),
    `Your words: "${shorten(words, WORDS_ON_CARD)}"`,
    'It is recorded once you confirm; your words are kept with it.',
    ...askLines(items, w),
  ];
}

/** Below Telegram's 4,096 characters with everything around it. */
const ROLL_UP_ON_CARD = 3_000;

/** The draft as it would be registered: it is no reply of the reader's own. */
const rollUpCard = ({ no, title }: CardItem, words: string): string[] => [
  `${itemName(no, title, 24)}: roll-up to be recorded:`,
  ...shorten(words, ROLL_UP_ON_CARD).split('\n'),
  'It is recorded once you confirm; the words of the units are kept with it. To change it, press [Correct] and reply with the whole text.',
];

function itemLines(item: CardItem, w: Wording, files: number): string[] {
  const { reading, progressBefore } = item;
  const name = itemName(item.no, item.title, 24);
  switch (reading.kind) {
    case 'report':
    case 'correction': {
      // What a correction doesn't say stays as it is.
      const [noDay, noProblem] = reading.kind === 'correction' ? ['as before', 'as before'] : ['not given', 'none'];
      const expected = reading.expectedOn ? dayWithWeekday(reading.expectedOn, w.today, 'en') : noDay;
      return [
        `${name}: ${progress(reading.progress, progressBefore)}`,
        ...figureLines(reading.figures, item),
        `Expected completion: ${expected}. Problems: ${reading.blocker ? shorten(reading.blocker, 60) : noProblem}. Evidence: ${enEvidence.onCard(files)}`,
      ];
    }
    case 'claim-completion':
      return [
        `${name}: completion claimed (settled once the office accepts it)`,
        ...figureLines(reading.figures, item),
      ];
    case 'no-change':
      return [`${name}: no change`];
    case 'kept-words':
      return [`${name}: only the words are kept, without progress`];
    case 'ask-extension':
      return extensionLines(name, reading, w);
    case 'roll-up':
      return [`${name}: roll-up (${count(reading.from.length, 'unit')})`];
    case 'coordination':
      return [`${name}: help asked for`];
    case 'dispute':
      return [`${name}: not our duty`];
    case 'receipt':
      return [`${name}: signed for`];
    case 'withdraw':
      return [`${name}: taken back`];
    default:
      return assertNever(reading);
  }
}

function extensionLines(
  name: string,
  { newDueOn, reason, terms, progress: after, figures }: Extract<CardItem['reading'], { kind: 'ask-extension' }>,
  w: Wording,
): string[] {
  const from = terms.dueOn === null ? '' : ` from ${dayWithWeekday(terms.dueOn, w.today, 'en')}`;
  const signed = terms.signOff === 'waiting' ? ', decided once your unit’s supervisor has signed' : '';
  return [
    `${name}: more time${from} to ${dayWithWeekday(newDueOn, w.today, 'en')}${signed}`,
    `Reason: ${shorten(reason, 80)}`,
    ...(after === undefined ? [] : [`Progress ${after}%`]),
    ...figureLines(figures, {}),
  ];
}

function progress(after: number | null, before: number | null): string {
  if (after === null) return 'progress without a figure';
  return before === null || before === after ? `progress ${after}%` : `progress ${before}% → ${after}%`;
}
