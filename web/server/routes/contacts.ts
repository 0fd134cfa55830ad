import { z } from 'zod';
import { appoint } from '../../../bot/desk/appoint.ts';
import { dismiss } from '../../../bot/desk/dismiss.ts';
import { addContact } from '../../../bot/desk/add-contact.ts';
import { makeCode } from '../../../bot/desk/make-code.ts';
import { RANKS } from '../../../domain/plan/types.ts';
import { OFFICE_ROLES } from '../../../domain/rights.ts';
import { acted, route } from '../route.ts';

export const contactRoutes = [
  route({
    method: 'post',
    path: '/api/plans/{planId}/contacts',
    summary: 'Registers a contact of a unit',
    access: { act: 'add-contact', on: 'plan' },
    body: z.strictObject({ name: z.string().trim().min(1).max(50), unit: z.string().max(100), rank: z.enum(RANKS) }),
    async run({ deps, viewer, params, body }) {
      const { summary, personId } = await addContact(deps.desk, viewer.actor, {
        planId: params['planId'] ?? '',
        ...body,
      });
      return { ...acted({ summary }), personId };
    },
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/office',
    summary: 'Registers a coordinator, a leader or a reader of the plan',
    access: { act: 'appoint', on: 'plan' },
    body: z.strictObject({ name: z.string().trim().min(1).max(50), role: z.enum(OFFICE_ROLES) }),
    async run({ deps, viewer, params, body }) {
      const { summary, personId } = await appoint(deps.desk, viewer.actor, { planId: params['planId'] ?? '', ...body });
      return { ...acted({ summary }), personId };
    },
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/office/{personId}/dismiss',
    summary: 'Ends the roles that the person has on the office’s side of the plan',
    access: { act: 'appoint', on: 'plan' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) =>
      acted(
        await dismiss(deps.desk, viewer.actor, {
          planId: params['planId'] ?? '',
          personId: params['personId'] ?? '',
        }),
      ),
  }),
  route({
    method: 'post',
    path: '/api/contacts/{personId}/code',
    summary: 'A one-time code, shown once, valid for ten minutes',
    access: { act: 'bind', on: 'contact' },
    body: z.strictObject({}),
    async run({ deps, viewer, params }) {
      const { code, expiresAt, links } = await makeCode(deps.desk, viewer.actor, {
        personId: params['personId'] ?? '',
      });
      return { code, expiresAt, links };
    },
  }),
];
