import { acceptTask } from '../../bot/desk/accept.ts';
import { actorOf } from '../../bot/desk/actor-of.ts';
import { advancePhase } from '../../bot/desk/advance-phase.ts';
import { acceptAllChanges } from '../../bot/desk/amend/accept-all.ts';
import { proposeAmendment } from '../../bot/desk/amend/propose-amendment.ts';
import { assignUnit } from '../../bot/desk/assign-unit.ts';
import { cancelTask } from '../../bot/desk/cancel-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../../bot/desk/deps.ts';
import { nudge } from '../../bot/desk/nudge.ts';
import { optIn } from '../../bot/desk/opt-in.ts';
import { returnCompletion } from '../../bot/desk/return-completion.ts';
import { undoAdvance } from '../../bot/desk/undo-advance.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { loadDossier } from '../../prisma/load-dossier.ts';
import type { Act, Done } from './act.ts';
import type { Stage } from './stage.ts';
import { storyFacts, type StoryPlan } from './story-facts.ts';

/** Somebody of the story with rights of their own; absent: a coordinator who belongs to no unit. */
interface By {
  as?: string;
}

/** Any act of the office's desk; says its summary, or the code and sentence of its refusal. */
export const office = (
  label: string,
  act: (desk: DeskDeps, actor: DeskActor, stage: Stage) => Promise<DeskResult>,
  { as }: By = {},
): Act => ({
  label,
  async begin(stage) {
    const { world, cast } = stage;
    const actor = as === undefined ? stage.office : await actorOf(world.h.prisma, cast.named(as).personId, 'page');
    const done = await act(world.bot.desk, actor, stage).then(
      ({ summary }): Done => ({ ok: true, said: [summary] }),
      (error: unknown): Done => {
        if (!(error instanceof RefusedError)) throw error;
        return { ok: false, said: [`${error.refusal.code} ${error.refusal.message}`] };
      },
    );
    return async () => done;
  },
});

/** The id of a task by its printed number. */
export async function taskId({ world, planIds }: Stage, no: string): Promise<string> {
  const task = { planId: { in: planIds }, no };
  return (await world.h.prisma.task.findFirstOrThrow({ where: task, select: { id: true } })).id;
}

export const nudges = (no: string, unit: string, by?: By): Act =>
  office(
    `nudge ${unit}${no}`,
    async (desk, actor, stage) => nudge(desk, actor, { taskId: await taskId(stage, no), unit }),
    by,
  );

/** Without a unit the whole task. */
export const accepts = (no: string, unit?: string, by?: By): Act =>
  office(
    `accept ${unit ?? ''}${no}`,
    async (desk, actor, stage) => acceptTask(desk, actor, { taskId: await taskId(stage, no), unit }),
    by,
  );

export const returns = (no: string, unit: string, reason: string, by?: By): Act =>
  office(
    `return ${unit}${no}`,
    async (desk, actor, stage) => returnCompletion(desk, actor, { taskId: await taskId(stage, no), unit, reason }),
    by,
  );

export const cancels = (no: string, reason: string): Act =>
  office(`cancel ${no}`, async (desk, actor, stage) =>
    cancelTask(desk, actor, { taskId: await taskId(stage, no), reason }),
  );

export const assigns = (no: string, unit: string, role: 'lead' | 'responsible' = 'responsible'): Act =>
  office(`assign ${unit}${no}`, async (desk, actor, stage) =>
    assignUnit(desk, actor, { taskId: await taskId(stage, no), unit, role }),
  );

export const optsIn = (no: string): Act =>
  office(`opt in ${no}`, async (desk, actor, stage) => optIn(desk, actor, { taskId: await taskId(stage, no) }));

/** Dry run, then the transition by what it showed. `meanwhile`: what happens between the two. */
export const advances = (reason?: string, { meanwhile }: { meanwhile?: Act } = {}): Act =>
  office('advance', async (desk, actor, stage) => {
    const { world, planId, clockId } = stage;
    const now = await world.h.clock.now(clockId);
    const { hash } = await loadDossier(world.h.prisma, planId, now.toISOString());
    await meanwhile?.begin(stage);
    await stage.settle();
    return advancePhase(desk, actor, { planId, hash, ...(reason === undefined ? {} : { reason }) });
  });

export const undoesAdvance: Act = office('undo the transition', (desk, actor, { planId }) =>
  undoAdvance(desk, actor, { planId }),
);

/** Another version of the plan, all of whose certain changes are accepted. */
export const amends = (version: StoryPlan): Act =>
  office('amend', async (desk, actor, { planId, facts }) => {
    const { units } = facts;
    const next = storyFacts(version);
    const kept = units.filter(({ name }) => !next.units.some((unit) => unit.name === name));
    await proposeAmendment(desk, actor, { planId, facts: { ...next, units: [...next.units, ...kept] } });
    return acceptAllChanges(desk, actor, { planId });
  });
