import { handOver } from '../../bot/desk/hand-over.ts';
import { removeContact } from '../../bot/desk/remove-contact.ts';
import { linkTasks } from '../../bot/desk/shared/link-tasks.ts';
import { unlinkTask } from '../../bot/desk/shared/unlink-task.ts';
import type { Act } from './act.ts';
import { office, taskId } from './office-acts.ts';
import type { Stage } from './stage.ts';

/** 更换联络员; `to`: somebody of the story, or the name of somebody new. */
export const handsOver = (from: string, to: string): Act =>
  office(`hand ${from} over to ${to}`, async (desk, actor, { planId, cast }) =>
    handOver(desk, actor, {
      planId,
      fromPersonId: cast.named(from).personId,
      to: cast.players.find(({ name }) => name === to)?.personId ?? to,
    }),
  );

/** 停用: somebody left, and nobody takes over. */
export const removes = (name: string): Act =>
  office(`remove ${name}`, async (desk, actor, { planId, cast }) =>
    removeContact(desk, actor, { planId, personId: cast.named(name).personId }),
  );

/** The story's other plan begins. */
export const startsSecond: Act = office('start the second plan', async (_desk, _actor, stage) => {
  await stage.startSecond();
  return { summary: '已启动' };
});

/** One task in two plans. */
export const links = (no: string, other: string): Act =>
  office(`link ${no} with ${other}`, async (desk, actor, stage) =>
    linkTasks(desk, actor, { taskId: await taskId(stage, no), otherTaskId: await taskId(stage, other) }),
  );

export const unlinks = (no: string): Act =>
  office(`unlink ${no}`, async (desk, actor, stage: Stage) =>
    unlinkTask(desk, actor, { taskId: await taskId(stage, no) }),
  );
