import { answerMessage, choiceLabel, whichMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { ButtonKey } from '../../domain/chat/catalogue/types.ts';
import { itemLabel } from '../../domain/chat/item-label.ts';
import type { ButtonAct, SingleAct } from '../../domain/chat/message.ts';
import { findPart, isOpenPart, titleOf } from '../directory/person-parts.ts';
import { closedSentence, withdrawalOf } from '../withdrawn/withdrawal-of.ts';
import { refuseRow } from './refuse-row.ts';
import { decision, type Decision, type RowContext } from './types.ts';

type AskAct = Extract<
  ButtonAct,
  { kind: 'fill' | 'fill-all' | 'explain' | 'unchanged-because' | 'which' | 'acknowledge' }
>;

const LABELS: Record<SingleAct, ButtonKey> = {
  receipt: 'receipt',
  'no-change': 'noChange',
  'claim-completion': 'claim',
  coordination: 'coordination',
  fill: 'fillAll',
  explain: 'explain',
  'unchanged-because': 'explain',
  extension: 'extension',
  dispute: 'dispute',
  'change-contact': 'changeContact',
  'roll-up': 'rollUp',
};

/** Buttons that record nothing yet: they ask for words, or for the task that is meant. The page opens a form instead of 逐项填报. */
export async function answerQuestion(context: RowContext, act: AskAct): Promise<Decision> {
  const parts = await context.parts();
  const refs = act.kind === 'acknowledge' ? [] : 'lines' in act ? act.lines : [act];
  const named = refs.flatMap((ref) => findPart(parts, ref) ?? []).filter(isOpenPart);
  const planId = named[0]?.planId ?? context.planId;
  const talk = await context.talk(planId);
  const { answers, buttons } = catalogueFor(talk.locale);
  const say = (sentence: string): Decision =>
    decision('answered', planId, { messages: [{ message: answerMessage('note', [sentence], talk) }] });
  const awaits = (sentence: string): Decision =>
    decision('answered', planId, {
      messages: [{ message: { ...answerMessage('note', [sentence], talk), asksReply: true } }],
    });
  if (act.kind === 'acknowledge') return say(answers.acknowledged);
  const [first] = named;
  if (!first) {
    const [ref] = refs;
    const withdrawal = ref && (await withdrawalOf(context.deps.prisma, ref));
    if (withdrawal) return say(`${closedSentence(withdrawal)}。`);
  }
  if (!first) return refuseRow(context, { code: 'NOT_YOURS', sentence: answers.handedOver, about: { act } });
  const label = (part: typeof first): string => itemLabel(part.no, titleOf(part));
  if (act.kind === 'explain') return awaits(answers.explain(label(first)));
  if (act.kind === 'unchanged-because') return awaits(answers.unchangedWhy(label(first)));
  if (act.kind === 'fill' || act.kind === 'fill-all') return awaits(answers.fill(named.map(label)));
  const choices = act.lines.flatMap((line) => {
    const part = named.find(({ entityId, part: { id } }) => entityId === line.entityId && id === line.partId);
    return part ? [{ label: choiceLabel(part.no, titleOf(part)), act: { kind: act.next, ...line } }] : [];
  });
  return decision('answered', planId, {
    messages: [{ message: whichMessage(answers.whichLine(buttons[LABELS[act.next]]), choices, talk) }],
  });
}
