import { catalogueFor } from './catalogue/index.ts';
import type { HeadingKey } from './catalogue/types.ts';
import { itemName } from './item-label.ts';
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
  view: { words: string; no: string | null; title: string; progress: number | null; ref: LineRef },
  context: TalkContext,
): NeutralMessage {
  const words = catalogueFor(context.locale);
  return {
    klass: 'answer',
    heading: words.headings.followUp,
    lines: words.followUp(view, wordingAt(context)),
    buttons: [
      { label: words.buttons.fillFigure, act: { kind: 'fill', ...view.ref }, style: 'primary' },
      ...(view.progress === null
        ? []
        : [{ label: words.buttons.sameAsLast, act: { kind: 'no-change' as const, ...view.ref } }]),
    ],
    signature: context.office,
  };
}
