import type { IssuedRung } from '../domain/supervision/decide-issue.ts';
import type { PromptLine } from '../domain/chat/message.ts';
import { localDateOf } from '../domain/calendar/local-time.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Part, SupervisedState } from '../domain/supervision/types.ts';
import type { Db } from '../prisma/client.ts';
import { putOfficeItem } from '../prisma/office-items.ts';
import { openAnswer } from '../prisma/queries/open-answer.ts';
import { proposalHold } from '../prisma/queries/proposal-hold.ts';
import { supersedeQueued } from '../prisma/queries/supersede-queued.ts';
import type { ActivityDeps } from './deps.ts';
import { projectIn } from './project.ts';
import { promptRow } from './prompt-row.ts';
import type { Activities } from './types.ts';

type Input = Parameters<Activities['issuePrompts']>[0];

/**
 * Rungs that came due become Prompt rows, in one transaction with the state that no longer holds them; then
 * the sender is told. A rung is unique, so a repeated issue changes nothing.
 */
export async function issuePrompts(deps: ActivityDeps, input: Input): Promise<void> {
  const { projection, issued, now, clockId, offsetMs } = input;
  const state = projection.state as SupervisedState;
  await deps.prisma.$transaction(async (tx) => {
    await projectIn(tx, projection);
    const lineOf = await lineMaker(tx, state);
    for (const rung of issued) await issue(tx, state, rung, now, lineOf);
  });
  await deps.failpoints('project.after-commit');
  if (issued.some(({ status }) => status === 'queued')) await deps.entities.kickSender(clockId, offsetMs);
}

async function issue(tx: Db, state: SupervisedState, rung: IssuedRung, now: string, lineOf: (rung: IssuedRung) => PromptLine): Promise<void> {
  const { entityId, planId, clockId } = state;
  const settled = rung.status === 'queued' ? {} : { settledAt: new Date(now) };
  const row = promptRow({ entityId, planId, clockId, unitId: rung.unitId, role: rung.role, slot: rung });
  const line = lineOf(rung);
  const held = rung.status === 'queued' ? await holdsOf(tx, entityId, rung) : {};
  const { count } = await tx.prompt.createMany({
    data: [{ ...row, ...settled, ...held, line: { ...line }, status: rung.status === 'office' ? 'sent' : rung.status, reason: rung.status === 'office' ? 'office-list' : rung.reason }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  if (rung.status === 'queued' || rung.status === 'office') await supersedeQueued(tx, { ...rung, entityId, id: row.id, now });
  if (rung.status === 'office' && (await isReachable(tx, rung.unitId))) {
    await putOfficeItem(tx, {
      planId,
      key: `office-call/${entityId}/${rung.partId}/${rung.duty}/${rung.cycle}`,
      kind: 'office-call',
      entityId,
      partId: rung.partId,
      unitId: rung.unitId,
      body: { duty: rung.duty, cycle: rung.cycle, dueOn: rung.dueOn, unit: line.unit, no: line.no, title: line.title },
      planAt: new Date(now),
    });
  }
}

/** Not sent while an answer of the unit is being read, or its author has yet to confirm what was read. */
async function holdsOf(tx: Db, entityId: string, { partId, unitId }: IssuedRung): Promise<{ notBefore?: Date; heldUntil?: Date; heldBy?: string }> {
  const [notBefore, answer] = [await proposalHold(tx, entityId, partId), await openAnswer(tx, unitId)];
  return { ...(notBefore ? { notBefore } : {}), ...(answer ? { heldUntil: answer.until, heldBy: answer.id } : {}) };
}

/** A unit without any contact is one item on the office's list already, not one a task. */
async function isReachable(tx: Db, unitId: string): Promise<boolean> {
  return (await tx.membership.count({ where: { unitId, active: true, person: { accounts: { some: { revokedAt: null } } } } })) > 0;
}

async function lineMaker(tx: Db, state: SupervisedState): Promise<(rung: IssuedRung) => PromptLine> {
  const plan = await tx.plan.findUniqueOrThrow({ where: { id: state.planId }, select: { title: true, policy: true } });
  const units = await tx.unit.findMany({ where: { id: { in: state.parts.map(({ unitId }) => unitId) } }, select: { id: true, name: true } });
  const { zone } = (plan.policy as unknown as Policy).values;
  return (rung) => {
    const part = state.parts.find(({ id }) => id === rung.partId) as Part;
    return {
      entityId: state.entityId,
      partId: part.id,
      planTitle: plan.title,
      no: state.no,
      title: part.title ?? state.title,
      unit: units.find(({ id }) => id === part.unitId)?.name ?? '',
      relation: part.relation,
      role: part.role,
      assumedLead: part.assumedLead ?? false,
      duty: rung.duty,
      cycle: rung.cycle,
      rung: rung.rung,
      dueOn: rung.dueOn,
      dueAt: rung.dueAt,
      provisional: rung.provisional ?? false,
      progress: part.progress,
      lastWords: part.lastWords,
      lastReportOn: part.lastReportAt === null ? null : localDateOf(part.lastReportAt, zone),
      cadence: state.keyTask ? 'monthly' : 'quarterly',
      taskDueOn: state.dueOn,
    };
  };
}
