import { addDays } from '../../domain/calendar/local-date.ts';
import { instantAt, localOf } from '../../domain/calendar/local-time.ts';
import { nextWorkdayOnOrAfter } from '../../domain/calendar/working-days.ts';
import { fullDayText } from '../../domain/chat/local-text.ts';
import type { ChatPort } from '../../domain/chat/port.ts';
import type { Policy } from '../../domain/plan/policy.ts';
import { RefusedError } from '../../domain/refusals.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import type { EntityStarter } from '../../temporal/entity-starter.ts';
import { startPlan } from '../../temporal/start-plan.ts';
import type { DemoSteps } from '../desk/deps.ts';
import { sendNotices } from '../notices.ts';
import { advanceWhenReady } from './advance-demo.ts';
import { removeDemoRows } from './remove-demo.ts';
import { createStepper, type Stepper } from './stepper.ts';

export interface DemoDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  realNow: () => Date;
  entities: EntityStarter;
  ports: ReadonlyMap<string, ChatPort>;
  /** Gives due scripted answers to the inbox and works it off. */
  answer: (clockId: string, now: Date) => Promise<void>;
  /** The coordinator's dry run and advance, as the demo's own coordinator does them. */
  advance: (planId: string) => Promise<void>;
  /** Loads the demo anew (seeds/load-demo). */
  loadDemo: (now: Date) => Promise<void>;
  log: (message: string, fields: Record<string, unknown>) => void;
}

export interface Demo extends DemoSteps {
  /** Starts the demo if it stands ready, and catches up to its board's day. Resolves at once where that is done. */
  catchUp(): Promise<void>;
  isCatchingUp(): boolean;
}

/** Opening of the day in a step to the next working day: just after its digest. */
const MORNING = '09:20';
const DEMO = 'demo';

export function createDemoSteps(deps: DemoDeps): Demo {
  let catchingUp = false;
  /** One step at a time: two visitors pressing at once would race over one clock. */
  let queue: Promise<unknown> = Promise.resolve();
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };

  async function stepper(clockId: string): Promise<Stepper> {
    return createStepper(
      {
        prisma: deps.prisma,
        ports: deps.ports,
        now: () => deps.clock.now(clockId),
        moveTo: (instant) => moveClock(deps, clockId, instant),
        answer: (now) => deps.answer(clockId, now),
        notices: () => sendNotices({ prisma: deps.prisma, clock: deps.clock, channels: deps.ports }),
      },
      clockId,
    );
  }

  async function demoPlan(planId: string) {
    const plan = await deps.prisma.plan.findUnique({ where: { id: planId } });
    if (!plan) throw new RefusedError('PLAN_UNKNOWN', { plan: planId });
    if (!plan.demo) throw new RefusedError('NOT_DEMO');
    return plan;
  }

  return {
    isCatchingUp: () => catchingUp,
    step: (planId, to) =>
      oneAtATime(async () => {
        const plan = await demoPlan(planId);
        const steps = await stepper(plan.clockId);
        if (to === 'node') {
          const node = await steps.step();
          return { summary: node ? '已到下一节点' : '没有后续节点' };
        }
        const { zone } = (plan.policy as unknown as Policy).values;
        const today = localOf((await deps.clock.now(plan.clockId)).toISOString(), zone);
        const calendar = await loadCalendar(deps.prisma);
        const day = nextWorkdayOnOrAfter(calendar, today.time < MORNING ? today.date : addDays(today.date, 1));
        await steps.runUntil(new Date(instantAt(day, MORNING, zone)));
        return { summary: `已到${fullDayText(day)}` };
      }),
    reset: () =>
      oneAtATime(async () => {
        await removeDemoRows(deps);
        await deps.loadDemo(deps.realNow());
        await catchUpNow();
        return { summary: '演示方案已重置' };
      }),
    remove: () =>
      oneAtATime(async () => {
        await removeDemoRows(deps);
        await deps.prisma.setting.upsert({
          where: { key: 'demo.removed' },
          create: { key: 'demo.removed', value: true },
          update: { value: true },
        });
        return { summary: '演示方案已移除' };
      }),
    catchUp: () => oneAtATime(catchUpNow),
  };

  async function catchUpNow(): Promise<void> {
    const plan = await deps.prisma.plan.findUnique({ where: { id: DEMO } });
    const setting = await deps.prisma.setting.findUnique({ where: { key: 'demo.catch-up' } });
    const wanted = setting?.value as { until: string; done: boolean } | undefined;
    if (!plan || !wanted || wanted.done) return;
    catchingUp = true;
    try {
      if (plan.status === 'ready') await startPlan(deps, plan.id);
      const steps = await stepper(plan.clockId);
      await steps.quiet();
      const until = new Date(wanted.until);
      let nodes = 0;
      for (let again = true; again;) {
        nodes += await steps.runUntil(await advanceWhenReady(deps, plan.id, until));
        again = (await deps.clock.now(plan.clockId)) < until;
      }
      await deps.prisma.setting.update({ where: { key: 'demo.catch-up' }, data: { value: { ...wanted, done: true } } });
      deps.log('the demo has caught up', { nodes, until: wanted.until });
    } finally {
      catchingUp = false;
    }
  }
}

/** The clock first, then whoever has something before it: an entity that is told late finds the right offset in every message. */
async function moveClock({ prisma, realNow, entities }: DemoDeps, clockId: string, instant: Date): Promise<void> {
  const offsetMs = instant.getTime() - realNow().getTime();
  const clock = await prisma.clock.findUniqueOrThrow({ where: { id: clockId } });
  if (offsetMs <= Number(clock.offsetMs)) return;
  await prisma.clock.update({ where: { id: clockId }, data: { offsetMs: BigInt(offsetMs) } });
  const due = await prisma.checkpoint.findMany({
    where: {
      nextAt: { lte: instant },
      status: { in: ['waiting', 'open', 'running'] },
      planId: { in: (await prisma.plan.findMany({ where: { clockId }, select: { id: true } })).map(({ id }) => id) },
    },
    select: { entityId: true },
  });
  for (const { entityId } of due) await entities.signal(entityId, 'clockMoved', { offsetMs });
  await entities.kickSender(clockId, offsetMs);
}
