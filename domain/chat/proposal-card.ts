import type { Instant } from '../plan/types.ts';
import { catalogueFor, type Locale } from './catalogue/index.ts';
import type { CardView, Wording } from './catalogue/types.ts';
import { localDay } from './local-text.ts';
import type { NeutralMessage } from './message.ts';

export interface TalkContext {
  office: string;
  /** The plan's clock. */
  now: Instant;
  zone: string;
  locale?: Locale;
}

export const wordingAt = ({ now, zone }: TalkContext): Wording => ({
  zone,
  today: localDay(now, zone),
  oneUnit: true,
  onePlan: true,
  listMax: 20,
});

/** Message 5: nothing changes before 〔确认登记〕. Where nothing was recognised the choice is to file it without figure or keep the words. */
export function proposalCard(
  view: CardView & { proposalId: string; again?: boolean },
  context: TalkContext,
): NeutralMessage {
  const words = catalogueFor(context.locale);
  const { proposalId } = view;
  const bare = view.items.every(
    ({ reading }) =>
      (reading.kind === 'report' || reading.kind === 'correction') &&
      reading.progress === null &&
      reading.expectedOn === null &&
      reading.blocker === null,
  );
  const confirm = words.buttons[bare ? 'fileWithoutFigure' : 'confirm'];
  return {
    klass: 'answer',
    heading: words.headings[view.again ? 'checkAgain' : 'check'],
    lines: [...(view.again ? [words.askedAgain] : []), ...words.card(view, wordingAt(context))],
    buttons: [
      { label: confirm, act: { kind: 'confirm', proposalId }, style: 'primary' },
      { label: words.buttons.edit, act: { kind: 'edit', proposalId } },
      { label: words.buttons.keepWords, act: { kind: 'keep-words', proposalId } },
    ],
    signature: context.office,
    ...(view.items.some(({ asks }) => asks !== undefined) ? { asksReply: true as const } : {}),
  };
}
