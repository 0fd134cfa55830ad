import { expect, test } from 'vitest';
import { reasonLabel } from '../../../bot/desk/views/rule-words.ts';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import { mayDigest } from '../../../domain/supervision/budget.ts';
import { REPLACED } from '../../../prisma/queries/drop-unsent.ts';

const rung = { rung: 'd7', dueAt: '2026-12-31T09:30:00.000Z' };

test('why a message waits or never went out is said in words, not in a code', () => {
  const day = mayDigest([rung], ['2026-11-23T01:15:00.000Z'], '2026-11-23T07:00:00.000Z', DEFAULT_POLICY);
  const sent = ['2026-11-23', '2026-11-24', '2026-11-25'].map((date) => `${date}T01:15:00.000Z`);
  const week = mayDigest([rung], sent, '2026-11-26T01:15:00.000Z', DEFAULT_POLICY);
  expect([day, week]).toEqual([
    { send: false, rule: 'budget.day' },
    { send: false, rule: 'budget.week' },
  ]);
  for (const reason of ['budget.day', 'budget.week', REPLACED, 'unreachable', 'rate'])
    expect(reasonLabel(reason), reason).not.toMatch(/[a-z]/);
});
