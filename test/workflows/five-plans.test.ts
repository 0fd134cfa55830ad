import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localOf } from '../../domain/calendar/local-time.ts';
import { weekdayOf } from '../../domain/calendar/local-date.ts';
import { DEFAULT_ZONE } from '../../domain/plan/policy.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import { verifyChains } from '../../prisma/verify-chains.ts';
import { CALENDAR_YEARS } from '../../seeds/calendar/years.ts';
import { SEED_PLANS } from '../../seeds/plans/index.ts';
import { scriptedContactsFor } from '../../seeds/test-contacts.ts';
import { planWorkflowId } from '../../workflows/ids.ts';
import { openChatWorld, type ChatWorld, type ChatWorldOptions } from './chat-world.ts';
import { expectEveryRungOnce } from './compare-rungs.ts';
import { essenceOf } from './essence.ts';
import { messagesOf } from './messages-of.ts';
import type { PlanRun } from './plan-run.ts';
import { playToEnd } from './run-to-end.ts';
import { typedScripts } from './typed-scripts.ts';

/**
 * Tasks without printed units get owners, as the office would assign them: nobody can answer otherwise. Two
 * where there are more than two units, so that every unit has a task that is not its own.
 */
function withOwners(facts: PlanFacts): PlanFacts {
  const names = facts.units.filter(({ kind }) => kind !== 'group').map(({ name }) => name);
  const unit = (index: number): string => names[index % names.length] as string;
  return {
    ...facts,
    tasks: facts.tasks.map((task, index) =>
      task.leadUnits.length + task.responsibleUnits.length > 0
        ? task
        : { ...task, leadUnits: [unit(index)], responsibleUnits: names.length > 2 ? [unit(index + 1)] : [] },
    ),
  };
}

const plans = SEED_PLANS.map(({ id, facts }) => {
  const owned = withOwners(facts);
  return { id, facts: owned, contacts: scriptedContactsFor(owned), mode: 'shift' as const };
});

/**
 * By which ways the plans are played over the wire; each way in carries two. The largest one isn't: it alone takes
 * longer than the other four.
 */
const WAYS: Record<string, ChatWorldOptions> = {
  chenzhou: { slack: 'http', telegram: 'webhook' },
  'shanghai-district': { slack: 'socket', telegram: 'webhook' },
  bazhong: { slack: 'http', telegram: 'polling' },
  'national-2018': { slack: 'socket', telegram: 'polling' },
};

const restDays = new Set(CALENDAR_YEARS.flatMap(({ rest }) => rest));
const makeUpDays = new Set(CALENDAR_YEARS.flatMap(({ work }) => work));

/** By the raw rows of the calendar, not by the code that is under test. */
const isWorked = (date: string): boolean => makeUpDays.has(date) || (weekdayOf(date) <= 5 && !restDays.has(date));

/** A Sunday. */
const START = new Date('2026-11-22T02:00:00Z');

/** Each on a server of its own, so that a run which that server spoils costs one plan's time. */
describe.each(plans)('$id from 22 November 2026 to the end of its inspection', (plan) => {
  const ways = WAYS[plan.id];
  let run: PlanRun;
  let wired: PlanRun;
  let chats: ChatWorld;
  let nodes = 0;
  beforeAll(async () => {
    const options = { plans: [plan], startAt: START, scripts: typedScripts };
    // Two servers side by side: each waits for the other's half of the machine anyway.
    const [alone, onTheWire] = await Promise.all([
      playToEnd(options),
      ways ? playToEnd({ ...options, chats: () => openChatWorld(ways) }) : null,
    ]);
    ({ run, nodes } = alone);
    if (!onTheWire) return;
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
    expect(await prisma.inbox.count({ where: { status: 'open' } })).toBe(0);
    // A group without members yet is the office's part: its contact, the wrong one of the smallest plan, is never asked.
    const isGroup = (name: string): boolean =>
      plan.facts.units.some((unit) => unit.name === name && unit.kind === 'group');
    const asked = plan.contacts.filter(({ unit }) => !isGroup(unit));
    if (asked.some(({ behaviour }) => behaviour.kind === 'wrong'))
      expect(await prisma.inbox.count({ where: { outcome: 'refused' } })).toBeGreaterThan(0);
    const items = await prisma.inboxItem.findMany({
      where: { outcome: { in: ['recorded', 'older'] } },
      select: { id: true },
    });
    const events = await prisma.event.findMany({
      where: { inboxItemId: { not: null } },
      select: { inboxItemId: true },
    });
    expect(events.map(({ inboxItemId }) => inboxItemId).sort()).toEqual(items.map(({ id }) => id).sort());
    expect((await verifyChains(prisma)).broken).toEqual([]);
  });

  test('beyond the published calendar every rung is marked provisional', async () => {
    const lines = await run.h.prisma.prompt.findMany({
      where: { slotAt: { gte: new Date('2027-01-02') }, status: { in: ['sent', 'merged'] } },
      select: { line: true },
    });
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(({ line }) => (line as { provisional?: boolean }).provisional !== true)).toEqual([]);
  });

  if (!ways) return;
  describe('once more with its people on Slack, Telegram and the web inbox', () => {
    test('it comes to the same states as with the scripted adapter alone', async () => {
      expect(await essenceOf(wired.h.prisma, plan.id)).toEqual(await essenceOf(run.h.prisma, plan.id));
    });

    test('every answer counted once, though the providers delivered some twice', async () => {
      const { prisma } = wired.h;
      expect(await prisma.inbox.count({ where: { status: 'open' } })).toBe(0);
      expect(await prisma.inbox.count()).toBe(wired.acts());
      const items = await prisma.inboxItem.findMany({
        where: { outcome: { in: ['recorded', 'older'] } },
        select: { id: true },
      });
      const events = await prisma.event.findMany({
        where: { inboxItemId: { not: null } },
        select: { inboxItemId: true },
      });
      expect(events.map(({ inboxItemId }) => inboxItemId).sort()).toEqual(items.map(({ id }) => id).sort());
      expect((await verifyChains(prisma)).broken).toEqual([]);
    });

    test('every message went out once but for the ambiguous ones, which are listed', async () => {
      const { twice, unsure, sent } = await messagesOf(wired.h.prisma, chats);
      expect(sent).toBeGreaterThan(0);
      expect(twice.filter((id) => !unsure.includes(id))).toEqual([]);
    });

    test('a dead channel was passed over for the next one, and the office was told', async () => {
      const { prisma } = wired.h;
      const dead = await prisma.account.findMany({ where: { failedAt: { not: null } }, select: { personId: true } });
      const failed = await prisma.delivery.findMany({
        where: { status: 'failed' },
        select: { personId: true, channel: true },
      });
      expect(failed.every(({ channel }) => channel === 'telegram')).toBe(true);
      expect(new Set(failed.map(({ personId }) => personId))).toEqual(new Set(dead.map(({ personId }) => personId)));
      for (const { personId } of dead)
        expect(
          await prisma.delivery.count({ where: { personId, status: 'sent', channel: { not: 'telegram' } } }),
        ).toBeGreaterThan(0);
      if (dead.length > 0)
        expect(await prisma.officeItem.count({ where: { kind: 'undeliverable' } })).toBeGreaterThan(0);
    });
  });
});
