import type { PromptLine } from '../domain/chat/message.ts';
import type { Policy } from '../domain/plan/policy.ts';
import { NO_RANK, type IssuedRung } from '../domain/supervision/decide-issue.ts';
import { escalationId, escalationKey } from '../domain/supervision/escalations.ts';
import type { SupervisedState } from '../domain/supervision/types.ts';
import type { Db } from '../prisma/client.ts';
import { noticeFacts, noticeItemKey, putNotice } from '../prisma/draft-notice.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';
import { putOfficeItem, type NewOfficeItem } from '../prisma/office-items.ts';

/** What a rung that came due asks of the office: to call, to release what is held, to name a missing rank. */
export async function putOnOfficeList(
  tx: Db,
  state: SupervisedState,
  rung: IssuedRung,
  line: PromptLine,
  now: string,
): Promise<void> {
  if (rung.status === 'office')
    await (rung.rung === 'o10' ? draftCircular(tx, state, rung, line, now) : askToCall(tx, state, rung, line, now));
  if (rung.status === 'held') {
    const id = escalationId(rung);
    const item = itemOf(state, rung, line, now);
    await putOfficeItem(tx, {
      ...item,
      key: escalationKey(state.entityId, id),
      kind: 'escalation',
      body: { ...item.body, escalationId: id },
    });
  }
  if (rung.status === 'skipped' && rung.reason === NO_RANK)
    // One a unit, however many of its tasks are late.
    await putOfficeItem(tx, {
      planId: state.planId,
      key: `no-rank/${rung.unitId}`,
      kind: 'no-rank',
      unitId: rung.unitId,
      body: { unit: line.unit },
      planAt: new Date(now),
    });
}

const SYSTEM = { id: 'system', name: '系统' };

/** The draft with its facts, and one item for it; a draft that a person made before stands. */
async function draftCircular(
  tx: Db,
  state: SupervisedState,
  rung: IssuedRung,
  line: PromptLine,
  now: string,
): Promise<void> {
  const part = state.parts.find(({ id }) => id === rung.partId);
  const duty = part?.duties.find(({ kind, cycle }) => kind === rung.duty && cycle === rung.cycle);
  if (!part || !duty) return;
  const { policy } = await tx.plan.findUniqueOrThrow({ where: { id: state.planId }, select: { policy: true } });
  const sight = { calendar: await loadCalendar(tx), policy: policy as unknown as Policy, now };
  const matter = { state, part, duty };
  const body = await noticeFacts(tx, matter, sight);
  const { id, made } = await putNotice(tx, { kind: 'circular', matter, body, by: SYSTEM, now });
  if (!made) return;
  const item = itemOf(state, rung, line, now);
  await putOfficeItem(tx, {
    ...item,
    key: noticeItemKey(id),
    kind: 'circular',
    body: { ...item.body, noticeId: id, notice: 'circular' },
  });
}

async function askToCall(
  tx: Db,
  state: SupervisedState,
  rung: IssuedRung,
  line: PromptLine,
  now: string,
): Promise<void> {
  // A unit without any contact is one item on the office's list already, not one a task.
  const reachable = await tx.membership.count({
    where: { unitId: rung.unitId, active: true, person: { accounts: { some: { revokedAt: null } } } },
  });
  if (reachable === 0) return;
  await putOfficeItem(tx, {
    ...itemOf(state, rung, line, now),
    key: `office-call/${state.entityId}/${rung.partId}/${rung.duty}/${rung.cycle}`,
    kind: 'office-call',
  });
}

function itemOf(
  { planId, entityId }: SupervisedState,
  { partId, unitId, duty, cycle, dueOn }: IssuedRung,
  { unit, no, title }: PromptLine,
  now: string,
): Omit<NewOfficeItem, 'key' | 'kind'> {
  return {
    planId,
    entityId,
    partId,
    unitId,
    body: { duty, cycle, dueOn, unit, no, title },
    planAt: new Date(now),
  };
}
