import type { Prisma } from '../../../prisma/client.ts';
import { openPrisma } from '../../../prisma/client.ts';
import { sessionOn, type CommandSession } from '../../../cli/open-session.ts';
import { runCommandLine } from '../../../cli/run.ts';
import { previewStates } from '../../../bot/desk/preview-states.ts';
import type { Policy } from '../../../domain/plan/policy.ts';
import { redate } from '../../../domain/plan/redate.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import { unitRows } from '../../../prisma/office-unit.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { seed } from '../../../seeds/load.ts';
import { freshDatabase } from '../../support/database.ts';
import { playedDesk } from '../bot/played-desk.ts';

/** The command line's now: what is proposed and refused depends on the day. */
export const CLI_NOW = new Date('2026-11-20T02:00:00Z');

/** Nobody listens there. */
export const NO_TEMPORAL = '127.0.0.1:9';

export interface Ran {
  code: number;
  out: string;
  err: string;
  /** Standard output as JSON. */
  value: never;
  /** Standard error as `{error}`. */
  error: { code: string; message: string; problems?: { at: string; message: string }[] } | undefined;
}

/** The command line over the seeds, with a Temporal that is never there. `played`: the domain's rules in its place. */
export async function openCliWorld({ played = false }: { played?: boolean } = {}) {
  const database = await freshDatabase();
  const prisma = openPrisma({ databaseUrl: database.url, max: 3 });
  await seed(prisma, CLI_NOW);
  const connections = {
    databaseUrl: database.url,
    temporal: { namespace: 'default', options: { address: NO_TEMPORAL } },
    http: 'http://127.0.0.1:9',
  };

  async function run(...argv: string[]): Promise<Ran> {
    let out = '';
    let err = '';
    const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
    const code = await runCommandLine(argv, streams, async (as) => {
      const session = sessionOn(connections, as, undefined, undefined, () => CLI_NOW);
      return played ? withPlayedDesk(session) : session;
    });
    const parsed = (text: string) => (argv.includes('--json') && text !== '' ? JSON.parse(text) : undefined);
    return {
      code,
      out,
      err,
      value: parsed(out) as never,
      error: (parsed(err) as { error?: Ran['error'] } | undefined)?.error,
    };
  }

  return {
    url: database.url,
    prisma,
    run,
    json: (...argv: string[]) => run(...argv, '--json'),
    async close() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
}

function withPlayedDesk(session: CommandSession): CommandSession {
  const { desk, prisma } = session.office;
  const { updates } = playedDesk(prisma, desk.clock, { asked: [], isDown: () => false });
  return { ...session, office: { ...session.office, desk: { ...desk, updates } } };
}

export type CliWorld = Awaited<ReturnType<typeof openCliWorld>>;

/** A plan with checkpoints as if it had been started, though no workflow runs. */
export async function asIfRunning({ prisma }: CliWorld, planId: string): Promise<void> {
  const now = CLI_NOW;
  const plan = await prisma.plan.findUniqueOrThrow({
    where: { id: planId },
    include: { tasks: { orderBy: { ordinal: 'asc' } } },
  });
  const facts = plan.facts as unknown as PlanFacts;
  const dates = redate(facts, 'rearrange', { today: now.toISOString().slice(0, 10), calendar: SEED_CALENDAR });
  const { tasks } = previewStates({
    planId,
    clockId: plan.clockId,
    facts,
    policy: plan.policy as unknown as Policy,
    dates,
    tasks: plan.tasks,
    units: await unitRows(prisma, planId),
    now: now.toISOString(),
  });
  await prisma.plan.update({
    where: { id: planId },
    data: { status: 'running', dates: dates as unknown as Prisma.InputJsonValue },
  });
  await prisma.checkpoint.createMany({
    data: tasks.map((state) => ({
      entityId: state.entityId,
      kind: state.kind,
      planId,
      generation: 1,
      version: 1,
      status: state.status,
      state: state as unknown as Prisma.InputJsonValue,
    })),
  });
}
