import { answerMessage } from '../../../domain/chat/answer-message.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { fileUnclaimed } from '../../desk/file-unclaimed.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, saidNo } from './desk-call.ts';
import { deskSays, deskWords } from './desk-message.ts';
import { namedTask } from './named-task.ts';
import { targetIn } from './read-task-command.ts';

type FileAct = Extract<DeskAct, { do: 'file-evidence' }>;

/** 归入任务: asks for the task in words, 第九项 [单位], then files what waits under that item. */
export async function fileInChat(context: RowContext, act: FileAct): Promise<Decision> {
  const { planId, itemId, reason } = act;
  const { prisma } = context.deps;
  const words = deskWords(await context.talk(planId));
  const item = await prisma.officeItem.findUnique({ where: { id: itemId } });
  const files = (item?.body as { files?: { id: string; name: string }[] } | undefined)?.files ?? [];
  if (item?.status !== 'open') return deskSays(context, planId, 'note', [words.decisionSettled]);
  const again = (question: string): Promise<Decision> => askReason(context, planId, question, { ...act, reason: null });
  const names = files.map(({ name }) => `“${name}”`).join('、');
  if (reason === null) return again(words.whichTaskOfFiles(names));
  const plan = await prisma.plan.findUniqueOrThrow({ where: { id: planId }, select: { id: true, title: true } });
  const { target } = await targetIn(context, [plan], reason);
  const [task, ...others] = target.tasks;
  if (!task || others.length > 0)
    return again(target.named === null ? words.whichTaskOfFiles(names) : words.noSuchTask(target.named));
  const unit = target.unit?.units[0]?.name;
  const asked = await actAtDesk(context, (desk, actor) =>
    fileUnclaimed(desk, actor, {
      taskId: task.id,
      evidenceIds: files.map(({ id }) => id),
      ...(unit === undefined ? {} : { unit }),
    }),
  );
  if ('refused' in asked) {
    const { code, message } = asked.refused;
    return code === 'INPUT_INVALID' || code === 'PART_UNKNOWN'
      ? again(message)
      : saidNo(context, planId, asked.refused);
  }
  const { item: label } = await namedTask(context, { taskId: task.id, partId: null });
  return decision('recorded', planId, {
    messages: [
      { message: answerMessage('done', [words.filed(label, asked.done.summary)], await context.talk(planId)) },
    ],
  });
}
