import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localOf } from '../../../domain/calendar/local-time.ts';
import { weekdayOf } from '../../../domain/calendar/local-date.ts';
import { DEFAULT_ZONE } from '../../../domain/plan/policy.ts';
import { verifyChains } from '../../../prisma/verify-chains.ts';
import { CALENDAR_YEARS } from '../../../seeds/calendar/years.ts';
import { planWorkflowId } from '../../../workflows/ids.ts';
import { openChatWorld, type ChatWorld, type ChatWorldOptions } from '../chat-world.ts';
import { expectEveryRungOnce } from '../compare-rungs.ts';
import { NOT_IN_TIME } from '../../../activities/begun-digest.ts';
import type { PrismaClient } from '../../../prisma/client.ts';
import { REPLACED } from '../../../prisma/queries/drop-unsent.ts';
import { essenceOf } from '../essence.ts';
import { messagesOf } from '../messages-of.ts';
import type { PlanRun } from '../plan-run.ts';
import { ownedPlan, UNBUDGETED } from '../owned-plan.ts';
import { playToEnd } from '../run-to-end.ts';
import { formScripts } from '../typed-scripts.ts';

const restDays = new Set(CALENDAR_YEARS.flatMap(({ rest }) => rest));
const makeUpDays = new Set(CALENDAR_YEARS.flatMap(({ work }) => work));

/** By the raw rows of the calendar, not by the code that is under test. */
const isWorked = (date: string): boolean => makeUpDays.has(date) || (weekdayOf(date) <= 5 && !restDays.has(date));

/** A Sunday. */
const START = new Date('2026-11-22T02:00:00Z');

/** Every recorded answer has its Event and no other, and the chains hold. */
async function expectEveryAnswerOnce(prisma: PrismaClient): Promise<void> {
  expect(await prisma.inbox.count({ where: { status: 'open' } })).toBe(0);
  const items = await prisma.inboxItem.findMany({
    where: { outcome: { in: ['recorded', 'older'] } },
    select: { id: true },
  });
  const events = await prisma.event.findMany({
    where: { inboxItemId: { not: null } },
    select: { inboxItemId: true },
  });
  expect(items.length).toBeGreaterThan(0);
  expect(events.map(({ inboxItemId }) => inboxItemId).sort()).toEqual(items.map(({ id }) => id).sort());
  expect((await verifyChains(prisma)).broken).toEqual([]);
}

export interface Played extends ChatWorldOptions {
  /**
   * Up to which Sunday the large plans are played over the wire, when nobody is just answering; with DUBAN_TO_THE_END=1
   * they are played to the end like the others.
   */
  wiredUntil?: string;
}

const TO_THE_END = process.env['DUBAN_TO_THE_END'] === '1';

/**
 * One published plan from start to end, with the scripted adapter alone and once more over the wire, on a
 * skipping server each. One file a plan, so that two are played at a time.
 */
