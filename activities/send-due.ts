import { setTimeout as pause } from 'node:timers/promises';
import { activityInfo, heartbeat } from '@temporalio/activity';
import { nextDigest } from '../domain/calendar/digest.ts';
import { isInWindow, nextWindow } from '../domain/calendar/send-window.ts';
import type { Calendar } from '../domain/calendar/types.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/plan/types.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';
import { putOfficeItem } from '../prisma/office-items.ts';
import { claimPrompts, type ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import { dropUnsent } from '../prisma/queries/drop-unsent.ts';
import { waitingPrompts } from '../prisma/queries/next-sendable.ts';
import { stillIssuing } from '../prisma/queries/still-issuing.ts';
import { endUnreachable } from '../prisma/queries/undeliverable-prompts.ts';
import type { ActivityDeps } from './deps.ts';
import type { DigestEnd, SendContext } from './send-context.ts';
import { sendDigest } from './send-digest.ts';
import { putBack } from './settle-prompts.ts';
import type { SendTurn, SendTurnResult } from './types.ts';

/** Persons claimed at once: about 50 prompts a batch. */
const PERSONS_PER_TURN = 12;
const LOOK_AGAIN_MS = 5_000;
const ISSUING_WITHIN_MS = 5_000;
const ISSUING_POLL_MS = 50;

/** One turn of the sender: what can't be received ends, what may go now goes, and when to look again. */
export async function sendDue(deps: ActivityDeps, asked: SendTurn): Promise<SendTurnResult> {
  const { clockId } = asked;
  const { workflowExecution, activityId, attempt } = activityInfo();
  const prefix = `${workflowExecution?.runId ?? 'none'}/${activityId}#`;
  const now = await whenAllIssued(deps, asked);
  if (now === null) {
    const nextAt = new Date(Date.parse(asked.now) + LOOK_AGAIN_MS).toISOString();
    return { deliveries: 0, prompts: 0, more: false, nextAt };
  }
  const turn: SendTurn = { ...asked, now };
  const context: SendContext = {
    clockId,
    now,
    leaseToken: `${prefix}${attempt}`,
    calendar: await loadCalendar(deps.prisma),
    plans: await plansOn(deps, clockId),
  };
  await endAndReport(deps, turn);
  await dropUnsent(deps.prisma, clockId);

  const ports = [...deps.ports.values()];
  const claimed = await claimPrompts(deps.prisma, {
    clockId,
    now: new Date(now),
    windowless: ports.filter(({ hasWindow }) => !hasWindow).map(({ channel }) => channel),
    windowed: ports.filter(({ hasWindow }) => hasWindow).map(({ channel }) => channel),
    openPlans: [...context.plans]
      .filter(([, { policy }]) => isInWindow(context.calendar, policy, now).open)
      .map(([id]) => id),
    leaseToken: context.leaseToken,
    ownTokenPrefix: prefix,
    persons: PERSONS_PER_TURN,
  });
  const groups = byPerson(claimed);
  const ends = await eachChannel(groups, async (prompts, isDown) => {
    heartbeat();
    if (!isDown) return sendDigest(deps, context, prompts);
    await putBack(deps, context, prompts, null);
    return 'another-way';
  });
  return {
    deliveries: ends.filter((end) => end === 'sent').length,
    prompts: claimed.length,
    more:
      new Set(claimed.map(({ personId }) => personId)).size >= PERSONS_PER_TURN ||
      ends.some((end) => end === 'another-way' || end === 'channel-down'),
    nextAt: await nextLook(deps, turn, context),
  };
}

/**
 * One after the other within a channel, the channels side by side: a provider that hangs holds up its own only,
 * and one that refused the token isn't called for the rest.
 */
async function eachChannel(
  groups: ClaimedPrompt[][],
  send: (prompts: ClaimedPrompt[], isDown: boolean) => Promise<DigestEnd>,
): Promise<DigestEnd[]> {
  const lanes = [...Map.groupBy(groups, ([first]) => `${first?.channel}|${first?.team}`).values()];
  const ends = await Promise.all(
    lanes.map(async (lane) => {
      const done: DigestEnd[] = [];
      for (const prompts of lane) done.push(await send(prompts, done.includes('channel-down')));
      return done;
    }),
  );
  return ends.flat();
}

/**
 * One digest a person: nothing goes before every entity has said what is due, which takes a moment. Resolves to
 * the instant at which they all had (what they issued meanwhile is due by then), or null.
 */
async function whenAllIssued({ prisma }: ActivityDeps, { clockId, now }: SendTurn): Promise<Instant | null> {
  const began = Date.now();
  for (; Date.now() < began + ISSUING_WITHIN_MS; await pause(ISSUING_POLL_MS)) {
    const at = new Date(Date.parse(now) + Date.now() - began);
    if ((await stillIssuing(prisma, clockId, at)) === 0) return at.toISOString();
    heartbeat();
  }
  return null;
}

async function plansOn(deps: ActivityDeps, clockId: string): Promise<SendContext['plans']> {
  const rows = await deps.prisma.plan.findMany({
    where: { clockId, status: 'running' },
    select: { id: true, policy: true, facts: true },
  });
  return new Map(
    rows.map(({ id, policy, facts }) => [
      id,
      { policy: policy as unknown as Policy, office: (facts as { office: { name: string } }).office.name },
    ]),
  );
}

/** One item a unit on the office's list, however many rungs could not be delivered. */
async function endAndReport(deps: ActivityDeps, { clockId, now }: SendTurn): Promise<void> {
  await deps.prisma.$transaction(async (tx) => {
    for (const { planId, unitId, unit, reason } of await endUnreachable(tx, {
      clockId,
      now: new Date(now),
      channels: [...deps.ports.keys()],
    })) {
      await putOfficeItem(tx, {
        planId,
        key: `undeliverable/${unitId}`,
        kind: 'undeliverable',
        unitId,
        body: { unit, reason },
        planAt: new Date(now),
      });
    }
  });
}

/**
 * One digest a person and plan: a plan signs its own messages. What an earlier try put into a message goes with
 * that message again, and apart from what came due since: the stored text says nothing of it.
 */
function byPerson(claimed: ClaimedPrompt[]): ClaimedPrompt[][] {
  return [
    ...Map.groupBy(claimed, ({ personId, planId, deliveryId }) => `${personId}|${planId}|${deliveryId ?? ''}`).values(),
  ];
}

/** The earliest instant at which something that waits now may go, or ends. */
async function nextLook(
  deps: ActivityDeps,
  { clockId, now }: SendTurn,
  { calendar, plans }: SendContext,
): Promise<string | null> {
  const waiting = await waitingPrompts(deps.prisma, clockId, new Date(now));
  const looks: string[] = [waiting.notBefore, waiting.dueAt, waiting.planHold].flatMap((at) =>
    at === null ? [] : [at.toISOString()],
  );
  if (waiting.heldUntil !== null)
    looks.push(new Date(Date.parse(now) + Math.max(1_000, waiting.heldUntil.getTime() - Date.now())).toISOString());
  if (waiting.queued > 0)
    looks.push(...[...plans.values()].flatMap(({ policy }) => windowAfter(calendar, policy, now)));
  return looks.sort()[0] ?? null;
}

function windowAfter(calendar: Calendar, policy: Policy, now: string): string[] {
  const { at } = nextWindow(calendar, policy, now);
  // Inside a window what is left has nobody to go to: looked at again with the next digest.
  return [at === now ? nextDigest(calendar, policy, new Date(Date.parse(now) + 1).toISOString(), true).at : at];
}
