import type { PrismaClient } from '../prisma/client.ts';
import type { PlanClock } from '../prisma/clock.ts';
import { overdueEntities } from './watchdog.ts';

/** Three figures an operator watches, in the text format of Prometheus. */
export async function metricsText(prisma: PrismaClient, clock: PlanClock): Promise<string> {
  const [inboxOpen, queued, undeliverable, late] = await Promise.all([
    prisma.inbox.count({ where: { status: 'open' } }),
    prisma.prompt.count({ where: { status: { in: ['queued', 'sending'] } } }),
    prisma.prompt.count({ where: { status: 'undeliverable' } }),
    overdueEntities(prisma, clock),
  ]);
  return [
    gauge('duban_inbox_open', 'Received messages that are not applied yet', inboxOpen),
    gauge('duban_prompts_queued', 'Prompts that wait to be sent', queued),
    gauge('duban_prompts_undeliverable', 'Prompts that reached nobody', undeliverable),
    gauge('duban_watchdog_overdue', 'Entities more than five minutes behind their next instant', late.length),
  ].join('');
}

const gauge = (name: string, help: string, value: number): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`;
