import { answerMessage } from '../../../domain/chat/answer-message.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { shorten } from '../../../domain/chat/item-label.ts';
import { namedUnits, type NamedUnits } from '../../../domain/chat/named-units.ts';
import type { Unit } from '../../../prisma/generated/client.ts';
import { assignUnits } from '../../desk/assign-unit.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskAsks, deskButton, deskSays, deskWords, officeWords } from './desk-message.ts';
import { namedTask } from './named-task.ts';

export type AssignAct = Extract<DeskAct, { do: 'assign' }>;
type Read = { act: AssignAct } | { decided: Decision };

/** 指定单位 of a task, with everything known but perhaps the units: the next words name them. */
export async function actOnAssign(context: RowContext, act: AssignAct): Promise<Decision> {
  const { taskId, units } = act;
  const { planId, item } = await namedTask(context, { taskId, partId: null });
  const talk = await context.talk(planId);
  if (units.length === 0) {
    if (act.reason === null) return askUnits(context, act);
    const known = await context.deps.prisma.unit.findMany({ where: { planId } });
    const read = await assignNamed(context, { id: taskId, planId }, namedUnits(act.reason, known), act.reason);
    return 'act' in read ? actOnAssign(context, read.act) : read.decided;
  }
  const asked = await actAtDesk(context, (desk, actor) =>
    assignUnits(desk, actor, {
      taskId,
      units: units.map(({ unitId, role }) => ({ unit: unitId, role: role ?? undefined })),
    }),
  );
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [deskWords(talk).told(item, asked.done.summary)], talk) }],
  });
}

/** Units as they were named: the act where each is certain, else a card, the choice or the question. `answered`: the words are the answer to that question. */
export async function assignNamed(
  context: RowContext,
  { id: taskId, planId }: { id: string; planId: string },
  { units, exact, left }: NamedUnits<Unit>,
  answered?: string,
): Promise<Read> {
  const talk = await context.talk(planId);
  const [words, { buttons }] = [officeWords(talk), deskWords(talk)];
  const act = (meant: AssignAct['units']): AssignAct => ({ do: 'assign', taskId, units: meant, reason: null });
  if (left !== '' || (units.length === 0 && answered !== undefined)) {
    const unit = shorten(left === '' ? (answered ?? '') : left, 40);
    return {
      decided:
        answered === undefined
          ? await refuseAsDesk(context, planId, 'assign', 'UNIT_UNKNOWN', { unit })
          : await askUnits(context, act([]), words.noSuchUnit(unit)),
    };
  }
  const meant = units.map(({ units: [first], role }) => ({ unitId: first?.id ?? '', role }));
  if (exact || units.length === 0) return { act: act(meant) };
  const unclear = units.findIndex((one) => one.units.length > 1);
  const several = units[unclear];
  if (!several) {
    const { item } = await namedTask(context, { taskId, partId: null });
    const names = units.flatMap((one) => one.units.map(({ name }) => name));
    const choices = [
      deskButton(buttons.assign, act(meant), 'primary'),
      deskButton(buttons.drop, { do: 'drop', awaits: null }),
    ];
    return { decided: await deskSays(context, planId, 'confirm', [words.confirmAssign(item, names)], choices) };
  }
  // Of two names that are unclear both can't be chosen with one press.
  if (units.some((one, at) => at !== unclear && one.units.length > 1))
    return { decided: await askUnits(context, act([]), words.noSuchUnit(several.named)) };
  const choices = several.units.map(({ id, name }) => ({
    label: shorten(name, 30),
    act: act(meant.map((one, at) => (at === unclear ? { ...one, unitId: id } : one))),
  }));
  return { decided: await deskAsks(context, planId, words.whichOfUnits(several.named), choices) };
}

async function askUnits(context: RowContext, act: AssignAct, said?: string): Promise<Decision> {
  const { planId, item } = await namedTask(context, { taskId: act.taskId, partId: null });
  const question = said ?? officeWords(await context.talk(planId)).whichUnits(item);
  return askReason(context, planId, question, { ...act, reason: null }, 'add');
}
