import { createStepper, type Stepper } from '../../bot/demo/stepper.ts';
import { resumeAmendments } from '../../bot/desk/amend/resume-amendments.ts';
import type { DeskActor } from '../../bot/desk/deps.ts';
import { sendNotices } from '../../bot/notices.ts';
import { sweepProposals } from '../../bot/proposals-sweep.ts';
import { closeWithdrawn } from '../../bot/withdrawn/close-withdrawn.ts';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE, type Policy } from '../../domain/plan/policy.ts';
import { redate } from '../../domain/plan/redate.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import type { Prisma } from '../../prisma/client.ts';
import { storePlan } from '../../prisma/store-plan.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import { startPlan } from '../../temporal/start-plan.ts';
import { skipTo } from '../workflows/skip-to.ts';
import { castPeople, type Cast } from './cast.ts';
import type { Story } from './story.ts';
import { storyClock, type StoryClock } from './story-time.ts';
import { storyFacts } from './story-facts.ts';
import type { World } from './world.ts';

/** One story's plan, running on a clock of its own. */
export interface Stage {
  world: World;
  planId: string;
  clockId: string;
  facts: PlanFacts;
  policy: Policy;
  time: StoryClock;
  cast: Cast;
  office: DeskActor;
  /** Up to an instant, with everything that is due by then. */
  runUntil(instant: Date): Promise<void>;
  /** Works off what waits in the inbox, and waits until nothing is left to do at this instant. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(world: World, story: Story): Promise<Stage> {
  const { h, bot } = world;
  const { prisma } = h;
  world.played += 1;
  const planId = `story-${world.played}`;
  const clockId = planId;
  const time = storyClock(story.start);
  const facts = storyFacts(story);
  // A story about another rule leaves the sign-off out; one about the sign-off asks for it.
  const policy: Policy = {
    ...DEFAULT_POLICY,
    values: { ...DEFAULT_POLICY.values, signOffKinds: [], ...story.policy },
  };
  const startAt = time.instant(story.start);

  await h.sleep(0);
  await prisma.clock.create({ data: { id: clockId, offsetMs: BigInt(startAt.getTime() - h.now().getTime()) } });
  await storePlan(prisma, { planId, clockId, demo: false, facts, policy });
  const today = localDateOf(startAt.toISOString(), DEFAULT_ZONE);
  const dates = redate(facts, 'as-printed', { today, calendar: SEED_CALENDAR });
  await prisma.plan.update({
    where: { id: planId },
    data: { status: 'ready', dates: dates as unknown as Prisma.InputJsonValue },
  });
  const cast = await castPeople(prisma, planId, story.contacts);
  const stepper = createStepper(
    {
      prisma,
      ports: h.deps.ports,
      now: () => h.clock.now(clockId),
      moveTo: (instant) => skipTo(h, clockId, instant),
      answer: async () => {},
    },
    clockId,
  );
  await startPlan(h, planId);
  await stepper.quiet();
  return {
    world,
    planId,
    clockId,
    facts,
    policy,
    time,
    cast,
    office: {
      personId: 'coordinator',
      name: '协调员',
      via: 'page',
      grants: [{ planId: null, role: 'coordinator' }],
      memberships: [],
    },
    runUntil: (instant) => runUntil(world, stepper, clockId, instant),
    async settle() {
      await bot.dispatch.drain();
      await stepper.quiet();
      await sweep(world, stepper);
    },
    close: () => close(world, planId, clockId),
  };
}

async function runUntil(world: World, stepper: Stepper, clockId: string, until: Date): Promise<void> {
  for (;;) {
    const node = await stepper.nextNode();
    if (!node || node > until) break;
    await stepper.stepTo(node);
    await sweep(world, stepper);
  }
  if ((await world.h.clock.now(clockId)) >= until) return;
  await stepper.stepTo(until);
  await sweep(world, stepper);
}

/** What the bot looks after once a minute (bot/housekeeping.ts). */
async function sweep({ bot: { deps, desk } }: World, stepper: Stepper): Promise<void> {
  await sweepProposals(deps);
  await resumeAmendments(desk);
  await closeWithdrawn(deps);
  await sendNotices(deps);
  await stepper.quiet();
}

/** Nothing of it goes on beside the next story. */
async function close({ h }: World, planId: string, clockId: string): Promise<void> {
  const entities = await h.prisma.checkpoint.findMany({ where: { planId }, select: { entityId: true } });
  for (const { entityId } of entities) await h.entities.terminate(entityId, 'the story is over');
  await h.entities.terminateSender(clockId, 'the story is over');
  await h.prisma.proposal.updateMany({ where: { planId, status: 'open' }, data: { status: 'replaced' } });
  await h.prisma.plan.update({ where: { id: planId }, data: { status: 'closed' } });
}
