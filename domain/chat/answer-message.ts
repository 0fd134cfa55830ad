import type { LocalDate } from '../plan/types.ts';
import { catalogueFor } from './catalogue/index.ts';
import type { FollowUpView, HeadingKey } from './catalogue/types.ts';
import { itemName } from './item-label.ts';
import { dayText } from './local-text.ts';
import type { Button, LineRef, NeutralMessage } from './message.ts';
import { wordingAt, type TalkContext } from './proposal-card.ts';

/** One or more sentences back to the person who wrote or pressed. */
export function answerMessage(
  kind: Extract<HeadingKey, 'done' | 'refused' | 'note'>,
  sentences: string[],
  context: TalkContext,
  buttons: Button[] = [],
): NeutralMessage {
  return {
    klass: 'answer',
    heading: catalogueFor(context.locale).headings[kind],
    lines: sentences,
    buttons,
    signature: context.office,
  };
}

/** More than this many tasks don't fit a row of buttons; a number can be typed for the others. */
export const CHOICES_MAX = 20;

export interface Choice {
  label: string;
  act: Button['act'];
}

/** One question with the tasks as buttons. */
export function whichMessage(question: string, choices: Choice[], context: TalkContext): NeutralMessage {
  const words = catalogueFor(context.locale);
  return {
    klass: 'answer',
    heading: words.headings.which,
    lines: [question],
    buttons: choices.slice(0, CHOICES_MAX),
    signature: context.office,
  };
}

/** Label of a task as a button: short enough for every channel. */
export const choiceLabel = (no: string | null, title: string): string => itemName(no, title, 12);

/** Message 6: the words are kept, one specific question is asked. */
export function followUpMessage(
  view: FollowUpView & {
    ref: LineRef;
    /** There is something that could be the same as last time. */
    isOnRecord: boolean;
    /** The row of the words that are asked about. */
    inboxId: string;
    /** Day of the month by which figures of targets come (policy "Cycles"). */
    dataDay: number;
  },
  context: TalkContext,
): NeutralMessage {
  const words = catalogueFor(context.locale);
  const wording = wordingAt(context);
  const { today } = wording;
  const by = nextDay(today, view.dataDay);
  return {
    klass: 'answer',
    heading: words.headings.followUp,
    lines: words.followUp(view, wording),
    buttons: [
      {
        label: words.buttons.fillFigure,
        act: { kind: 'fill', ...view.ref, inboxId: view.inboxId, asks: view.asks },
        style: 'primary',
      },
      ...(view.isOnRecord
        ? [{ label: words.buttons.sameAsLast, act: { kind: 'no-change' as const, ...view.ref } }]
        : []),
      ...(view.asks.kind === 'figure'
        ? [
            {
              label: words.answers.dataLater(dayText(by, today, context.locale)),
              act: { kind: 'data-later' as const, ...view.ref, by, inboxId: view.inboxId },
            },
          ]
        : []),
    ],
    signature: context.office,
    asksReply: true,
  };
}

/** The next such day of a month after today. */
function nextDay(today: LocalDate, dayOfMonth: number): LocalDate {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const months = year * 12 + month - 1 + (day < dayOfMonth ? 0 : 1);
  return [Math.floor(months / 12), (months % 12) + 1, dayOfMonth].map((one) => String(one).padStart(2, '0')).join('-');
}
