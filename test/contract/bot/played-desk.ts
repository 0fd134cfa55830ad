import { announce } from '../../../activities/announce.ts';
import type { DeskDeps, DeskUpdates } from '../../../bot/desk/deps.ts';
import { applyPlanAmended } from '../../../domain/supervision/amend-plan.ts';
import { applyAct } from '../../../domain/supervision/apply-act.ts';
import { applyAdvance, applyUndo } from '../../../domain/supervision/apply-plan.ts';
import type { Actor, EntityState, PlanState, SupervisedState } from '../../../domain/supervision/types.ts';
import { RefusedError, type Refusal } from '../../../domain/refusals.ts';
import type { Prisma, PrismaClient } from '../../../prisma/client.ts';
import type { PlanClock } from '../../../prisma/clock.ts';
import { loadDossier } from '../../../prisma/load-dossier.ts';

/** An act of the office that reached a workflow. */
export interface DeskAsked {
  entityId: string;
  actId: string;
  via: string;
  kind: string;
}

/** An Event as a workflow would have put it on its chain. */
export interface Chained {
  entityId: string;
  kind: string;
  actor: Actor;
  via: string;
  body: Record<string, unknown>;
}

export const chained = ({ entityId, pendingEvents }: EntityState): Chained[] =>
  pendingEvents.map(({ kind, actor, via, body }) => ({ entityId, kind, actor, via, body }));

/** The desk with its workflows played by the domain's own rules, as the answers' are. */
export function playedDesk(
  prisma: PrismaClient,
  clock: PlanClock,
  { asked, isDown, events = [] }: { asked: DeskAsked[]; isDown: () => boolean; events?: Chained[] },
): DeskDeps {
  const quiet = async (): Promise<void> => undefined;
  const noDemo = (): Promise<never> => Promise.reject(new Error('no demo here'));
  return {
    prisma,
    clock,
    entities: { start: quiet, signal: quiet, kickSender: quiet, terminate: quiet, terminateSender: quiet },
    updates: played(prisma, clock, asked, isDown, events),
    demo: { step: noDemo, reset: noDemo, remove: noDemo },
    log: () => undefined,
  };
}

function played(
  prisma: PrismaClient,
  clock: PlanClock,
  asked: DeskAsked[],
  isDown: () => boolean,
  events: Chained[],
): DeskUpdates {
  const now = async (): Promise<string> => (await clock.now('any')).toISOString();
  async function update<S extends EntityState>(
    entityId: string,
    decided: (state: S) => { state: S; summary: string } | { refused: Refusal },
  ): Promise<{ summary: string }> {
    if (isDown()) throw new RefusedError('TEMPORAL_UNAVAILABLE');
    const row = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
    const made = decided(row.state as unknown as S);
    if ('refused' in made) throw new RefusedError(made.refused.code, made.refused.details);
    const after: EntityState = made.state;
    events.push(...chained(after));
    if (after.kind !== 'plan')
      for (const event of after.pendingEvents) await prisma.$transaction((tx) => announce(tx, after, event));
    const state = { ...made.state, pendingEvents: [] } as unknown as Prisma.InputJsonValue;
    await prisma.checkpoint.update({
      where: { entityId },
      data: { state, status: made.state.status, version: { increment: 1 } },
    });
    return { summary: made.summary };
  }
  const held = async (planId: string): Promise<void> => {
    const row = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId: `plan/${planId}` } });
    const { advancing } = row.state as unknown as PlanState;
    const holdUntil = advancing ? new Date(advancing.undoUntil) : null;
    await prisma.plan.update({ where: { id: planId }, data: { holdUntil } });
  };
  return {
    async decide(entityId, by) {
      asked.push({ entityId, actId: by.actId, via: by.via, kind: by.act.kind });
      const at = await now();
      return update<SupervisedState>(entityId, (state) => applyAct(state, by.act, by, at));
    },
    async advance(planId, ask) {
      const entityId = `plan/${planId}`;
      asked.push({ entityId, actId: ask.actId, via: ask.via, kind: 'advance' });
      const at = await now();
      const { hash, gaps } = await loadDossier(prisma, planId, at);
      const texts = gaps.map(({ text }) => text);
      const done = await update<PlanState>(entityId, (state) => applyAdvance(state, ask, { hash, gaps: texts }, at));
      await held(planId);
      return done;
    },
    async amend(planId, ask) {
      const entityId = `plan/${planId}`;
      asked.push({ entityId, actId: ask.actId, via: ask.via, kind: 'amend' });
      const at = await now();
      return update<PlanState>(entityId, (state) => applyPlanAmended(state, ask, at));
    },
    async undo(planId, ask) {
      const entityId = `plan/${planId}`;
      asked.push({ entityId, actId: ask.actId, via: ask.via, kind: 'undo' });
      const at = await now();
      const done = await update<PlanState>(entityId, (state) => applyUndo(state, ask, at));
      await held(planId);
      return done;
    },
  };
}
