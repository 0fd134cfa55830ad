import { answerMessage } from '../../../domain/chat/answer-message.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { decideDispute } from '../../desk/decide-dispute.ts';
import { reassignPart } from '../../desk/reassign-part.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, saidNo } from './desk-call.ts';
import { deskWords } from './desk-message.ts';
import { namedTask } from './named-task.ts';

export type DutyAct = Extract<DeskAct, { do: 'reassign' | 'decide-dispute' }>;

/** 改派 and 维持分工: whose duty something is, with everything known but perhaps the reason. */
export async function actOnDuty(context: RowContext, act: DutyAct): Promise<Decision> {
  const { planId, item, unit } = await namedTask(context, act);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const ask = async (): Promise<Decision> => {
    const question =
      act.do === 'reassign'
        ? words.reasonForReassign(item, unit, await nameOf(context, act.toUnit))
        : words.reasonForKeepDuty(item, unit);
    return askReason(context, planId, question, { ...act, reason: null });
  };
  if (act.reason === null) return ask();
  const { taskId, partId, reason } = act;
  const asked = await actAtDesk(context, (desk, actor) =>
    act.do === 'reassign'
      ? reassignPart(desk, actor, { taskId, partId, toUnit: act.toUnit, reason })
      : decideDispute(desk, actor, { taskId, partId, uphold: false, reason }),
  );
  if ('refused' in asked)
    return asked.refused.code === 'REASON_REQUIRED' ? ask() : saidNo(context, planId, asked.refused);
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [words.told(item, asked.done.summary)], talk) }],
  });
}

async function nameOf({ deps }: RowContext, unitId: string): Promise<string> {
  const unit = await deps.prisma.unit.findUnique({ where: { id: unitId }, select: { name: true } });
  return unit?.name ?? '';
}
