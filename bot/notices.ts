import { isInWindow } from '../domain/calendar/send-window.ts';
import type { SendResult } from '../domain/chat/port.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { PrismaClient } from '../prisma/client.ts';
import type { PlanClock } from '../prisma/clock.ts';
import { usableAddress } from '../prisma/usable-address.ts';
import { putOfficeItem } from '../prisma/office-items.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';
import { parseStoredMessage, toSendable } from '../prisma/queries/insert-delivery.ts';
import { sendAnswer, type Channels } from './channels.ts';

export interface NoticeDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  channels: Channels;
}

/**
 * Sends the notices (briefs) that a person released, when their plan's window is open; the web inbox has none, and
 * answers that the office had sent again need none.
 * Resolves to how many went out. Taken one by one (queued → sending), so that two processes don't send one twice;
 * what a crash leaves in `sending` is queued again by the sweep of the answers.
 */
export async function sendNotices({ prisma, clock, channels }: NoticeDeps): Promise<number> {
  const queued = await prisma.delivery.findMany({
    where: { klass: { in: ['notice', 'answer'] }, status: 'queued' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    // One plan's closed window must not keep another's waiting.
    take: 500,
  });
  if (queued.length === 0) return 0;
  const calendar = await loadCalendar(prisma);
  const plans = await prisma.plan.findMany({
    where: { id: { in: queued.map(({ planId }) => planId) } },
    select: { id: true, policy: true },
  });
  let sent = 0;
  for (const { id, planId, clockId, personId, planAt, message, klass, notBy } of queued) {
    const policy = plans.find((plan) => plan.id === planId)?.policy as unknown as Policy | undefined;
    const now = (await clock.now(clockId)).toISOString();
    // An answer that may still be taken back.
    if (planAt.toISOString() > now) continue;
    const allowed = [...channels.keys()].filter((channel) => channel !== notBy);
    const address = await usableAddress(prisma, personId, allowed);
    const hasWindow = klass === 'notice' && channels.get(address.channel)?.hasWindow;
    if (!policy || (hasWindow && !isInWindow(calendar, policy, now).open)) continue;
    const { count } = await prisma.delivery.updateMany({
      where: { id, status: 'queued' },
      data: { status: 'sending', createdAt: new Date(), channel: address.channel },
    });
    if (count === 0) continue;
    const result = await sendAnswer(prisma, channels, address, toSendable(id, parseStoredMessage(message)));
    if (isTriedAgain(result) && address.channel !== 'web')
      await prisma.delivery.update({ where: { id }, data: { status: 'queued', error: result.reason } });
    else if (result.kind === 'permanent')
      await putOfficeItem(prisma, {
        planId,
        key: `undeliverable/${id}`,
        kind: 'undeliverable',
        body: { reason: 'rejected', detail: result.reason, person: await nameOf(prisma, personId) },
        planAt: new Date(now),
      });
    else sent += 1;
  }
  return sent;
}

/**
 * By the next channel, since this one is passed over from now on, or when the provider allows it. Of what it takes
 * from nobody a repetition would be refused for ever; the web inbox shows it.
 */
const isTriedAgain = (result: SendResult): result is Extract<SendResult, { kind: 'later' | 'permanent' }> =>
  result.kind === 'later' || (result.kind === 'permanent' && result.scope !== 'message');

async function nameOf(prisma: PrismaClient, personId: string): Promise<string> {
  const person = await prisma.person.findUnique({ where: { id: personId }, select: { name: true } });
  return person?.name ?? '';
}
