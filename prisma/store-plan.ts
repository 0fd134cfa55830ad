import { randomUUID } from 'node:crypto';
import type { Policy } from '../domain/plan/policy.ts';
import type { PlanFacts } from '../domain/plan/types.ts';
import type { Db, Prisma } from './client.ts';
import { officeUnitId } from './office-unit.ts';

export interface NewPlan {
  /** Given for seeds, else minted. */
  planId?: string;
  clockId: string;
  demo: boolean;
  facts: PlanFacts;
  policy: Policy;
}

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** Puts a checked plan on record as a draft: its units, and its tasks under ids minted here. Contacts are bound apart. */
export async function storePlan(
  db: Db,
  { planId = `p-${randomUUID()}`, clockId, demo, facts, policy }: NewPlan,
): Promise<string> {
  await db.plan.create({
    data: {
      id: planId,
      clockId,
      demo,
      title: facts.title,
      facts: json(facts),
      policy: json(policy),
      policyVersion: policy.version,
    },
  });
  const host = facts.units.some(({ name }) => name === facts.office.name);
  await db.unit.createMany({
    data: [
      ...(host
        ? []
        : [
            {
              id: officeUnitId(planId),
              planId,
              name: facts.office.name,
              short: '办公室',
              aliases: [],
              kind: 'department',
              relation: 'subordinate',
              members: [],
              ordinal: facts.units.length,
            },
          ]),
      ...facts.units.map((unit, ordinal) => ({
        id: randomUUID(),
        planId,
        name: unit.name,
        short: unit.short,
        aliases: unit.aliases,
        kind: unit.kind,
        relation: unit.relation,
        members: unit.members ?? [],
        ordinal,
      })),
    ],
  });
  await db.task.createMany({
    data: facts.tasks.map((task, ordinal) => ({
      id: randomUUID(),
      planId,
      ordinal,
      no: task.no,
      section: task.section,
      title: task.title,
      facts: json(task),
    })),
  });
  return planId;
}
