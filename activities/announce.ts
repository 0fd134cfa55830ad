import { workingDaysBetween } from '../domain/calendar/working-days.ts';
import { catalogueFor, type Locale } from '../domain/chat/catalogue/index.ts';
import { localDay } from '../domain/chat/local-text.ts';
import type { Channel } from '../domain/chat/port.ts';
import { requestMessages, type Announced } from '../domain/chat/request-messages.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Part, PendingEvent, SupervisedState } from '../domain/supervision/types.ts';
import type { Db } from '../prisma/client.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';
import { REPLACED } from '../prisma/queries/drop-unsent.ts';
import { insertDelivery } from '../prisma/queries/insert-delivery.ts';
import { contactsOf, coordinatorsOf, signersOf, type Addressee } from '../prisma/signers.ts';

/** Events after which somebody is written to; any other is passed over before a query is made. */
const ANNOUNCED: ReadonlySet<string> = new Set([
  'completionClaimed',
  'extensionAsked',
  'signOffGiven',
  'signOffRefused',
  'extensionLapsed',
  'extensionGranted',
  'extensionRefused',
  'extensionUndone',
]);

/** Of these every unit of the task is told. */
const TO_ALL: ReadonlySet<string> = new Set(['taskPaused', 'taskResumed']);

/** What nobody has to be asked for any more once this is on record, by the first word of the message's id. */
const ANSWERED: Partial<Record<string, ('sign' | 'decide')[]>> = {
  signOffGiven: ['sign'],
  signOffRefused: ['sign'],
  extensionLapsed: ['sign', 'decide'],
  extensionGranted: ['sign', 'decide'],
  extensionRefused: ['sign', 'decide'],
};

/**
 * Messages that follow from one event, in the transaction that puts it on record: who is to sign, who is to
 * decide, what was decided. They wait for the window of whoever gets them, and for the end of the undo time.
 */
export async function announce(tx: Db, state: SupervisedState, event: PendingEvent): Promise<void> {
  const parts = partsOf(state, event);
  if (parts.length === 0) return;
  const { requestId } = event.body;
  if (event.kind === 'extensionUndone' && typeof requestId === 'string') await takeBack(tx, requestId);
  const answered = ANSWERED[event.kind];
  if (answered && typeof requestId === 'string') await dropAsked(tx, requestId, answered);
  const plan = await tx.plan.findUniqueOrThrow({ where: { id: state.planId } });
  const units = await tx.unit.findMany({
    where: { id: { in: parts.map(({ unitId }) => unitId) } },
    select: { id: true, name: true },
  });
  const { zone, dueTime } = (plan.policy as unknown as Policy).values;
  const calendar = await loadCalendar(tx);
  for (const part of parts) {
    const worded = (locale: Locale): Announced[] =>
      requestMessages(event, {
        state,
        part,
        unit: units.find(({ id }) => id === part.unitId)?.name ?? '',
        office: (plan.facts as { office: { name: string } }).office.name,
        words: catalogueFor(locale).requests,
        today: localDay(event.at, zone),
        zone,
        dueTime,
        workingDays: (from, to) => workingDaysBetween(calendar, from, to),
      });
    for (const [at, one] of worded('zh').entries())
      for (const { personId, channel, locale } of await addressees(tx, one, state, part.unitId, plan))
        await insertOnce(tx, {
          id: `${one.id}/${personId}`,
          planId: state.planId,
          clockId: state.clockId,
          personId,
          channel: channel as Channel,
          planAt: new Date(one.notBefore ?? event.at),
          message: worded(locale)[at]?.message ?? one.message,
          status: 'queued',
        });
  }
}

/** Whose event it is; none where nobody is written to. Of a claim that nobody has to sign the office's list speaks already. */
function partsOf(state: SupervisedState, { kind, body }: PendingEvent): Part[] {
  if (TO_ALL.has(kind)) return state.parts.filter(({ completion }) => completion !== 'accepted');
  const about = ANNOUNCED.has(kind) && typeof body['requestId'] === 'string';
  return about ? state.parts.filter(({ id }) => id === body['partId']) : [];
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

/** A question that was answered elsewhere before its window opened is not put any more. */
async function dropAsked(tx: Db, requestId: string, asked: ('sign' | 'decide')[]): Promise<void> {
  for (const what of asked)
    await tx.delivery.updateMany({
      where: { id: { startsWith: `${what}/${requestId}/` }, status: 'queued' },
      // The web inbox shows it all the same, as a card that is closed.
      data: { status: 'failed', error: REPLACED, closedAt: new Date(), closedWith: catalogueFor().answers.cardDone },
    });
}
