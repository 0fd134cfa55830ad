import { z } from 'zod';
import { handOver } from '../../../bot/desk/hand-over.ts';
import { mergeUnits } from '../../../bot/desk/merge-units.ts';
import { endLeave, registerLeave } from '../../../bot/desk/register-leave.ts';
import { removeContact, unbindContact } from '../../../bot/desk/remove-contact.ts';
import { acted, route } from '../route.ts';

const name = z.string().trim().min(1).max(100);
const day = z.string().max(10);
const of = (params: Record<string, string>) => ({
  planId: params['planId'] ?? '',
  personId: params['personId'] ?? '',
});

/** Contacts that change, leave, are away; units that merge. */
export const peopleRoutes = [
  route({
    method: 'post',
    path: '/api/plans/{planId}/contacts/{personId}/hand-over',
    summary: '更换联络员: another contact of the unit takes over; of several units, name which',
    access: { act: 'hand-over', on: 'member' },
    body: z.strictObject({ to: name, unit: name.optional() }),
    async run({ deps, viewer, params, body }) {
      const { planId, personId } = of(params);
      const ask = { planId, fromPersonId: personId, to: body.to, unit: body.unit };
      const { summary, personId: to } = await handOver(deps.desk, viewer.actor, ask);
      return { ...acted({ summary }), personId: to };
    },
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/contacts/{personId}/leave',
    summary: '外出: a stand-in of the same unit is asked until the last day away',
    access: { act: 'register-leave', on: 'member' },
    body: z.strictObject({ from: day.optional(), until: day, standIn: name.nullable() }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await registerLeave(deps.desk, viewer.actor, { ...of(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/contacts/{personId}/back',
    summary: '销假: back earlier than was said',
    access: { act: 'register-leave', on: 'member' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) => acted(await endLeave(deps.desk, viewer.actor, of(params))),
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/contacts/{personId}/unbind',
    summary: '解除绑定: nothing reaches the contact before a new code is redeemed',
    access: { act: 'unbind', on: 'member' },
    body: z.strictObject({ channel: z.string().max(20).optional() }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await unbindContact(deps.desk, viewer.actor, { ...of(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/contacts/{personId}/remove',
    summary: '停用: the contact left, and nobody takes over',
    access: { act: 'unbind', on: 'member' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) => acted(await removeContact(deps.desk, viewer.actor, of(params))),
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/units/merge',
    summary: '机构改革: a unit becomes part of another, its open parts move',
    access: { act: 'merge-units', on: 'plan' },
    body: z.strictObject({ from: name, into: name, reason: z.string().max(500) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await mergeUnits(deps.desk, viewer.actor, { planId: params['planId'] ?? '', ...body })),
  }),
];
