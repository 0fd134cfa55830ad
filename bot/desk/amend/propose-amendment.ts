import { randomUUID } from 'node:crypto';
import { alignFacts } from '../../../domain/plan/amend/align-facts.ts';
import { matchTasks } from '../../../domain/plan/amend/match-tasks.ts';
import { planChanges } from '../../../domain/plan/amend/plan-changes.ts';
import { parseVersion } from '../../../domain/plan/amend/parse-version.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import { canonicalJson } from '../../../prisma/chain-hash.ts';
import type { Db, Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPlan, foundPlan, type FoundPlan } from '../find-plan.ts';
import { eventActor, refuseRecorded } from '../refuse.ts';
import { loadAmendment } from './find-amendment.ts';

export interface Proposed extends DeskResult {
  /** null: the new version says nothing that the running plan doesn't. */
  no: number | null;
  open: number;
  alreadyThere: boolean;
}

const SHOWN = 5;
const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/**
 * Lays a new version beside a running plan: what it changes stands open, nothing is changed yet. The same
 * version again is the same amendment, with what was decided about it. Throws RefusedError PLAN_INVALID, PLAN_NOT_READY.
 */
export async function proposeAmendment(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, facts: input, source = null }: { planId: string; facts: unknown; source?: string | null },
): Promise<Proposed> {
  const { row, now } = await findPlan(deps, actor, planId, 'amend');
  if (row.status !== 'running')
    return refuseRecorded(deps, actor, planId, 'amend', 'PLAN_NOT_READY', {
      status: row.status === 'closed' ? '已结束' : '未启动',
    });
  const parsed = parseVersion(input);
  if (!parsed.ok) {
    const named = parsed.problems
      .slice(0, SHOWN)
      .map(({ path, message }) => (path === '' ? message : `${path} ${message}`));
    const more = parsed.problems.length > SHOWN ? `等${parsed.problems.length}处` : '';
    return refuseRecorded(deps, actor, planId, 'amend', 'PLAN_INVALID', { problems: `${named.join(';')}${more}` });
  }
  return deps.prisma.$transaction(async (tx) => {
    await lockChain(tx, deskChainId(planId));
    const found = await foundPlan(deps, await tx.plan.findUniqueOrThrow({ where: { id: planId } }));
    return propose(tx, actor, found, { version: parsed.facts, source, now });
  });
}

async function propose(
  tx: Db,
  actor: DeskActor,
  { row, facts: base, dates }: FoundPlan,
  { version, source, now }: { version: PlanFacts; source: string | null; now: string },
): Promise<Proposed> {
  const planId = row.id;
  const facts = alignFacts(base, version);
  const newest = await loadAmendment(tx, planId);
  // Brought before: its decisions stand. An older one than the newest would undo what came after it, and is new.
  if (newest && canonicalJson(alignFacts(newest.base, version)) === canonicalJson(newest.facts)) {
    const open = newest.changes.filter(({ status }) => status === 'open').length;
    const left = open === 0 ? '没有待定的改动' : `还有${open}项待定`;
    return { no: newest.no, open, alreadyThere: true, summary: `该版本此前已提交(第${newest.no}次修订),${left}。` };
  }
  const match = matchTasks(base.tasks, facts.tasks);
  const changes = planChanges(base, facts, match);
  if (changes.length === 0) return { no: null, open: 0, alreadyThere: false, summary: '与现行方案一致,没有改动。' };
  const tasks = await tx.task.findMany({
    where: { planId, ordinal: { lt: base.tasks.length } },
    orderBy: { ordinal: 'asc' },
    select: { id: true },
  });
  const [no, id] = [(newest?.no ?? 0) + 1, `am-${randomUUID()}`];
  await tx.amendment.updateMany({ where: { planId, status: 'open' }, data: { status: 'replaced' } });
  await tx.amendment.create({
    data: {
      id,
      planId,
      no,
      source: source?.slice(0, 200) ?? null,
      base: json(base),
      facts: json(facts),
      baseDates: json(dates),
      match: json(match),
      pins: [],
      taskIds: tasks.map((task) => task.id),
      createdBy: json(eventActor(actor)),
      planAt: new Date(now),
      changes: {
        create: changes.map((body, ordinal) => ({ changeId: body.id, ordinal, body: json(body) })),
      },
    },
  });
  await appendDeskEventIn(tx, {
    planId,
    kind: 'amendmentProposed',
    actor: eventActor(actor),
    via: actor.via,
    planAt: new Date(now),
    body: { amendmentId: id, no, source, changes: changes.map((change) => change.id) },
  });
  const doubtful = changes.filter((change) => change.doubtful).length;
  return {
    no,
    open: changes.length,
    alreadyThere: false,
    summary: `第${no}次修订:共${changes.length}项改动待定${doubtful > 0 ? `,其中${doubtful}项对应关系存疑,须逐项核对` : ''}。`,
  };
}
