import { setTimeout as pause } from 'node:timers/promises';
import { activityInfo, heartbeat } from '@temporalio/activity';
import { isInWindow } from '../domain/calendar/send-window.ts';
import type { Instant } from '../domain/plan/types.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';
import { putOfficeItem } from '../prisma/office-items.ts';
import { dropUnsent } from '../prisma/queries/drop-unsent.ts';
import { plansToSend } from '../prisma/queries/plans-to-send.ts';
import { beginLook } from '../prisma/queries/sender-kicks.ts';
import { stillIssuing } from '../prisma/queries/still-issuing.ts';
import { endUnreachable } from '../prisma/queries/undeliverable-prompts.ts';
import type { ActivityDeps } from './deps.ts';
import { nextLook } from './next-look.ts';
import { sendBatches } from './send-batches.ts';
import type { SendContext } from './send-context.ts';
import type { SendTurn, SendTurnResult } from './types.ts';

const LOOK_AGAIN_MS = 5_000;
const ISSUING_WITHIN_MS = 5_000;
const ISSUING_POLL_MS = 50;
/** Well within the heartbeat's timeout, however long a provider takes to answer. */
const BEAT_MS = 3_000;

/** One turn of the sender: what can't be received ends, what may go now goes, and when to look again. */
export async function sendDue(deps: ActivityDeps, asked: SendTurn): Promise<SendTurnResult> {
  const beating = setInterval(() => heartbeat(), BEAT_MS);
  try {
    return await oneTurn(deps, asked);
  } finally {
    clearInterval(beating);
  }
}

async function oneTurn(deps: ActivityDeps, asked: SendTurn): Promise<SendTurnResult> {
  const { clockId } = asked;
  const { workflowExecution, activityId, attempt } = activityInfo();
  const prefix = `${workflowExecution?.runId ?? 'none'}/${activityId}#`;
  const now = await whenAllIssued(deps, asked);
  if (now === null) {
    const nextAt = new Date(Date.parse(asked.now) + LOOK_AGAIN_MS).toISOString();
    return { deliveries: 0, prompts: 0, more: false, nextAt };
  }
  await beginLook(deps.prisma, clockId);
  const turn: SendTurn = { ...asked, now };
  await endAndReport(deps, turn);
  await dropUnsent(deps.prisma, clockId);
  const context: SendContext = {
    clockId,
    now,
    leaseToken: `${prefix}${attempt}`,
    calendar: await loadCalendar(deps.prisma),
    plans: await plansToSend(deps.prisma, clockId),
  };
  const ports = [...deps.ports.values()];
  const at = {
    clockId,
    now: new Date(now),
    windowless: ports.filter(({ hasWindow }) => !hasWindow).map(({ channel }) => channel),
    windowed: ports.filter(({ hasWindow }) => hasWindow).map(({ channel }) => channel),
    openPlans: [...context.plans]
      .filter(([, { policy }]) => isInWindow(context.calendar, policy, now).open)
      .map(([id]) => id),
  };
  const { more, shutMs, ...done } = await sendBatches(deps, context, at, prefix);
  return { ...done, more, nextAt: more ? null : await nextLook(deps.prisma, turn, context, shutMs) };
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
