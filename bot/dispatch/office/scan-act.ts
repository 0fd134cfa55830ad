import { answerMessage } from '../../../domain/chat/answer-message.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { scanSigned } from '../../desk/requests/scan-signed.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, saidNo } from './desk-call.ts';
import { deskWords, officeWords } from './desk-message.ts';
import { namedTask } from './named-task.ts';

/** 登记扫描件 of one part, with everything known but perhaps what the scan is called. */
export async function actOnScan(context: RowContext, act: Extract<DeskAct, { do: 'scan' }>): Promise<Decision> {
  const { planId, item, unit } = await namedTask(context, act);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const ask = (): Promise<Decision> =>
    askReason(context, planId, officeWords(talk).whichScan(item, unit), { ...act, reason: null }, 'add');
  const { taskId, partId, reason } = act;
  if (reason === null) return ask();
  const asked = await actAtDesk(context, (desk, actor) =>
    scanSigned(desk, actor, { taskId, partId, evidence: reason }),
  );
  if ('refused' in asked)
    return asked.refused.code === 'EVIDENCE_REQUIRED' ? ask() : saidNo(context, planId, asked.refused);
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [words.done(item, unit, asked.done.summary)], talk) }],
  });
}
