import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { assertNever } from '../../../domain/assert-never.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { actOnAssign } from './assign-act.ts';
import { actOnBrief } from './brief-acts.ts';
import { deskWords } from './desk-message.ts';
import { actOnDuty } from './duty-acts.ts';
import { actOnEscalation } from './escalation-acts.ts';
import { fileInChat } from './file-in-chat.ts';
import { findTaskAct } from './find-task-act.ts';
import { languageCommand } from './language-command.ts';
import { actOnNotice } from './notice-acts.ts';
import { actOnPause } from './pause-acts.ts';
import { confirmAdvance, showDossier, undo } from './phase-acts.ts';
import { actOnRequest } from './request-acts.ts';
import { sendLink } from './send-link.ts';
import { showDecision } from './show-decision.ts';
import { showExtension } from './show-extension.ts';
import { showPlanState } from './show-state.ts';
import { confirmRollUpInChat, showRollUp } from './roll-up-acts.ts';
import { showTask } from './show-task.ts';
import { showUnsigned } from './show-unsigned.ts';
import { actOnScan } from './scan-act.ts';
import { settleInChat } from './settle-in-chat.ts';
import { actOnTask } from './task-acts.ts';

/** One act of which everything is known; rights are the desk's to judge. Throws UnavailableError. */
export async function perform(context: RowContext, act: DeskAct): Promise<Decision> {
  switch (act.do) {
    case 'state':
      return showPlanState(context, act.planId);
    case 'task-state':
      return showTask(context, act.taskId);
    case 'roll-up':
      return showRollUp(context, act.taskId);
    case 'confirm-roll-up':
      return confirmRollUpInChat(context, act);
    case 'dry-run':
    case 'show-advance':
      return showDossier(context, act.planId, act.do === 'show-advance');
    case 'confirm-advance':
      return confirmAdvance(context, act);
    case 'undo':
      return undo(context, act.planId);
    case 'nudge':
    case 'accept':
    case 'return':
      return actOnTask(context, act);
    case 'escalate':
    case 'hold-back':
      return actOnEscalation(context, act);
    case 'reassign':
    case 'decide-dispute':
      return actOnDuty(context, act);
    case 'assign':
      return actOnAssign(context, act);
    case 'scan':
      return actOnScan(context, act);
    case 'unsigned':
      return showUnsigned(context, act.planId);
    case 'pause':
    case 'resume':
      return actOnPause(context, act);
    case 'notice':
    case 'notices':
    case 'notice-release':
    case 'notice-drop':
      return actOnNotice(context, act);
    case 'brief-draft':
    case 'brief-newest':
    case 'brief-text':
    case 'brief-release':
      return actOnBrief(context, act);
    case 'open-page':
      return sendLink(context, act);
    case 'show-extension':
      return showExtension(context, act);
    case 'extension':
    case 'extension-date':
    case 'extension-undo':
    case 'sign':
      return actOnRequest(context, act);
    case 'show-decision':
      return showDecision(context, act);
    case 'file-evidence':
      return fileInChat(context, act);
    case 'settle-item':
      return settleInChat(context, act.itemId);
    case 'pick': {
      if (act.command === 'task-state') return showTask(context, act.taskId);
      const { command, taskId, unitIds, reason } = act;
      const found = await findTaskAct(context, { command, taskId, unitIds, reason, exact: true });
      return 'act' in found ? perform(context, found.act) : found.decided;
    }
    case 'language':
      return languageCommand(context, act.locale);
    case 'drop': {
      const talk = await context.talk();
      return decision('answered', context.planId, {
        messages: [{ message: answerMessage('note', [deskWords(talk).dropped], talk) }],
      });
    }
    default:
      return assertNever(act);
  }
}
