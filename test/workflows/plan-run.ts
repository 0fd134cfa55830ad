import { randomUUID } from 'node:crypto';
import { redate } from '../../domain/plan/redate.ts';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE, type Policy } from '../../domain/plan/policy.ts';
import type { DateMode } from '../../domain/plan/redate-types.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import type { DeskDeps } from '../../bot/desk/deps.ts';
import { resendAnswers } from '../../bot/dispatch/resend-answers.ts';
import { createStepper, type Stepper } from '../../bot/demo/stepper.ts';
import type { Inbox } from '../../bot/inbox.ts';
import { fireDue } from '../../bot/scripted/fire-due.ts';
import { createScriptedPort } from '../../bot/scripted/adapter.ts';
import { createWebPort } from '../../bot/web-inbox/adapter.ts';
import type { Prisma } from '../../prisma/client.ts';
import { storeContact } from '../../prisma/store-contact.ts';
import { storePlan } from '../../prisma/store-plan.ts';
import { storeCalendar } from '../../prisma/load-calendar.ts';
import { loadDossier } from '../../prisma/load-dossier.ts';
import { officeUnitId } from '../../prisma/office-unit.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import { seedScripts } from '../../seeds/demo/script-port.ts';
import type { ScriptedContact } from '../../seeds/demo/types.ts';
import { startPlan } from '../../temporal/start-plan.ts';
import { planWorkflowId } from '../../workflows/ids.ts';
import { advance } from '../../workflows/messages.ts';
import { botOf } from './bot-of.ts';
import { createChatPeople } from './chat-people.ts';
import type { ChatWorld } from './chat-world.ts';
import { startHarness, type Harness } from './harness.ts';
import { skipTo } from './skip-to.ts';
import type { formScripts } from './typed-scripts.ts';

export interface PlanRun {
  h: Harness;
  clockId: string;
  steps: Stepper;
  inbox: Inbox;
  desk: DeskDeps;
  /** What people did at their chats. */
  acts: () => number;
  /** Dry run, then advance as a coordinator with a reason where one is needed; resolves after the undo window. */
  advance(planId: string): Promise<void>;
  stop(): Promise<void>;
}

export interface RunningPlan {
  id: string;
  facts: PlanFacts;
  contacts: readonly ScriptedContact[];
  mode: DateMode;
  policy?: Policy;
}

export interface PlanRunOptions {
  plans: readonly RunningPlan[];
  /** The plans' clock at the start; the server's own clock only lends its pace. */
  startAt: Date;
  /** Scripts of the contacts; the seeds' own where absent. */
  scripts?: ScriptPort;
  /** Contacts spread over chat providers instead of the scripted adapter. */
  chats?: ChatWorld;
}

type ScriptPort = typeof seedScripts | typeof formScripts;

const CLOCK = 'test';

/** Plans with scripted contacts, started on the skipping server, their clock standing at `startAt`. */
export async function startPlanRun({ plans, startAt, scripts = seedScripts, chats }: PlanRunOptions): Promise<PlanRun> {
  const h = await startHarness({
    ports: (prisma) => chats?.ports(prisma) ?? [createWebPort(), createScriptedPort({ prisma, ...scripts })],
  });
  const { prisma } = h;
  const offsetMs = startAt.getTime() - h.now().getTime();
  await prisma.clock.create({ data: { id: CLOCK, offsetMs: BigInt(offsetMs) } });
  await storeCalendar(prisma, SEED_CALENDAR, 'test');
  for (const { id, facts, contacts, mode, policy = DEFAULT_POLICY } of plans) {
    await storePlan(prisma, { planId: id, clockId: CLOCK, demo: false, facts, policy });
    const dates = redate(facts, mode, {
      today: localDateOf(startAt.toISOString(), DEFAULT_ZONE),
      calendar: SEED_CALENDAR,
    });
    await prisma.plan.update({
      where: { id },
      data: { status: 'ready', dates: dates as unknown as Prisma.InputJsonValue },
    });
    await bind(h, id, contacts, facts.office.name, chats);
  }

  const { inbox, desk, dispatch, deps: dispatchDeps } = botOf(h);
  await chats?.listen({ inbox, prisma, clock: h.clock });
  const people = chats && createChatPeople({ prisma, inbox, now: () => new Date(), ...chats });
  const steps = createStepper(
    {
      prisma,
      ports: h.deps.ports,
      // Read anew: an opening phase asks at the server's instant, which goes on by seconds while this waits for it.
      async now() {
        await h.sleep(0);
        return h.clock.now(CLOCK);
      },
      moveTo: (instant) => skipTo(h, CLOCK, instant),
      answer: async (now) => {
        await fireDue({ prisma, inbox: people ?? inbox, realNow: h.now }, CLOCK, now);
        await dispatch.drain();
        // What a provider put off goes with the bot's sweep.
        if (chats) await resendAnswers(dispatchDeps, new Date(Date.now() + SWEEP_LATER_MS));
      },
    },
    CLOCK,
  );
  for (const { id } of plans) await startPlan(h, id);
  await steps.quiet();
  return {
    h,
    clockId: CLOCK,
    steps,
    inbox,
    desk,
    acts: () => people?.acts() ?? 0,
    async advance(planId) {
      const now = await h.clock.now(CLOCK);
      const { hash, gaps } = await loadDossier(prisma, planId, now.toISOString());
      const plan = h.env.client.workflow.getHandle(planWorkflowId(planId));
      const ask = {
        offsetMs,
        actor: { id: 'coordinator', name: '协调员' },
        via: 'test',
        actId: randomUUID(),
        dossierHash: hash,
        overrideReason: gaps.length > 0 ? '按期转入下一阶段,遗留事项继续催办' : null,
      };
      await plan.executeUpdate(advance, { args: [ask] });
      await steps.runUntil(new Date(now.getTime() + UNDO_WINDOW_MS + A_MINUTE_MS));
    },
    async stop() {
      await dispatch.stop();
      await chats?.stop();
      await h.stop();
    },
  };
}

/** Beyond the age at which the sweep takes a message for left behind. */
const SWEEP_LATER_MS = 60_000;
/** The window begins when the plan hears of the advance, a moment after it was pressed. */
const A_MINUTE_MS = 60_000;
const UNDO_WINDOW_MS = DEFAULT_POLICY.values.undoWindowMinutes * 60_000;

/** Everybody by script; the office's own duties are claimed by a contact of the office. */
async function bind(
  { prisma }: Harness,
  planId: string,
  contacts: readonly ScriptedContact[],
  office: string,
  chats: ChatWorld | undefined,
): Promise<void> {
  const units = await prisma.unit.findMany({ where: { planId } });
  const own: ScriptedContact = {
    unit: office,
    rank: 'liaison',
    name: '办公室某',
    behaviour: { kind: 'prompt', delayMinutes: 30 },
    answers: [],
  };
  for (const [index, script] of [...contacts, own].entries()) {
    const unitId = units.find(({ name }) => name === script.unit)?.id ?? officeUnitId(planId);
    await storeContact(prisma, {
      personId: `${planId}-${index}`,
      name: script.name,
      demo: false,
      unitId,
      rank: script.rank,
      taskIds: [],
      ...(chats ? {} : { channel: 'scripted' as const }),
    });
    for (const address of chats?.addresses(`${planId}-${index}`, index) ?? [])
      await prisma.account.create({
        data: { id: `${address.channel}-${address.externalId}`, ...address, personId: `${planId}-${index}` },
      });
    await prisma.setting.create({
      data: { key: `script/${planId}-${index}`, value: script as unknown as Prisma.InputJsonValue },
    });
  }
}
