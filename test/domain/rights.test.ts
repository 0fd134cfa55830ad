import { describe, expect, test } from 'vitest';
import { ACTS, may, RIGHTS, ROLES, type Act, type Granted, type Role } from '../../domain/rights.ts';

const acts = Object.keys(ACTS) as Act[];
const granted = (role: string, planId: string | null = 'p1'): Granted[] => [{ planId, role }];
const ours = { planId: 'p1', unitIds: ['u1'], ownUnitIds: ['u1'] };
const theirs = { planId: 'p1', unitIds: ['u2'], ownUnitIds: ['u1'] };

/** Column by column what design §3 "People and rights" says; a change of the table has to be made here too. */
const EXPECTED: Record<Role, string> = {
  operator: 'list-plans demo-step demo-manage load-calendar link verify repair doctor',
  coordinator:
    'list-plans read-board read-story read-people read-unit-people read-events read-evidence read-inbox answer? answer-for-demo read-document review-reading import redate start amend assign reassign decide-dispute opt-in break-down add-contact appoint bind unbind hand-over register-leave merge-units nudge resend escalate notice accept return cancel pause decide-extension scan-signed file-evidence dry-run advance undo decide roll-up link-tasks read-brief draft-brief release-brief demo-step demo-manage demo-as load-calendar verify doctor',
  leader: 'list-plans read-board read-story read-evidence read-inbox? read-brief direct answer?',
  supervisor:
    'list-plans read-story? read-evidence? read-inbox? answer? sign-off? roll-up? read-unit-people? bind? unbind? hand-over? register-leave?',
  liaison: 'list-plans read-story? read-evidence? read-inbox? answer? roll-up?',
  reader: 'list-plans read-board read-story read-brief',
};

describe.each(ROLES)('%s', (role) => {
  const expected = new Set(EXPECTED[role].split(' '));
  test.each(acts)('%s', (act) => {
    const all = expected.has(act);
    const own = all || expected.has(`${act}?`);
    expect(may(act, granted(role), ours)).toBe(own);
    expect(may(act, granted(role), theirs)).toBe(all);
    expect(may(act, granted(role), { planId: 'p1', own: true })).toBe(own);
    expect(may(act, granted(role), { planId: 'p1' })).toBe(all);
  });
});

test('a grant for one plan says nothing about another, nor about the installation', () => {
  for (const role of ROLES) {
    for (const act of acts) {
      expect(may(act, granted(role), { ...ours, planId: 'p2', own: true })).toBe(false);
      expect(may(act, granted(role), { ...ours, planId: null, own: true })).toBe(false);
    }
  }
});

test('a grant over every plan holds in each and for the installation', () => {
  expect(may('import', granted('coordinator', null), { planId: null })).toBe(true);
  expect(may('start', granted('coordinator', null), { planId: 'p9' })).toBe(true);
});

test('an unknown role, or none, may nothing', () => {
  expect(may('list-plans', granted('root'), ours)).toBe(false);
  expect(may('list-plans', granted('constructor'), ours)).toBe(false);
  expect(may('list-plans', [], ours)).toBe(false);
});

test('every act in the table has a name', () => {
  for (const role of ROLES) for (const act of Object.keys(RIGHTS[role])) expect(acts).toContain(act);
});
