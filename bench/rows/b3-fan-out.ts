import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { ActivityDeps } from '../../activities/deps.ts';
import { sendDue } from '../../activities/send-due.ts';
import type { SendTurnResult } from '../../activities/types.ts';
import { createTelegramPort } from '../../bot/telegram/port.ts';
import { openPrisma } from '../../prisma/client.ts';
import { migrate } from '../../prisma/migrate.ts';
import { prepareDataFolder } from '../../setup/data-folder.ts';
import { postgresServer } from '../../test/chaos/servers.ts';
import { startFakeTelegram } from '../../test/fakes/telegram/server.ts';
import type { BenchResult, BenchRow } from '../row.ts';
import { FAN_OUT_CLOCK, OPENS_AT, putFanOut } from '../world/fan-out.ts';
import { callsUnderWay, startVirtualClock, VIRTUAL_FIRST } from '../world/virtual-clock.ts';

const PERSONS = 1_000;
const LINES_EACH = 10;
const BOT_PER_SECOND = 30;
const TIME_GOAL = 0.97;
const WASTE_GOAL = 0.001;

/**
 * 10,000 rungs of 1,000 persons by the product's own sender, limiter and Telegram port, to a provider that enforces
 * the Bot FAQ's limits; one clock for all of them, which moves only where somebody waits.
 */
export const fanOut: BenchRow = {
  id: 'B3',
  run: async () => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'duban-bench-')));
    chmodSync(home, 0o711);
    prepareDataFolder(home);
    const { server, url, discard } = await postgresServer(home);
    await server.start();
    try {
      return await measured(url);
    } finally {
      await server.stop();
      discard();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function measured(databaseUrl: string): Promise<BenchResult[]> {
  await migrate(databaseUrl);
  const admin = openPrisma({ databaseUrl, max: 2 });
  const clock = await startVirtualClock(admin, OPENS_AT);
  const prisma = openPrisma({ databaseUrl: `${databaseUrl}?options=${encodeURIComponent(VIRTUAL_FIRST)}` });
  const telegram = await startFakeTelegram({ now: clock.now });
  try {
    await putFanOut(prisma, PERSONS, LINES_EACH, (index) => {
      telegram.people.person(index + 1);
      return { channel: 'telegram', externalId: String(index + 1) };
    });
    telegram.enforceLimits(true);
    const { token, apiRoot } = telegram;
    const sentAt: number[] = [];
    const calls = callsUnderWay();
    const port = createTelegramPort({ token, apiRoot, now: clock.now });
    const deps: ActivityDeps = {
      prisma,
      entities: {} as ActivityDeps['entities'],
      ports: new Map([['telegram', port]]),
      failpoints: async (at) => {
        if (at === 'send.before-call') {
          sentAt.push(clock.now());
          calls.begin();
        } else if (at === 'send.after-call') calls.end();
      },
      pause: async (ms) => {
        await calls.allEnded();
        await clock.pass(ms);
      },
      log: () => undefined,
    };
    const began = performance.now();
    for (;;) {
      const now = new Date(clock.now()).toISOString();
      const turn = (await new MockActivityEnvironment().run(sendDue.bind(null, deps), {
        clockId: FAN_OUT_CLOCK,
        offsetMs: 0,
        now,
      })) as SendTurnResult;
      if (turn.more) continue;
      if ((await prisma.prompt.count({ where: { status: 'queued' } })) === 0) break;
      if (turn.nextAt === null) throw new Error('rungs are queued, and nothing wakes the sender');
      await clock.pass(Math.max(1, Date.parse(turn.nextAt) - clock.now()));
    }
    const messages = telegram.ledger.length;
    const called = telegram.calls.get('sendMessage') ?? 0;
    const told = await prisma.prompt.count({ where: { status: { in: ['sent', 'merged'] } } });
    const oursS = ((sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0)) / 1_000;
    const leastS = Math.floor((messages - 1) / BOT_PER_SECOND);
    const wasted = (called - messages) / called;
    return [
      {
        what: `fan-out of ${PERSONS * LINES_EACH} rungs, ${told} told in ${messages} messages`,
        ours: { value: oursS, unit: 's of the common clock' },
        against: { value: leastS, unit: 's' },
        than: 'the least that 30 a second allow',
        goal: `≥ ${TIME_GOAL} of the least time`,
        ratio: leastS / oursS,
        met: told === PERSONS * LINES_EACH && leastS / oursS >= TIME_GOAL,
        notes: [
          `${(messages / told).toFixed(3)} messages a rung: one digest a person`,
          `${((performance.now() - began) / messages).toFixed(1)} ms of real time a message in this process; the provider answers at once on the common clock`,
        ],
      },
      {
        what: 'calls that the provider refused with 429',
        ours: { value: wasted * 100, unit: '% of all calls' },
        against: { value: WASTE_GOAL * 100, unit: '%' },
        than: 'the most that is allowed',
        goal: `≤ ${WASTE_GOAL * 100} %`,
        ratio: wasted / WASTE_GOAL,
        met: wasted <= WASTE_GOAL,
      },
    ];
  } finally {
    await Promise.all([telegram.stop(), prisma.$disconnect(), admin.$disconnect()]);
  }
}
