import { planProblems } from '../../../domain/plan/checks.ts';
import { localDateOf } from '../../../domain/calendar/local-time.ts';
import type { Instant } from '../../../domain/plan/types.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { amendmentEffects } from '../../../domain/supervision/amendment-effects.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { officeOf, presentUnits } from '../../../prisma/office-unit.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { amendSubItems } from '../sub-items/amended-sub-items.ts';
import { findPlan } from '../find-plan.ts';
import { eventActor, recordingRefusals, refuseRecorded } from '../refuse.ts';
import { acceptedVersion, aspectOf, cancelledBy, mintedIds } from './accepted-version.ts';
import { cameTo } from './came-to.ts';
import { carryEffects } from './carry-effects.ts';
import { checkPhases } from './check-phases.ts';
import { pastDueWarning } from './past-due-warning.ts';
import { loadAmendment, type LoadedAmendment, type LoadedChange } from './find-amendment.ts';
import { keepContacts } from './keep-contacts.ts';
import { storePlanVersion } from './store-accepted.ts';

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

export interface ChangeAsked {
  planId: string;
  changeId: string;
  /** Of the amendment; null: the newest. */
  no?: number | null;
}

/**
 * Accepts one change: the plan's facts and dates are amended and the running workflows told, each once. The
 * same again changes nothing; one that was declined may still be accepted. Throws RefusedError CHANGE_UNKNOWN, CHANGE_CONFLICT, PHASE_BEGUN, PHASE_PAST.
 */
export async function acceptChange(deps: DeskDeps, actor: DeskActor, asked: ChangeAsked): Promise<DeskResult> {
  const { row, policy, now } = await findPlan(deps, actor, asked.planId, 'amend');
  if (row.status !== 'running')
    return refuseRecorded(deps, actor, row.id, 'amend', 'PLAN_NOT_READY', {
      status: row.status === 'closed' ? '已结束' : '未启动',
    });
  const accepted = await recordingRefusals(deps, actor, row.id, 'amend', () =>
    putOnRecord(deps, actor, asked, { zone: policy.values.zone, now }),
  );
  if (accepted.change.appliedAt !== null) return { summary: '该项改动此前已采纳。' };
  const carried = await carryEffects(deps, accepted.amendment.id, accepted.change.id);
  const today = localDateOf(now, policy.values.zone);
  const said = `已采纳:${accepted.change.body.sentence}${pastDueWarning(accepted.change.effects, today)}`;
  return { summary: carried === 'carried' ? said : `${said}有答复正在登记,登记后即下达。` };
}

interface Accepted {
  amendment: LoadedAmendment;
  change: LoadedChange;
}

/** In one transaction, so that what is on record as accepted is in the plan; the workflows are told after it. */
async function putOnRecord(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, changeId, no }: ChangeAsked,
  by: { zone: string; now: Instant },
): Promise<Accepted> {
  const calendar = await loadCalendar(deps.prisma);
  return deps.prisma.$transaction(async (tx) => {
    await lockChain(tx, deskChainId(planId));
    const { amendment, change } = changeOf(await loadAmendment(tx, planId, no ?? null), changeId);
    if (change.status === 'accepted') return { amendment, change };
    if (amendment.status === 'replaced') throw new RefusedError('AMENDMENT_REPLACED');
    const so = new Set(amendment.changes.filter(({ status }) => status === 'accepted').map(({ id }) => id));
    const minted = mintedIds(amendment.changes, change);
    const before = acceptedVersion(amendment, so, minted, calendar);
    const after = acceptedVersion(amendment, new Set([...so, changeId]), minted, calendar);
    const problems = planProblems(after.facts).map(({ message }) => message);
    if (problems.length > 0)
      throw new RefusedError('CHANGE_CONFLICT', { problems: [...new Set(problems)].slice(0, 3).join(';') });
    await checkPhases(tx, planId, after, by);

    const unitsBefore = await presentUnits(tx, planId);
    await storePlanVersion(tx, planId, after);
    const units = await presentUnits(tx, planId);
    const cancelled = cancelledBy(amendment, change, before, after);
    const office = officeOf(units, after.facts);
    const own = amendmentEffects(aspectOf(before, unitsBefore), aspectOf(after, units), office, cancelled);
    const effects = await amendSubItems(tx, planId, own);
    for (const come of cameTo(amendment, change, effects, aspectOf(after, units), office)) await keepContacts(tx, come);
    const decided = { status: 'accepted' as const, decidedBy: eventActor(actor), decidedVia: actor.via };
    const [decidedAt, taskId] = [new Date(), minted.get(changeId) ?? null];
    await tx.amendmentChange.update({
      where: { amendmentId_changeId: { amendmentId: amendment.id, changeId } },
      data: { ...decided, decidedAt, taskId, effects: json(effects) },
    });
    await appendDeskEventIn(tx, {
      planId,
      kind: 'changeAccepted',
      actor: eventActor(actor),
      via: actor.via,
      planAt: await deps.clock.now((await tx.plan.findUniqueOrThrow({ where: { id: planId } })).clockId),
      body: { amendmentId: amendment.id, no: amendment.no, changeId, sentence: change.body.sentence },
    });
    return { amendment, change: { ...change, ...decided, decidedAt, taskId, effects } };
  });
}

/** Throws RefusedError AMENDMENT_UNKNOWN, CHANGE_UNKNOWN. */
export function changeOf(
  amendment: LoadedAmendment | null,
  changeId: string,
): { amendment: LoadedAmendment; change: LoadedChange } {
  if (!amendment) throw new RefusedError('AMENDMENT_UNKNOWN');
  const change = amendment.changes.find(({ id }) => id === changeId);
  if (!change) throw new RefusedError('CHANGE_UNKNOWN', { change: changeId.slice(0, 80) });
  return { amendment, change };
}
