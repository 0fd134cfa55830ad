import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import type { DeskWords } from '../../../domain/chat/catalogue/zh-desk.ts';
import type { OfficeWords } from '../../../domain/chat/catalogue/zh-office.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { decision, type Decision, type PlanTalk, type RowContext } from '../types.ts';

export const deskWords = (talk: PlanTalk): DeskWords => catalogueFor(talk.locale).desk;

export const officeWords = (talk: PlanTalk): OfficeWords => catalogueFor(talk.locale).office;

export const deskButton = (label: string, act: DeskAct, style?: Button['style']): Button => ({
  label,
  act: { kind: 'desk', act },
  ...(style ? { style } : {}),
});

export type DeskHeading = keyof DeskWords['headings'];

/** One message under a heading of its own; nothing is changed by it. */
export async function deskSays(
  context: RowContext,
  planId: string,
  heading: DeskHeading,
  lines: string[],
  buttons: Button[] = [],
): Promise<Decision> {
  const talk = await context.talk(planId);
  return decision('answered', planId, {
    messages: [
      {
        message: {
          klass: 'answer',
          heading: deskWords(talk).headings[heading],
          lines,
          buttons,
          signature: talk.office,
        },
      },
    ],
  });
}

/** More than this many don't fit a row of buttons; a number can be typed for the others. */
const CHOICES_MAX = 20;

/** One question with buttons, and a way out. */
export async function deskAsks(
  context: RowContext,
  planId: string,
  question: string,
  choices: { label: string; act: DeskAct }[],
): Promise<Decision> {
  const talk = await context.talk(planId);
  const buttons = choices.slice(0, CHOICES_MAX).map(({ label, act }) => deskButton(label, act));
  return deskSays(
    context,
    planId,
    'which',
    [question],
    [...buttons, deskButton(deskWords(talk).buttons.drop, { do: 'drop', awaits: null })],
  );
}
