import type { ButtonAct } from '../../domain/chat/message.ts';
import { usable, type PressedButton } from '../forms/usable-button.ts';
import { answerQuestion } from './ask-in-words.ts';
import { applyAct } from './apply-act.ts';
import { dropExtension, pressExtension } from './extension/press-extension.ts';
import { applyProposalButton } from './apply-proposal-button.ts';
import { dataLater } from './data-later.ts';
import { chooseTask } from './choose-task.ts';
import { pressDesk } from './office/desk-button.ts';
import { dropEvidence, pressEvidence } from './file-evidence.ts';
import { answerAboutBrief } from './brief-buttons.ts';
import { pressNotMe } from './not-me.ts';
import { offerRollUp } from './roll-up/offer-roll-up.ts';
import { refuseButton } from './refuse-button.ts';
import type { Decision, RowContext } from './types.ts';
import { pressWithdraw } from './withdraw.ts';
import { withdrawalOf } from '../withdrawn/withdrawal-of.ts';

export type { PressedButton };

/** A pressed button, looked up by its opaque id: unknown, another person's, used and closed ones are refused. */
export async function applyButton(context: RowContext): Promise<Decision> {
  const { pressed, unusable } = usable(context.pressed, context.person.id);
  if (
    !pressed ||
    (unusable && (unusable !== 'closed' || pressed.isUsed || !(await isAboutWithdrawn(context, pressed))))
  )
    return refuseButton(context, pressed, unusable ?? 'unknown');
  return act(context, pressed, pressed.act as unknown as ButtonAct);
}

/** Closed because its duties were taken away: an answer that was given all the same is kept, not refused. */
async function isAboutWithdrawn({ deps }: RowContext, pressed: PressedButton): Promise<boolean> {
  const meant = pressed.act as unknown as ButtonAct;
  const lines = 'lines' in meant ? meant.lines : 'entityId' in meant ? [meant] : [];
  for (const line of lines) if (!(await withdrawalOf(deps.prisma, line))) return false;
  return lines.length > 0;
}

async function act(context: RowContext, pressed: PressedButton, meant: ButtonAct): Promise<Decision> {
  switch (meant.kind) {
    case 'confirm':
    case 'edit':
    case 'keep-words':
      return applyProposalButton(context, pressed, meant);
    case 'roll-up':
      return offerRollUp(context, meant);
    case 'data-later':
      return dataLater(context, pressed, meant);
    case 'choose-task':
      return chooseTask(context, pressed, meant);
    case 'withdraw':
      return pressWithdraw(context, pressed, meant);
    case 'extension':
      return pressExtension(context, pressed, meant);
    case 'extension-drop':
      return dropExtension(context, pressed);
    case 'desk':
      return pressDesk(context, pressed, meant.act);
    case 'file-evidence':
      return pressEvidence(context, pressed, { entityId: meant.entityId, partId: meant.partId });
    case 'no-evidence':
      return dropEvidence(context, pressed);
    case 'not-me':
      return pressNotMe(context, pressed, meant);
    case 'brief-text':
    case 'brief-sources':
    case 'directive':
      return answerAboutBrief(context, meant);
    case 'fill':
    case 'fill-all':
    case 'explain':
    case 'unchanged-because':
    case 'which':
    case 'acknowledge':
      return answerQuestion(context, meant);
    default:
      return applyAct(context, pressed, meant);
  }
}
