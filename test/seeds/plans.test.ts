import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlanFacts } from '../../domain/plan/schema.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import { demoFacts } from '../../seeds/demo/facts.ts';
import { SEED_PLANS } from '../../seeds/plans/index.ts';

const goldUrl = new URL('../../../shared/gold/plans.json', import.meta.url);

const allPlans: { id: string; facts: PlanFacts }[] = [...SEED_PLANS, { id: 'demo', facts: demoFacts() }];

function namedUnits(facts: PlanFacts): string[] {
  return [...new Set(facts.tasks.flatMap((task) => [...task.leadUnits, ...task.responsibleUnits, ...task.otherUnits]))];
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

describe.skipIf(!existsSync(goldUrl))('against the checked readings (skipped where ../shared is not at hand)', () => {
  const gold: Record<string, Record<string, unknown>> = existsSync(goldUrl)
    ? JSON.parse(readFileSync(goldUrl, 'utf8'))
    : {};

  it.each(SEED_PLANS)('$id says what the reading of document $key says', ({ key, facts }) => {
    expect(gold[key]).toBeDefined();
    expect(facts).toMatchObject(gold[key] ?? {});
  });
});

describe('the five published plans', () => {
  it('have stable ids and keys', () => {
    expect(SEED_PLANS.map(({ id, key }) => [id, key])).toEqual([
      ['chenzhou', '000'],
      ['huangshi', '001'],
      ['shanghai-district', '002'],
      ['bazhong', '003'],
      ['national-2018', '004'],
    ]);
  });

  it.each(SEED_PLANS)('$id has no contacts', ({ facts }) => {
    expect(facts.contacts).toEqual([]);
  });

  it.each(SEED_PLANS)('$id leaves the members of group units to the office', ({ facts }) => {
    for (const unit of facts.units.filter(({ kind }) => kind === 'group')) expect(unit.members).toEqual([]);
  });

  it('tell courts, customs, the central bank and colleges from subordinate units', () => {
    const relation = (id: string, unit: string) =>
      SEED_PLANS.find((plan) => plan.id === id)?.facts.units.find(({ name }) => name === unit)?.relation;
    expect(relation('huangshi', '市法院')).toBe('independent');
    expect(relation('huangshi', '市檢察院')).toBe('independent');
    expect(relation('huangshi', '黃石海關')).toBe('independent');
    expect(relation('huangshi', '人行黃石市中心支行')).toBe('independent');
    expect(relation('huangshi', '黃石銀保監分局')).toBe('independent');
    expect(relation('huangshi', '湖北理工學院')).toBe('institution');
    expect(relation('chenzhou', '市人民银行')).toBe('independent');
    expect(relation('chenzhou', '郴州银监分局')).toBe('independent');
    expect(relation('chenzhou', '长沙海关驻郴州办事处')).toBe('independent');
    expect(relation('chenzhou', '市工商局')).toBe('subordinate');
  });
});

describe.each(allPlans)('the seeded plan $id', ({ facts }) => {
  it('defines every unit that a task names', () => {
    const defined = new Set(facts.units.map(({ name }) => name));
    expect(namedUnits(facts).filter((name) => !defined.has(name))).toEqual([]);
  });

  it('has a column head of at most four characters for each unit, each used once', () => {
    const heads = facts.units.map(({ short }) => short);
    expect(heads.filter((head) => head.length === 0 || head.length > 4)).toEqual([]);
    expect(new Set(heads).size).toBe(heads.length);
  });

  it('gives no alias to two units', () => {
    for (const unit of facts.units) {
      const others = facts.units.filter((other) => other !== unit).flatMap(({ name, short }) => [name, short]);
      expect(unit.aliases.filter((alias) => others.includes(alias))).toEqual([]);
      expect(new Set([unit.name, ...unit.aliases]).size).toBe(unit.aliases.length + 1);
    }
  });

  it('names a host of the office only among its units', () => {
    const names = facts.units.map(({ name }) => name);
    if (facts.office.host !== null) expect(names).toContain(facts.office.host);
  });

  it('holds facts, not paragraphs', () => {
    expect(strings(facts).filter((text) => text.length > 200)).toEqual([]);
  });

  it('passes the check that an import passes, unchanged', () => {
    expect(parsePlanFacts(JSON.parse(JSON.stringify(facts)))).toEqual({ ok: true, facts });
  });
});
