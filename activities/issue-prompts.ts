import type { IssuedRung } from '../domain/supervision/decide-issue.ts';
import type { PromptLine } from '../domain/chat/message.ts';
import { localDateOf } from '../domain/calendar/local-time.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Part, SupervisedState } from '../domain/supervision/types.ts';
import type { Db } from '../prisma/client.ts';
import { sharedRungs } from '../prisma/shared-rungs.ts';
import { supersedeQueued } from '../prisma/queries/supersede-queued.ts';
import type { ActivityDeps } from './deps.ts';
import { endedWithPlan } from './ended-with-plan.ts';
import { holdsOf, type Hold } from './holds-of.ts';
import { putOnOfficeList } from './office-rungs.ts';
import { rollUpLine } from '../domain/chat/roll-up-text.ts';
import { unitInList } from '../domain/chat/unit-name.ts';
import { projectIn } from './project.ts';
import { promptRow } from './prompt-row.ts';
import { REPEATED, repeatedRungs, rungId } from './repeated-rungs.ts';
import type { Activities } from './types.ts';

type Input = Parameters<Activities['issuePrompts']>[0];

/**
 * Rungs that came due become Prompt rows, in one transaction with the state that no longer holds them; then
 * the sender is told. A rung is unique, so a repeated issue changes nothing.
 */
export async function issuePrompts(deps: ActivityDeps, input: Input): Promise<void> {
  const { projection, now, clockId, offsetMs } = input;
  const state = projection.state as SupervisedState;
  let { issued } = input;
  await deps.prisma.$transaction(async (tx) => {
    issued = await endedWithPlan(tx, state.planId, input.issued);
    const held = await holdsOf(tx, state.entityId, issued);
    // One transaction wrote both: what is projected already is issued already.
    if ((await projectIn(tx, projection)) === 'applied') await issue(tx, state, issued, held, now);
  });
  await deps.failpoints('project.after-commit');
  const released = projection.events.some((event) => event.released !== undefined);
  if (released || issued.some(({ status }) => status === 'queued')) await deps.entities.kickSender(clockId, offsetMs);
}

async function issue(tx: Db, state: SupervisedState, issued: IssuedRung[], held: Hold[], now: string): Promise<void> {
  const { entityId, planId, clockId } = state;
  const lineOf = await lineMaker(tx, state);
  const repeated = await repeatedRungs(tx, state, issued, now);
  const shared = await sharedRungs(
    tx,
    entityId,
    issued.filter(({ status }) => status === 'queued' || status === 'office'),
  );
  const rows = issued.map((rung, index) => {
    const elsewhere = shared.get(rung) ?? null;
    const again = elsewhere === null && rung.status === 'queued' && repeated.has(rungId(rung));
    const isWaiting = rung.status === 'held' || (rung.status === 'queued' && !again && elsewhere === null);
    return {
      ...promptRow({ entityId, planId, clockId, unitId: rung.unitId, role: rung.role, slot: rung }),
      ...(isWaiting ? held[index] : { settledAt: new Date(now) }),
      line: { ...lineOf(rung) },
      ...(elsewhere === null ? ended(rung, again) : { status: 'superseded', reason: elsewhere }),
    };
  });
  await tx.prompt.createMany({ data: rows, skipDuplicates: true });
  await supersedeQueued(
    tx,
    rows.map(({ id }) => id),
    new Date(now),
  );
  for (const rung of issued) if (!shared.has(rung)) await putOnOfficeList(tx, state, rung, lineOf(rung), now);
}

const ended = (rung: IssuedRung, again: boolean): { status: string; reason: string | null } => ({
  status: again ? 'skipped' : rung.status === 'office' ? 'sent' : rung.status,
  reason: again ? REPEATED : rung.status === 'office' ? officeReason(rung) : rung.reason,
});

/** What the office's own rungs are marked with: they are sent to nobody. */
const officeReason = ({ rung }: IssuedRung): string => (rung === 'o10' ? 'circular-draft' : 'office-list');

async function lineMaker(tx: Db, state: SupervisedState): Promise<(rung: IssuedRung) => PromptLine> {
  const plan = await tx.plan.findUniqueOrThrow({ where: { id: state.planId }, select: { title: true, policy: true } });
  const units = await tx.unit.findMany({
    where: { id: { in: state.parts.map(({ unitId }) => unitId) } },
    select: { id: true, name: true, short: true },
  });
  // 原文 names the section as well; only tasks stand in one.
  const task =
    state.kind === 'task'
      ? await tx.task.findUnique({ where: { id: state.entityId.replace(/^task\//, '') }, select: { section: true } })
      : null;
  const section = task?.section ?? null;
  const short = (partId: string): string => {
    const unitId = state.parts.find(({ id }) => id === partId)?.unitId;
    const unit = units.find(({ id }) => id === unitId);
    return unit ? unitInList(unit) : '';
  };
  const { zone } = (plan.policy as unknown as Policy).values;
  return (rung) => {
    const part = state.parts.find(({ id }) => id === rung.partId) as Part;
    return {
      entityId: state.entityId,
      partId: part.id,
      planTitle: plan.title,
      no: state.no,
      title: part.title ?? state.title,
      ...(section === null ? {} : { section }),
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
      ...(part.figures?.length
        ? { lastFigures: part.figures.map(({ name, value, unit }) => ({ name, value, unit })) }
        : {}),
      lastReportOn: part.lastReportAt === null ? null : localDateOf(part.lastReportAt, zone),
      cadence: state.keyTask ? 'monthly' : 'quarterly',
      taskDueOn: state.dueOn,
      ...(rung.duty === 'report' ? rollUpLine(state, part.id, rung.cycle, short) : {}),
    };
  };
}
