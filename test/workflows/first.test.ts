import { afterAll, beforeAll, expect, test } from 'vitest';
import { chenzhou } from '../../seeds/plans/chenzhou.ts';
import { scriptedContactsFor } from '../../seeds/test-contacts.ts';
import { startPlanRun, type PlanRun } from './plan-run.ts';

let run: PlanRun;
beforeAll(async () => {
  run = await startPlanRun({ facts: chenzhou, contacts: scriptedContactsFor(chenzhou), startAt: new Date('2026-11-22T02:00:00Z'), mode: 'shift' });
});
afterAll(() => run.stop());

test('a started plan is answered', async () => {
  const { prisma } = run.h;
  const t0 = Date.now();
  const nodes = await run.steps.runUntil(new Date('2026-12-10T02:00:00Z'), (n) => console.log(n.toISOString()));
  console.log(nodes, Date.now() - t0);
  const groups = await prisma.prompt.groupBy({ by: ['duty', 'rung', 'status', 'reason', 'slotAt', 'rule'], _count: true, orderBy: { slotAt: 'asc' } });
  console.log(groups.map((g) => [g.duty, g.rung, g.status, g.reason, g.slotAt.toISOString(), g.rule, g._count].join(' ')).join('\n'));
  console.log(JSON.stringify(await prisma.inbox.groupBy({ by: ['kind', 'outcome', 'status', 'error'], _count: true })));
  console.log(JSON.stringify(await prisma.delivery.findFirst({ where: { klass: 'digest' } }), null, 1));
  console.log(JSON.stringify(await prisma.event.groupBy({ by: ['kind'], _count: true })));
});
