import { commandLabel } from '../../../domain/chat/command.ts';
import { readTarget } from '../../../domain/chat/command-target.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { cutWords } from '../../../domain/supervision/cut-words.ts';
import type { TaskStory } from '../../../web/api.ts';
import { taskStory } from '../../desk/views/task-story.ts';
import type { Decision, RowContext } from '../types.ts';
import { callDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskAsks, deskSays, deskWords } from './desk-message.ts';
import { noPlanFor, plansFor } from './plans-for.ts';
import { targetIn } from './read-task-command.ts';

type Read = { act: DeskAct } | { decided: Decision };

/** Words between the old unit and the new one. */
const TO = /^(改由|改派给|改派|转由|转给|交由|交给|给|由|→|->)\s*/;

/** 改派 第九项 [市科技局] 市公安局 理由: of two units the first is the one that has it; of one, the one that takes it. */
export async function readReassign(context: RowContext, words: string): Promise<Read> {
  const plans = await plansFor(context, 'reassign', ['running']);
  const [home] = plans;
  if (!home) return { decided: await noPlanFor(context, 'reassign') };
  const desk = deskWords(await context.talk(home.id));
  const label = commandLabel('reassign');
  const { target, within } = await targetIn(context, plans, words);
  if (target.named === null) return { decided: await deskSays(context, home.id, 'note', [desk.whichNewUnit]) };
  const [task, ...others] = target.tasks;
  if (!task) {
    const planId = within[0]?.id ?? home.id;
    const details = { task: cutWords(target.named, 80) };
    return {
      decided: await refuseAsDesk(context, planId, 'reassign', 'TASK_UNKNOWN', details, desk.noSuchTask(target.named)),
    };
  }
  if (others.length > 0) return { decided: await deskSays(context, task.planId, 'note', [desk.whichTask(label)]) };
  const units = await context.deps.prisma.unit.findMany({ where: { planId: task.planId } });
  // 由市科技局 after the number: the old unit.
  const first = target.unit ? target : readTarget(target.left.replace(/^(由|从|将|把)\s*/, ''), [], units);
  const second = readTarget(first.left.replace(TO, ''), [], units);
  const [one, two] = [first.unit?.units[0], second.unit?.units[0]];
  const to = two ?? one;
  if (!to) return { decided: await deskSays(context, task.planId, 'note', [desk.whichNewUnit]) };
  const left = (two ? second.left : first.left).replace(/^(承办|办理)[,。\s]*/, '').replace(/^理由[::是]+\s*/, '');
  return moveOf(context, task.id, { from: two ? (one?.id ?? null) : null, to: to.id, reason: left || null });
}

/** Which of the task's parts is meant: of the unit that was named, the one in dispute, or the only one. */
async function moveOf(
  context: RowContext,
  taskId: string,
  { from, to, reason }: { from: string | null; to: string; reason: string | null },
): Promise<Read> {
  const seen = await callDesk(context, (desk, actor) => taskStory(desk, actor, { taskId }));
  if ('refused' in seen) return { decided: await saidNo(context, context.planId, seen.refused) };
  const { parts, planId, no, title } = seen.done;
  const open = parts.filter(({ unitId, completion }) => unitId !== to && completion !== 'accepted');
  const meant = from === null ? theOne(open) : open.filter(({ unitId }) => unitId === from);
  const act = (partId: string): DeskAct => ({ do: 'reassign', taskId, partId, toUnit: to, reason });
  const [only] = meant.length > 0 ? meant : parts.filter(({ unitId }) => unitId === to);
  if (meant.length < 2 && only) return { act: act(only.partId) };
  const words = deskWords(await context.talk(planId));
  if (meant.length === 0)
    return { decided: await refuseAsDesk(context, planId, 'reassign', 'PART_UNKNOWN', { unit: '' }) };
  const choices = meant.map(({ unit, partId }) => ({ label: unit, act: act(partId) }));
  return { decided: await deskAsks(context, planId, words.whichOldUnit(words.item(no, title)), choices) };
}

function theOne(parts: TaskStory['parts']): TaskStory['parts'] {
  const disputed = parts.filter(({ dispute }) => dispute !== null);
  return disputed.length === 1 ? disputed : parts;
}
