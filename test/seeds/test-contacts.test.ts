import { describe, expect, it } from 'vitest';
import { demoFacts } from '../../seeds/demo/facts.ts';
import { SEED_PLANS } from '../../seeds/plans/index.ts';
import { scriptedContactsFor } from '../../seeds/test-contacts.ts';

describe.each(SEED_PLANS)('invented contacts for $id', ({ facts }) => {
  const contacts = scriptedContactsFor(facts);
  const liaisons = contacts.filter(({ rank }) => rank === 'liaison');

  it('are a liaison and a section head for each unit, recognisable as invented', () => {
    expect(liaisons.map(({ unit }) => unit)).toEqual(facts.units.map(({ name }) => name));
    expect(contacts).toHaveLength(liaisons.length * 2);
    expect(contacts.every(({ name }) => name.startsWith('测试'))).toBe(true);
    expect(new Set(contacts.map(({ name }) => name)).size).toBe(contacts.length);
  });

  it('are mostly prompt, with exactly one wrong', () => {
    const kinds = liaisons.map(({ behaviour }) => behaviour.kind);
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(1);
    if (kinds.length < 10) return;
    expect(kinds).toContain('late');
    expect(kinds).toContain('silent');
    expect(kinds.filter((kind) => kind === 'prompt').length).toBeGreaterThan(kinds.length / 2);
  });

  it('let the wrong one name a task that its unit has no part in', () => {
    const wrong = liaisons.find(({ behaviour }) => behaviour.kind === 'wrong');
    if (wrong?.behaviour.kind !== 'wrong') throw new Error('unreachable');
    const { taskNo, title } = wrong.behaviour;
    const named = facts.tasks.find((task) => task.no === taskNo && task.title === title);
    const owners = [...(named?.leadUnits ?? []), ...(named?.responsibleUnits ?? [])];
    expect(owners).not.toContain(wrong.unit);
  });
});

it('contacts of a group whose members are entered are those of the members', () => {
  const units = new Set(scriptedContactsFor(demoFacts()).map(({ unit }) => unit));
  expect(units.has('各县')).toBe(false);
  expect(units.size).toBe(12);
});
