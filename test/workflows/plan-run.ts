import { redate } from '../../domain/plan/redate.ts';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE, type Policy } from '../../domain/plan/policy.ts';
import type { DateMode } from '../../domain/plan/redate-types.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import { createChannels } from '../../bot/channels.ts';
import { createDispatch } from '../../bot/dispatch.ts';
import { createStepper, type Stepper } from '../../bot/demo/stepper.ts';
import { createEntityUpdates } from '../../bot/entity-updates.ts';
import { createInbox, type Inbox } from '../../bot/inbox.ts';
import { fireDue } from '../../bot/scripted/fire-due.ts';
import { createScriptedPort } from '../../bot/scripted/adapter.ts';
import { createWebPort } from '../../bot/web-inbox/adapter.ts';
import type { Prisma } from '../../prisma/client.ts';
import { storeContact } from '../../prisma/store-contact.ts';
import { storePlan } from '../../prisma/store-plan.ts';
import { storeCalendar } from '../../prisma/load-calendar.ts';
import { officeUnitId } from '../../prisma/office-unit.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import { seedScripts } from '../../seeds/demo/script-port.ts';
import type { ScriptedContact } from '../../seeds/demo/types.ts';
import { startPlan } from '../../temporal/start-plan.ts';
import { startHarness, type Harness } from './harness.ts';

export interface PlanRun {
  h: Harness;
  planId: string;
  clockId: string;
  steps: Stepper;
  inbox: Inbox;
  stop(): Promise<void>;
}

export interface PlanRunOptions {
  facts: PlanFacts;
  contacts: readonly ScriptedContact[];
  /** The plan's clock at the start; the server's own clock only lends its pace. */
  startAt: Date;
  mode: DateMode;
  policy?: Policy;
}

const CLOCK = 'test';

/** A plan with scripted contacts, started on the skipping server, its clock standing at `startAt`. */
export async function startPlanRun(options: PlanRunOptions): Promise<PlanRun> {
  const h = await startHarness({ ports: (prisma) => [createWebPort(), createScriptedPort({ prisma, ...seedScripts })] });
  const { prisma } = h;
  const offsetMs = options.startAt.getTime() - h.now().getTime();
  await prisma.clock.create({ data: { id: CLOCK, offsetMs: BigInt(offsetMs) } });
  await storeCalendar(prisma, SEED_CALENDAR, 'test');
  const policy = options.policy ?? DEFAULT_POLICY;
  const planId = await storePlan(prisma, { planId: 'plan', clockId: CLOCK, demo: false, facts: options.facts, policy });
  const dates = redate(options.facts, options.mode, { today: localDateOf(options.startAt.toISOString(), DEFAULT_ZONE), calendar: SEED_CALENDAR });
  await prisma.plan.update({ where: { id: planId }, data: { status: 'ready', dates: dates as unknown as Prisma.InputJsonValue } });
  await bind(h, planId, options.contacts, options.facts.office.name);

  let kick = (): void => {};
  const inbox = createInbox({ prisma, clock: h.clock, failpoints: async () => {}, kick: () => kick() });
  const dispatch = createDispatch({
    prisma,
    clock: h.clock,
    updates: createEntityUpdates(async () => h.env.client, prisma),
    channels: createChannels([...h.deps.ports.values()]),
    failpoints: async () => {},
    log: () => {},
    kickSender: h.entities.kickSender,
  });
  kick = () => dispatch.kick();
  const steps = createStepper(
    {
      prisma,
      ports: h.deps.ports,
      now: () => h.clock.now(CLOCK),
      moveTo: async (instant) => h.sleep(instant.getTime() - (await h.clock.now(CLOCK)).getTime()),
      answer: async (now) => {
        await fireDue({ prisma, inbox, realNow: h.now }, CLOCK, now);
        await dispatch.drain();
      },
    },
    CLOCK,
  );
  await startPlan(h, planId);
  await steps.quiet();
  return {
    h,
    planId,
    clockId: CLOCK,
    steps,
    inbox,
    async stop() {
      await dispatch.stop();
      await h.stop();
    },
  };
}

/** Everybody by script; the office's own duties are claimed by a contact of the office. */
async function bind({ prisma }: Harness, planId: string, contacts: readonly ScriptedContact[], office: string): Promise<void> {
  const units = await prisma.unit.findMany({ where: { planId } });
  const own: ScriptedContact = { unit: office, rank: 'liaison', name: '办公室某', behaviour: { kind: 'prompt', delayMinutes: 30 }, answers: [] };
  for (const [index, script] of [...contacts, own].entries()) {
    const unitId = units.find(({ name }) => name === script.unit)?.id ?? officeUnitId(planId);
    await storeContact(prisma, { personId: `c${index}`, name: script.name, demo: false, unitId, rank: script.rank, taskIds: [], channel: 'scripted' });
    await prisma.setting.create({ data: { key: `script/c${index}`, value: script as unknown as Prisma.InputJsonValue } });
  }
}
