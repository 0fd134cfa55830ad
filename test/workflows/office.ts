import type { DeskActor } from '../../bot/desk/deps.ts';

/** A coordinator of every plan. */
export const office: DeskActor = {
  personId: 'coordinator',
  name: '协调员',
  via: 'test',
  grants: [{ planId: null, role: 'coordinator' }],
  memberships: [],
};
