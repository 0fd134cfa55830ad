import { workingDaysBetween } from '../domain/calendar/working-days.ts';
import { catalogueFor } from '../domain/chat/catalogue/index.ts';
import { localDay } from '../domain/chat/local-text.ts';
import type { Channel } from '../domain/chat/port.ts';
import { requestMessages, type Announced } from '../domain/chat/request-messages.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { PendingEvent, SupervisedState } from '../domain/supervision/types.ts';
import type { Db } from '../prisma/client.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';
import { insertDelivery } from '../prisma/queries/insert-delivery.ts';
import { contactsOf, coordinatorsOf, signersOf, type Addressee } from '../prisma/signers.ts';

/** Events after which somebody is written to; any other is passed over before a query is made. */
const ANNOUNCED: ReadonlySet<string> = new Set([
  'completionClaimed',
  'extensionAsked',
  'signOffGiven',
  'signOffRefused',
  'extensionGranted',
  'extensionRefused',
  'extensionUndone',
]);

/**
 * Messages that follow from one event, in the transaction that puts it on record: who is to sign, who is to
 * decide, what was decided. They wait for the window of whoever gets them, and for the end of the undo time.
 */
export async function announce(tx: Db, state: SupervisedState, event: PendingEvent): Promise<void> {
  // Of a claim that nobody has to sign the office's list speaks already.
  if (!ANNOUNCED.has(event.kind) || typeof event.body['requestId'] !== 'string') return;
  const part = state.parts.find(({ id }) => id === event.body['partId']);
  if (!part) return;
  if (event.kind === 'extensionUndone') await takeBack(tx, event.body['requestId']);
  const plan = await tx.plan.findUniqueOrThrow({ where: { id: state.planId } });
  const unit = await tx.unit.findUnique({ where: { id: part.unitId }, select: { name: true } });
  const policy = plan.policy as unknown as Policy;
  const { zone, dueTime } = policy.values;
  const calendar = await loadCalendar(tx);
  const messages = requestMessages(event, {
    state,
    part,
    unit: unit?.name ?? '',
    office: (plan.facts as { office: { name: string } }).office.name,
    words: catalogueFor().requests,
    today: localDay(event.at, zone),
    zone,
    dueTime,
    workingDays: (from, to) => workingDaysBetween(calendar, from, to),
  });
  for (const one of messages)
    for (const { personId, channel } of await addressees(tx, one, state, part.unitId, plan))
      await insertOnce(tx, {
        id: `${one.id}/${personId}`,
        planId: state.planId,
        clockId: state.clockId,
        personId,
        channel: channel as Channel,
        planAt: new Date(one.notBefore ?? event.at),
        message: one.message,
        status: 'queued',
      });
}

async function addressees(
  tx: Db,
  { to, except }: Announced,
  { entityId }: SupervisedState,
  unitId: string,
  plan: { id: string; demo: boolean },
): Promise<Addressee[]> {
  const found =
    to === 'office'
      ? await coordinatorsOf(tx, plan)
      : to === 'signers'
        ? await signersOf(tx, { unitId, entityId })
        : await contactsOf(tx, { unitId, entityId, rank: 'liaison' });
  return found.filter(({ personId }) => personId !== except);
}

/** A generation that was repaired may say the same again. */
async function insertOnce(tx: Db, fresh: Parameters<typeof insertDelivery>[1] & { id: string }): Promise<void> {
  if ((await tx.delivery.count({ where: { id: fresh.id } })) === 0) await insertDelivery(tx, fresh);
}

/** The answer that had not gone out is never seen: a decision taken back was told to nobody. */
async function takeBack(tx: Db, requestId: string): Promise<void> {
  await tx.delivery.deleteMany({ where: { id: { startsWith: `answer/${requestId}/` }, status: 'queued' } });
}