export function describePlan(id: string, { wiredUntil, ...ways }: Played): void {
  const plan = ownedPlan(id, UNBUDGETED);
  const stopAt = wiredUntil === undefined || TO_THE_END ? undefined : new Date(`${wiredUntil}T04:00:00Z`);
  let run: PlanRun;
  let wired: PlanRun;
  let chats: ChatWorld;
  let nodes = 0;
  let aloneThen: Record<string, unknown> | undefined;
  beforeAll(async () => {
    const options = { plans: [plan], startAt: START, scripts: formScripts };
    const take = async ({ h }: PlanRun): Promise<void> => void (aloneThen = await essenceOf(h.prisma, id));
    const [alone, onTheWire] = await Promise.all([
      playToEnd({ ...options, ...(stopAt ? { look: { at: stopAt, take } } : {}) }),
      playToEnd({ ...options, chats: () => openChatWorld(ways), ...(stopAt ? { stopAt } : {}) }),
    ]);
    ({ run, nodes } = alone);
    wired = onTheWire.run;
    chats = onTheWire.chats as ChatWorld;
  }, 1_500_000);
  afterAll(() => Promise.all([run?.stop(), wired?.stop()]));

  test('it comes to its end', async () => {
    expect(nodes).toBeGreaterThan(10);
    const { status } = await run.h.prisma.checkpoint.findUniqueOrThrow({
      where: { entityId: planWorkflowId(plan.id) },
    });
    expect(status).toBe('closed');
  });

  test('every rung that the calendar gives has one outcome, and there is no other', async () => {
    expect(await expectEveryRungOnce(run.h.prisma, plan.id)).toBeGreaterThan(20);
  });

  test('nothing was sent on a rest day, at night or outside the windows', async () => {
    const digests = await run.h.prisma.delivery.findMany({ where: { klass: 'digest' }, select: { planAt: true } });
    expect(digests.length).toBeGreaterThan(5);
    const wrong = digests.filter(({ planAt }) => {
      const { date, time } = localOf(planAt.toISOString(), DEFAULT_ZONE);
      return !isWorked(date) || !((time >= '09:00' && time < '11:30') || (time >= '14:30' && time < '17:00'));
    });
    expect(wrong).toEqual([]);
  });

  test('every answer was applied once, a wrong one was refused, and the chains hold', async () => {
    const { prisma } = run.h;
    // A group without members yet is the office's part: its contact, the wrong one of the smallest plan, is never asked.
    const isGroup = (name: string): boolean =>
      plan.facts.units.some((unit) => unit.name === name && unit.kind === 'group');
    const asked = plan.contacts.filter(({ unit }) => !isGroup(unit));
    if (asked.some(({ behaviour }) => behaviour.kind === 'wrong'))
      expect(await prisma.inbox.count({ where: { outcome: 'refused' } })).toBeGreaterThan(0);
    await expectEveryAnswerOnce(prisma);
  });

  test('beyond the published calendar every rung is marked provisional', async () => {
    const lines = await run.h.prisma.prompt.findMany({
      where: { slotAt: { gte: new Date('2027-01-02') }, status: { in: ['sent', 'merged'] } },
      select: { line: true },
    });
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(({ line }) => (line as { provisional?: boolean }).provisional !== true)).toEqual([]);
  });

  describe('once more with its people on Slack, Telegram and the web inbox', () => {
    test('it comes to the same states as with the scripted adapter alone', async () => {
      expect(await essenceOf(wired.h.prisma, plan.id)).toEqual(aloneThen ?? (await essenceOf(run.h.prisma, plan.id)));
    });

    test('every answer counted once, though the providers delivered some twice', async () => {
      const { prisma } = wired.h;
      expect(await prisma.inbox.count()).toBe(wired.acts());
      await expectEveryAnswerOnce(prisma);
    });

    test('every message went out once but for the ambiguous ones, which are listed', async () => {
      const { twice, unsure, sent } = await messagesOf(wired.h.prisma, chats);
      expect(sent).toBeGreaterThan(0);
      expect(twice.filter((id) => !unsure.includes(id))).toEqual([]);
    });

    test('a dead channel was passed over for the next one, and the office was told', async () => {
      const { prisma } = wired.h;
      const dead = await prisma.account.findMany({
        where: { failedAt: { not: null } },
        select: { personId: true, channel: true },
      });
      // What a provider put off past its day was written anew; everything else that failed was refused.
      const refused = await prisma.delivery.findMany({
        where: { status: 'failed', error: { notIn: [REPLACED, NOT_IN_TIME] } },
        select: { personId: true, channel: true },
      });
      expect([...dead, ...refused].filter(({ channel }) => channel !== 'telegram')).toEqual([]);
      expect(new Set(refused.map(({ personId }) => personId))).toEqual(new Set(dead.map(({ personId }) => personId)));
      for (const { personId } of dead)
        expect(
          await prisma.delivery.count({ where: { personId, status: 'sent', channel: { not: 'telegram' } } }),
        ).toBeGreaterThan(0);
      if (dead.length > 0)
        expect(await prisma.officeItem.count({ where: { kind: 'undeliverable' } })).toBeGreaterThan(0);
    });
  });
}
