import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../domain/document/read-plan.ts';
import type { DraftPlan } from '../../../domain/document/types.ts';

const shared = new URL('../../../../shared/', import.meta.url);
const goldUrl = new URL('gold/plans.json', shared);

interface Gold {
  [field: string]: unknown;
  phases: { name: string; start: string | null; end: string | null }[];
  tasks: Record<string, unknown>[];
}

const HEAD = ['title', 'docNumber', 'issuedOn', 'issuer', 'place', 'period'] as const;

function readingOf(key: string): DraftPlan {
  const name = readdirSync(new URL('seeds/', shared)).find((file) => file.startsWith(`${key}_`)) ?? '';
  const text = readFileSync(new URL(`seeds/${name}`, shared), 'utf8');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
}

describe.skipIf(!existsSync(goldUrl))('the five published plans (skipped where ../shared is not at hand)', () => {
  const gold: Record<string, Gold> = existsSync(goldUrl) ? JSON.parse(readFileSync(goldUrl, 'utf8')) : {};

  it.each(Object.keys(gold))('%s: head and period are read as printed', (key) => {
    const plan = readingOf(key);
    for (const field of HEAD) expect(plan[field]).toEqual(gold[key]?.[field]);
  });

  it.each(Object.keys(gold))('%s: tasks, their numbers, sections, units and obligations are read as printed', (key) => {
    expect(readingOf(key).tasks).toMatchObject(gold[key]?.tasks ?? []);
  });

  it.each(Object.keys(gold))('%s: phases and their dates are read as printed', (key) => {
    const printed = readingOf(key).phases.filter(({ proposed }) => !proposed);
    expect(printed.map(({ name, start, end }) => ({ name, start, end }))).toEqual(
      gold[key]?.phases.map(({ name, start, end }) => ({ name, start, end })),
    );
  });
});
