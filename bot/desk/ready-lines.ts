import { CalendarYearMissingError } from '../../domain/calendar/calendar-error.ts';
import { nextDigest } from '../../domain/calendar/digest.ts';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import type { Calendar } from '../../domain/calendar/types.ts';
import { momentWithWeekday } from '../../domain/chat/local-text.ts';
import { DEFAULT_POLICY } from '../../domain/plan/policy.ts';
import { openPrisma, type PrismaClient } from '../../prisma/client.ts';
import { appendDeskEvent } from '../../prisma/events.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import { BIND_COMMAND, channelText, connectedChannels } from '../connected-channels.ts';
import { createCode } from '../directory/codes.ts';
import { INSTALLATION } from './refuse.ts';
import { dayOf } from './views/day-text.ts';

/** What the start knows (setup/ready-lines.ts). */
export interface ReadyFacts {
  readonly environment: { readonly DUBAN_HOME: string };
  readonly connections: { readonly databaseUrl: string; readonly http: string };
  readonly postgresLine: string;
  readonly temporalLine: string;
}

/** The person who acts at the machine itself; loaded with the seeds. */
const LOCAL_COORDINATOR = 'local-coordinator';

/** What is printed at ready, at most eight lines: where things are, what is loaded, and the one-time link. */
export async function readyLines(
  { environment, connections, postgresLine, temporalLine }: ReadyFacts,
  now: Date = new Date(),
): Promise<string[]> {
  const prisma = openPrisma({ databaseUrl: connections.databaseUrl, max: 2 });
  try {
    const calendar = await loadCalendar(prisma);
    return [
      postgresLine,
      temporalLine,
      await plansLine(prisma),
      dayLine(calendar, now),
      ...holidayLines(calendar, now),
      ...(await channelLines(connections.http)),
      `数据目录:${environment.DUBAN_HOME}`,
      await linkLine(prisma, connections.http),
    ];
  } finally {
    await prisma.$disconnect();
  }
}

const IMPORT_COMMAND = 'npm run -s duban -- calendar import FILE';

const STATUS: Record<string, string> = {
  draft: '待排日期',
  ready: '待启动',
  running: '运行中',
  archived: '归档',
  closed: '已结束',
};

async function plansLine(prisma: PrismaClient): Promise<string> {
  const plans = await prisma.plan.findMany({ select: { demo: true, status: true } });
  const real = plans.filter(({ demo }) => !demo);
  const by = Object.entries(STATUS).flatMap(([status, word]) => {
    const count = real.filter((plan) => plan.status === status).length;
    return count > 0 ? [`${word}${count}个`] : [];
  });
  const demo = plans.find((plan) => plan.demo);
  return `已载入方案:${real.length}个(${by.join('、')})${demo ? `,另有演示方案“示例市”(${STATUS[demo.status] ?? demo.status})` : ''}。`;
}

function dayLine(calendar: Calendar, now: Date): string {
  const { zone } = DEFAULT_POLICY.values;
  const today = localDateOf(now.toISOString(), zone);
  try {
    const { text, provisional } = dayOf(now.toISOString(), calendar, DEFAULT_POLICY);
    const next = nextDigest(calendar, DEFAULT_POLICY, now.toISOString());
    return `今天${text}${provisional ? '(暂定)' : ''},下一次提醒汇总于${momentWithWeekday(next.at, zone, today)}发出。`;
  } catch (error) {
    // The year can be loaded only once everything stands, so it must not keep anything from starting.
    if (!(error instanceof CalendarYearMissingError)) throw error;
    return `今天${today},工作日历中没有${error.year}年,请载入放假安排:${IMPORT_COMMAND}。`;
  }
}

function holidayLines(calendar: Calendar, now: Date): string[] {
  const thisYear = Number(localDateOf(now.toISOString(), DEFAULT_POLICY.values.zone).slice(0, 4));
  const missing = calendar.years.find(({ year, published }) => year >= thisYear && !published);
  return missing ? [`${missing.year}年起的放假安排尚未载入,相关日期暂定;公布后请运行 ${IMPORT_COMMAND}。`] : [];
}

/** Nothing where no chat provider is connected: everybody has the web inbox. */
async function channelLines(http: string): Promise<string[]> {
  const connected = (await connectedChannels(http)) ?? [];
  return connected.length === 0
    ? []
    : [`聊天渠道:${connected.map(channelText).join(';')}。绑定联络员请运行 ${BIND_COMMAND}。`];
}

async function linkLine(prisma: PrismaClient, http: string): Promise<string> {
  const { code, expiresAt } = await createCode(prisma, {
    personId: LOCAL_COORDINATOR,
    purpose: 'login',
    createdBy: 'system',
  });
  await appendDeskEvent(prisma, {
    planId: INSTALLATION,
    kind: 'codeIssued',
    actor: { id: 'system', name: '系统' },
    via: 'system',
    body: { personId: LOCAL_COORDINATOR, purpose: 'login', expiresAt: expiresAt.toISOString() },
  });
  return `协调员一次性链接(10分钟内有效,另取请运行 npm run -s duban -- link):${http}/?code=${code}`;
}
