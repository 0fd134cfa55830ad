import { z } from 'zod';
import { resend } from '../../../bot/desk/resend/resend.ts';
import { RESEND_BY } from '../../../bot/desk/resend/resend-asked.ts';
import { acted, route } from '../route.ts';

/** Messages that did not surely arrive. */
export const deliveryRoutes = [
  route({
    method: 'post',
    path: '/api/deliveries/{deliveryId}/resend',
    summary: 'Has a message that did not surely arrive sent again, as the sender would now or by another channel',
    access: { act: 'resend', on: 'delivery' },
    body: z.strictObject({ by: z.enum(RESEND_BY) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await resend(deps.desk, viewer.actor, { deliveryId: params['deliveryId'] ?? '', ...body })),
  }),
];
