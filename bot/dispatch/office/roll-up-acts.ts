import { answerMessage } from '../../../domain/chat/answer-message.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { compilerOf } from '../../../domain/supervision/roll-up.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { confirmRollUp } from '../../desk/confirm-roll-up.ts';
import { taskStory } from '../../desk/views/task-story.ts';
import { isOpenPart } from '../../directory/person-parts.ts';
import { offerRollUp } from '../roll-up/offer-roll-up.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { actAtDesk, callDesk, saidNo } from './desk-call.ts';
import { deskButton, deskSays, deskWords } from './desk-message.ts';
import { taskEntityId } from '../../../domain/task-entity.ts';

/** 汇总: the draft as a card for the unit that adds up; for others that may read the task, what there is, and for the office its button. */
export async function showRollUp(context: RowContext, taskId: string): Promise<Decision> {
  const own = (await context.parts()).filter(isOpenPart);
  const state = await context.deps.prisma.checkpoint.findUnique({
    where: { entityId: taskEntityId(taskId) },
    select: { state: true },
  });
  const compiler = state && compilerOf(state.state as unknown as SupervisedState);
  const mine = own.find(({ entityId, part }) => entityId === taskEntityId(taskId) && part.id === compiler?.id);
  if (mine) return offerRollUp(context, { entityId: mine.entityId, partId: mine.part.id });
  const seen = await callDesk(context, (desk, actor) => taskStory(desk, actor, { taskId }));
  if ('refused' in seen) return saidNo(context, context.planId, seen.refused);
  const { planId, no, title, rollUp } = seen.done;
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const item = words.item(no, title);
  if (!rollUp) return deskSays(context, planId, 'rollUp', [words.noRollUp(item)]);
  const { label, compiler: by, status, confirmed, after, draft, cycle, from, asOf, progress, mayConfirm } = rollUp;
  return deskSays(
    context,
    planId,
    'rollUp',
    [
      words.rollUp(item, label, by ?? (talk.locale === 'en' ? 'the office' : '办公室'), status),
      ...(confirmed ? [words.rolledUp(confirmed.n), ...confirmed.words.split('\n')] : []),
      ...(after === '' ? [] : [`${after}${talk.locale === 'en' ? '.' : '。'}`]),
      ...(confirmed === null || after !== '' ? draft.split('\n') : []),
    ],
    mayConfirm
      ? [deskButton(words.buttons.confirm, { do: 'confirm-roll-up', taskId, seen: { cycle, from, asOf, progress } })]
      : [],
  );
}

/** The office adds up where no subordinate unit leads. */
export async function confirmRollUpInChat(
  context: RowContext,
  { taskId, seen }: Extract<DeskAct, { do: 'confirm-roll-up' }>,
): Promise<Decision> {
  const task = await context.deps.prisma.task.findUnique({ where: { id: taskId } });
  const planId = task?.planId ?? context.planId;
  const asked = await actAtDesk(context, (desk, actor) => confirmRollUp(desk, actor, { taskId, seen }));
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const item = words.item(task?.no ?? null, task?.title ?? '');
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [words.told(`${item} `, asked.done.summary)], talk) }],
  });
}
