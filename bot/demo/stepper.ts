import { setTimeout as pause } from 'node:timers/promises';
import { nextDigest } from '../../domain/calendar/digest.ts';
import { instantAt, localOf } from '../../domain/calendar/local-time.ts';
import { isInWindow, nextWindow } from '../../domain/calendar/send-window.ts';
import type { Calendar } from '../../domain/calendar/types.ts';
import type { ChatPort } from '../../domain/chat/port.ts';
import type { Policy } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/plan/types.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import { nextInstants } from '../../prisma/queries/next-node.ts';
import { countSendable } from '../../prisma/queries/sendable.ts';
import { unsettled } from '../../prisma/queries/unsettled.ts';

export interface StepperDeps {
  prisma: PrismaClient;
  ports: ReadonlyMap<string, ChatPort>;
  /** Now of the plan's clock. */
  now(): Promise<Date>;
  /** Moves the clock there and tells those who have something to do by then. */
  moveTo(instant: Date): Promise<void>;
  /** Gives the scripted answers that are due, and lets the inbox be worked off. */
  answer(now: Date): Promise<void>;
  /** Sends the notices that may go now; resolves to how many went. Absent: nobody looks at them here. */
  notices?: () => Promise<number>;
}

/** Answers of a working day are collected at its end, so that a day costs two nodes, not forty. */
const COLLECT_AT = '17:25';
/** Without anything having moved. */
const STUCK_AFTER_MS = 60_000;
const POLL_MS = 10;

/** Steps one clock from node to node; the demo moves its offset, tests skip the server's time. */
export function createStepper(deps: StepperDeps, clockId: string) {
  /** The next instant at which something happens on this clock; null: nothing ever will. `now`: up to when all is done. */
  async function nextNode(now: Date): Promise<Date | null> {
    const next = await nextInstants(deps.prisma, clockId, now);
    const candidates = [next.entityAt, next.askAt, next.notBefore, next.dueAt].filter((at) => at !== null);
    const { calendar, policies } = await surroundings();
    const [policy] = policies.values();
    if (next.answerAt && policy) candidates.push(collectAt(next.answerAt, now, policy));
    if (next.waiting > 0)
      for (const each of policies.values()) candidates.push(new Date(windowAfter(calendar, each, now.toISOString())));
    if (deps.notices && next.noticeAt)
      for (const each of policies.values())
        candidates.push(next.noticeAt > now ? next.noticeAt : new Date(windowAfter(calendar, each, now.toISOString())));
    return candidates.length === 0 ? null : new Date(Math.min(...candidates.map((at) => at.getTime())));
  }

  async function surroundings(): Promise<{ calendar: Calendar; policies: Map<string, Policy> }> {
    const calendar = await loadCalendar(deps.prisma);
    const plans = await deps.prisma.plan.findMany({
      where: { clockId, status: 'running' },
      select: { id: true, policy: true },
    });
    return { calendar, policies: new Map(plans.map(({ id, policy }) => [id, policy as unknown as Policy])) };
  }

  /**
   * Waits until nothing is left to do, and resolves to the instant up to which that holds: the clock goes on
   * meanwhile, and what comes due a moment later is the next node. Throws where nothing moves for a minute.
   */
  async function quiet(): Promise<Date> {
    const { calendar, policies } = await surroundings();
    const ports = [...deps.ports.values()];
    const sendableAt = (now: Date) => ({
      clockId,
      now,
      windowless: ports.filter(({ hasWindow }) => !hasWindow).map(({ channel }) => channel),
      windowed: ports.filter(({ hasWindow }) => hasWindow).map(({ channel }) => channel),
      openPlans: [...policies]
        .filter(([, policy]) => isInWindow(calendar, policy, now.toISOString()).open)
        .map(([id]) => id),
    });
    let moved = { at: Date.now(), left: '' };
    for (;;) {
      // Asked anew: what became due while this waited, as an opening phase is from the instant it is recorded, is left too.
      const present = await deps.now();
      const left = await unsettled(deps.prisma, clockId, present);
      if (left.answers > 0) await deps.answer(present);
      const sendable =
        left.inbox + left.answers + left.entities + left.unreachable > 0
          ? null
          : await countSendable(deps.prisma, sendableAt(present));
      if (sendable === 0) return present;
      const stands = JSON.stringify({ ...left, sendable });
      if (stands !== moved.left) moved = { at: Date.now(), left: stands };
      if (Date.now() > moved.at + STUCK_AFTER_MS)
        throw new Error(`the clock ${clockId} does not come to rest at ${present.toISOString()}: ${stands}`);
      await pause(POLL_MS);
    }
  }

  async function stepTo(instant: Date): Promise<Date> {
    await deps.moveTo(instant);
    const rested = await quiet();
    return deps.notices && (await deps.notices()) > 0 ? quiet() : rested;
  }

  return {
    nextNode: async () => nextNode(await quiet()),
    quiet,
    stepTo,
    /** To the next node; null where there is none. */
    async step(): Promise<Date | null> {
      const node = await nextNode(await quiet());
      if (node) await stepTo(node);
      return node;
    },
    /** Through all nodes up to an instant, then there. Resolves to the number of nodes. */
    async runUntil(until: Date, onNode?: (node: Date) => void): Promise<number> {
      let rested = await quiet();
      for (let nodes = 0; ; nodes += 1) {
        const node = await nextNode(rested);
        if (!node || node > until) {
          if ((await deps.now()) < until) await stepTo(until);
          return nodes;
        }
        rested = await stepTo(node);
        onNode?.(node);
      }
    },
  };
}

export type Stepper = ReturnType<typeof createStepper>;

function collectAt(answerAt: Date, now: Date, { values }: Policy): Date {
  const { date } = localOf(answerAt.toISOString() as Instant, values.zone);
  const evening = new Date(instantAt(date, COLLECT_AT, values.zone));
  const at = answerAt <= evening ? evening : answerAt;
  return at > now ? at : new Date(Math.max(answerAt.getTime(), now.getTime() + 1));
}

function windowAfter(calendar: Calendar, policy: Policy, now: Instant): Instant {
  const { at } = nextWindow(calendar, policy, now);
  // Inside a window, what still waits has been put off to a later digest.
  return at === now ? nextDigest(calendar, policy, new Date(Date.parse(now) + 1).toISOString(), true).at : at;
}
