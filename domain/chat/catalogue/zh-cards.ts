import { assertNever } from '../../assert-never.ts';
import { itemName, shorten } from '../item-label.ts';
import { dayWithWeekday, momentText } from '../local-text.ts';
import { askLines, figureLines, noteLines } from './zh-card-notes.ts';
import { zhEvidence } from './zh-evidence.ts';
import type { CardItem, CardView, Wording } from './types.ts';

/** A card shows the beginning of long words; the row in the inbox keeps them whole. */
const WORDS_ON_CARD = 300;

/** Message 5: what would be registered, and the words it was read from. */
export function zhCard(view: CardView, w: Wording): string[] {
  const { items, words, receivedAt, files = 0 } = view;
  const [first] = items;
  if (first?.reading.kind === 'roll-up') return rollUpCard(first, words);
  return [
    items.some(({ correction }) => correction === true)
      ? `据你${momentText(receivedAt, w.zone, w.today)}更正,拟更正此前登记的内容:`
      : `据你${momentText(receivedAt, w.zone, w.today)}回复,拟登记:`,
    ...items.flatMap((item) => [...itemLines(item, w, items.length === 1 ? files : 0), ...noteLines(item, words)]),
    ...(items.length > 1 && files > 0 ? [zhEvidence.askedLater(files)] : []),
    `原话:"${shorten(words, WORDS_ON_CARD)}"`,
    '确认后登记,原话一并留存。',
    ...askLines(items, w),
  ];
}

/** Below Telegram's 4,096 characters with everything around it. */
const ROLL_UP_ON_CARD = 3_000;

/** The draft as it would be registered: it is no reply of the reader's own. */
const rollUpCard = ({ no, title }: CardItem, words: string): string[] => [
  `${itemName(no, title, 24)} 拟登记汇总:`,
  ...shorten(words, ROLL_UP_ON_CARD).split('\n'),
  '确认后登记,各单位原话一并留存。如需改动,请按〔修改〕后直接回复全文。',
];

function itemLines(item: CardItem, w: Wording, files: number): string[] {
  const { reading, progressBefore } = item;
  const name = itemName(item.no, item.title, 24);
  switch (reading.kind) {
    case 'report':
    case 'correction': {
      // What a correction doesn't say stays as it is.
      const [noDay, noProblem] = reading.kind === 'correction' ? ['不变', '不变'] : ['未报', '无'];
      const expected = reading.expectedOn ? dayWithWeekday(reading.expectedOn, w.today) : noDay;
      return [
        `${name} ${progress(reading.progress, progressBefore)}`,
        ...figureLines(reading.figures, item),
        `预计办结:${expected} 问题:${reading.blocker ? shorten(reading.blocker, 60) : noProblem} 佐证:${zhEvidence.onCard(files)}`,
      ];
    }
    case 'claim-completion':
      return [`${name} 申请办结(经办公室验收后办结)`, ...figureLines(reading.figures, item)];
    case 'no-change':
      return [`${name} 较上次无变化`];
    case 'kept-words':
      return [`${name} 仅存原话,不计入进度`];
    case 'ask-extension':
      return extensionLines(name, reading, w);
    case 'roll-up':
      return [`${name} 汇总(${reading.from.length}家)`];
    case 'coordination':
      return [`${name} 提请协调`];
    case 'dispute':
      return [`${name} 职责有异议`];
    case 'receipt':
      return [`${name} 签收`];
    case 'withdraw':
      return [`${name} 撤回`];
    default:
      return assertNever(reading);
  }
}

/** 申请延期:11月30日(星期一)→12月21日(星期一). */
function extensionLines(
  name: string,
  { newDueOn, reason, terms, progress: after, figures }: Extract<CardItem['reading'], { kind: 'ask-extension' }>,
  w: Wording,
): string[] {
  const from = terms.dueOn === null ? '' : `由${dayWithWeekday(terms.dueOn, w.today)}`;
  const signed = terms.signOff === 'waiting' ? ',经单位分管负责同志审签后报批' : '';
  return [
    `${name} 申请延期:${from}延至${dayWithWeekday(newDueOn, w.today)}${signed}`,
    `理由:${shorten(reason, 80)}`,
    ...(after === undefined ? [] : [`进度${after}%`]),
    ...figureLines(figures, {}),
  ];
}

function progress(after: number | null, before: number | null): string {
  if (after === null) return '进度:未报数字';
  return before === null || before === after ? `进度${after}%` : `进度${before}%→${after}%`;
}
