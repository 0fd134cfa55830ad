import type { ButtonAct } from '../../../domain/chat/message.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import type { PressedButton } from '../apply-button.ts';
import type { Decision, RowContext } from '../types.ts';
import { deskWords } from './desk-message.ts';
import { perform } from './perform.ts';

/** A button of the office's: what was done once isn't done again, and a card that asked is closed by its answer. */
export async function pressDesk(context: RowContext, pressed: PressedButton, act: DeskAct): Promise<Decision> {
  const decided = await perform(context, act);
  const isStale = decided.code === 'DOSSIER_CHANGED' || decided.code === 'BRIEF_CHANGED';
  if (decided.outcome === 'refused' && !isStale) return decided;
  const words = deskWords(await context.talk(decided.planId));
  const { prisma } = context.deps;
  const acts = await prisma.action.findMany({ where: { deliveryId: pressed.deliveryId }, select: { act: true } });
  const asked = acts.some((one) => isDrop(one.act as unknown as ButtonAct));
  if (asked) decided.closes.push({ deliveryId: pressed.deliveryId, closedWith: closing(act, decided, words) });
  if (decided.outcome === 'recorded') decided.used.push(pressed.id);
  return decided;
}

const AWAIT_REASON: DeskAct['do'][] = [
  'confirm-advance',
  'return',
  'reassign',
  'decide-dispute',
  'hold-back',
  'pause',
  'resume',
  'notice-drop',
];

const isDrop = (act: ButtonAct): boolean => act.kind === 'desk' && act.act.do === 'drop';

function closing(act: DeskAct, decided: Decision, words: ReturnType<typeof deskWords>): string {
  if (act.do === 'drop') return words.dropped;
  if (decided.outcome === 'recorded' || decided.outcome === 'refused')
    return decided.messages[0]?.message.lines[0] ?? '';
  return AWAIT_REASON.includes(act.do) ? words.awaitsReason : words.chosen;
}
