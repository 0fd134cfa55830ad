import { createStepper, type Stepper } from '../../bot/demo/stepper.ts';
import { resumeAmendments } from '../../bot/desk/amend/resume-amendments.ts';
import type { DeskActor } from '../../bot/desk/deps.ts';
import { tellDisputes } from '../../bot/disputes/tell-disputes.ts';
import { sendNotices } from '../../bot/notices.ts';
import { finishHandovers } from '../../bot/people/finish-handovers.ts';
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
import { castPeople, joinPlan, type Cast } from './cast.ts';
import type { Story } from './story.ts';
import { storyClock, type StoryClock } from './story-time.ts';
import { storyFacts } from './story-facts.ts';
import type { World } from './world.ts';

/** One story's plan, running on a clock of its own. */
export interface Stage {
  world: World;
  planId: string;
  /** The second one after it, once it was started. */
  planIds: string[];
  clockId: string;
  facts: PlanFacts;
  policy: Policy;
  time: StoryClock;
  cast: Cast;
  office: DeskActor;
  /** The other plan, for the same people. */
  startSecond(): Promise<void>;
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
  const today = localDateOf(startAt.toISOString(), DEFAULT_ZONE);
  const ready = async (id: string, printed: PlanFacts): Promise<void> => {
    await storePlan(prisma, { planId: id, clockId, demo: false, facts: printed, policy });
    const dates = redate(printed, 'as-printed', { today, calendar: SEED_CALENDAR });
    await prisma.plan.update({
      where: { id },
      data: { status: 'ready', dates: dates as unknown as Prisma.InputJsonValue },
    });
  };
  await ready(planId, facts);
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
  const planIds = [planId];
  await stepper.quiet();
  return {
    world,
    planId,
    planIds,
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
    async startSecond() {
      if (!story.second) throw new Error('this story has one plan');
      const secondId = `${planId}-second`;
      planIds.push(secondId);
      await ready(secondId, storyFacts({ from: story.from, ...story.second }));
      // Of two that are due on one day the first by id asks (shared-asking.ts): here the first plan's.
      for (const { id } of await prisma.task.findMany({ where: { planId: secondId }, select: { id: true } }))
        await prisma.task.update({ where: { id }, data: { id: `ffffffff${id.slice(8)}` } });
      await joinPlan(prisma, cast, { from: planId, to: secondId });
      await startPlan(h, secondId);
    },
    runUntil: (instant) => runUntil(world, stepper, clockId, instant),
    async settle() {
      await bot.dispatch.drain();
      await stepper.quiet();
      await sweep(world, stepper);
    },
    close: () => close(world, planIds, clockId),
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
  await tellDisputes(deps);
  await finishHandovers(deps);
  await sendNotices(deps);
  await stepper.quiet();
}

/** Nothing of it goes on beside the next story. */
async function close({ h }: World, planIds: string[], clockId: string): Promise<void> {
  const ofStory = { planId: { in: planIds } };
  const entities = await h.prisma.checkpoint.findMany({ where: ofStory, select: { entityId: true } });
  for (const { entityId } of entities) await h.entities.terminate(entityId, 'the story is over');
  await h.entities.terminateSender(clockId, 'the story is over');
  await h.prisma.proposal.updateMany({ where: { ...ofStory, status: 'open' }, data: { status: 'replaced' } });
  await h.prisma.plan.updateMany({ where: { id: { in: planIds } }, data: { status: 'closed' } });
}
