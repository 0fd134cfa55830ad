import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { Button, NeutralMessage } from '../../domain/chat/message.ts';
import { localDay, localTime, momentOn } from '../../domain/chat/local-text.ts';
import { CHANNELS } from '../../domain/chat/port.ts';
import { itemName } from '../../domain/chat/item-label.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { Db, PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import { personLocale } from '../../prisma/person-locale.ts';
import { insertDelivery } from '../../prisma/queries/insert-delivery.ts';
import { usableAddress } from '../../prisma/usable-address.ts';
import { planTalk } from '../plan-talk.ts';
import type { PlanTalk } from '../dispatch/types.ts';

export interface TellDisputesDeps {
  prisma: PrismaClient;
  clock: PlanClock;
}

const DAY_MS = 86_400_000;
/** Younger decisions are looked at again, so that one whose answer a crash lost is told all the same. */
const LOOKED_BACK_DAYS = 3;

interface Decided {
  partId: string;
  uphold: boolean;
  reason: string;
}

/**
 * Answers to 职责有异议: each one notice to whoever raised it, in their window, by the decision's own place in its
 * chain, so that there is one however often this runs. Resolves to how many were new.
 */
export async function tellDispute({ prisma, clock }: TellDisputesDeps, planId: string): Promise<number> {
  const talk = await planTalk(prisma, clock, planId);
  const decided = await prisma.event.findMany({
    where: {
      planId,
      kind: 'disputeDecided',
      planAt: { gte: new Date(Date.parse(talk.now) - LOOKED_BACK_DAYS * DAY_MS) },
    },
    select: { entityId: true, seq: true, body: true },
  });
  let told = 0;
  for (const { entityId, seq, body } of decided)
    if (await tell(prisma, talk, { entityId, seq }, body as unknown as Decided)) told += 1;
  return told;
}

/** The same for every running plan. */
export async function tellDisputes(deps: TellDisputesDeps): Promise<number> {
  const plans = await deps.prisma.plan.findMany({ where: { status: 'running' }, select: { id: true } });
  let told = 0;
  for (const { id } of plans) told += await tellDispute(deps, id);
  return told;
}

async function tell(
  prisma: PrismaClient,
  talk: PlanTalk,
  { entityId, seq }: { entityId: string; seq: number },
  { partId, uphold, reason }: Decided,
): Promise<boolean> {
  const id = `dispute/${entityId}/${seq}`;
  if (await prisma.delivery.findUnique({ where: { id }, select: { id: true } })) return false;
  const personId = await whoDisputed(prisma, entityId, partId, seq);
  const row = await prisma.checkpoint.findUnique({ where: { entityId }, select: { state: true } });
  const state = row?.state as unknown as SupervisedState | undefined;
  if (personId === null || !state) return false;
  const theirs = { ...talk, locale: await personLocale(prisma, personId) };
  const message = uphold ? upheld(state, partId, reason, theirs) : notUpheld(state, partId, reason, theirs);
  if (!message) return false;
  const { channel } = await usableAddress(prisma, personId, CHANNELS);
  await insertDelivery(prisma, {
    id,
    planId: talk.planId,
    clockId: talk.clockId,
    personId,
    channel,
    planAt: new Date(talk.now),
    status: 'queued',
    message,
  });
  return true;
}

/** Who raised it: the last answer of this part that did, before the decision. */
async function whoDisputed(db: Db, entityId: string, partId: string, before: number): Promise<string | null> {
  const event = await db.event.findFirst({
    where: { entityId, kind: 'dutyDisputed', seq: { lt: before }, body: { path: ['partId'], equals: partId } },
    orderBy: { seq: 'desc' },
    select: { actor: true },
  });
  return (event?.actor as { id?: string } | undefined)?.id ?? null;
}

/** Whose it is now: the unit that disputed owes nothing of it any more. null: its part isn't on record as moved. */
function upheld(state: SupervisedState, partId: string, reason: string, talk: PlanTalk): NeutralMessage | null {
  const part = state.formerParts?.find((one) => one.id === partId);
  if (!part?.left) return null;
  const { people: words } = catalogueFor(talk.locale);
  const item = itemName(state.no, part.title ?? state.title, 24);
  return {
    klass: 'notice',
    heading: words.headings.dispute,
    lines: words.disputeUpheld(item, part.left.to, reason),
    buttons: [],
    signature: talk.office,
  };
}

/** 经核定,仍由你单位承办 with the reason; the receipt that is still owed can be given at once. */
function notUpheld(state: SupervisedState, partId: string, reason: string, talk: PlanTalk): NeutralMessage | null {
  const part = state.parts.find((one) => one.id === partId);
  if (!part) return null;
  const words = catalogueFor(talk.locale);
  const item = itemName(state.no, part.title ?? state.title, 24);
  const receipt = part.duties.find(({ kind, filedAt }) => kind === 'receipt' && filedAt === undefined);
  const day = localDay(talk.now, talk.zone);
  const by = receipt ? momentOn(receipt.dueOn, localTime(receipt.dueAt, talk.zone), day, talk.locale) : null;
  const ref = { entityId: state.entityId, partId: part.id, cycle: 'once' } as const;
  const buttons: Button[] = receipt
    ? [{ label: words.buttons.receipt, act: { kind: 'receipt', duty: 'receipt', ...ref }, style: 'primary' }]
    : [];
  return {
    klass: 'notice',
    heading: words.people.headings.dispute,
    lines: words.people.disputeNotUpheld(item, reason, by),
    buttons: [
      ...buttons,
      { label: words.buttons.coordination, act: { kind: 'coordination', duty: 'receipt', ...ref } },
    ],
    signature: talk.office,
  };
}
