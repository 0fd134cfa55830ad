import { describe, expect, it } from 'vitest';
import { planSheet, taskSheetTemplate } from '../../documents/task-sheet.ts';
import { readPlan } from '../../domain/document/read-plan.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import { demoFacts } from '../../seeds/demo/facts.ts';
import { SEED_PLANS } from '../../seeds/plans/index.ts';
import { decoded } from './read-blocks.ts';

const plans = [...SEED_PLANS.map(({ facts }) => facts), demoFacts()].map((plan): [string, PlanFacts] => [
  plan.title,
  plan,
]);

describe('a plan as a workbook', () => {
  it.each(plans)('%s reads back to the same facts', async (_, plan) => {
    const source = await decoded(await planSheet(plan));
    const reading = readPlan(source);
    if (reading.kind !== 'plan') return expect.fail(reading.reason);
    const tasks = plan.tasks.map(({ due, key, ...task }) => ({
      ...task,
      ...(due ? { due } : {}),
      ...(key ? { key } : {}),
    }));
    expect(reading.plan).toMatchObject({ ...plan, tasks, contacts: [] });
    for (const [path, { start, end }] of Object.entries(reading.anchors)) expect(end, path).toBeGreaterThan(start);
    plan.tasks.forEach(({ title }, at) => {
      const span = reading.anchors[`/tasks/${at}/title`];
      expect(source.text.slice(span?.start, span?.end)).toBe(title);
    });
  });

  it('as a template reads as the two tasks of its example', async () => {
    const reading = readPlan(await decoded(await taskSheetTemplate()));
    expect(reading).toMatchObject({
      kind: 'plan',
      plan: {
        tasks: [
          {
            no: '1',
            section: '制度建设',
            leadUnits: ['市档案馆'],
            responsibleUnits: ['市财政局'],
            otherUnits: ['市大数据局'],
            due: '2026-06',
            obligation: 'mandatory',
          },
          { no: '2', section: '平台建设', responsibleUnits: ['各县(市、区)'], due: '2026-12', obligation: 'optional' },
        ],
      },
    });
  });
});
