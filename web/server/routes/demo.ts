import { z } from 'zod';
import { stepDemo } from '../../../bot/desk/demo.ts';
import { refuseRecorded } from '../../../bot/desk/refuse.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { ACTS } from '../../../domain/rights.ts';
import { acted, route, type Call } from '../route.ts';
import { personSubject } from '../subject.ts';

const ROLES = ['coordinator', 'liaison', 'leader'] as const;

/** The demo's person for a role: named, or the first of it. Throws CONTACT_UNKNOWN. */
async function demoPersonFor({ deps }: Call, role: (typeof ROLES)[number]): Promise<string> {
  const grant = await deps.desk.prisma.grant.findFirst({
    where: { role, person: { demo: true } },
    orderBy: { id: 'asc' },
    select: { personId: true },
  });
  if (!grant) throw new RefusedError('CONTACT_UNKNOWN', { contact: role });
  return grant.personId;
}

/** Nobody takes the view of a real person, whoever asks; the try is on record. */
async function demoPerson({ deps, viewer }: Call, personId: string): Promise<string> {
  const { demo, planId } = await personSubject(deps.desk.prisma, personId);
  if (!demo) await refuseRecorded(deps.desk, viewer.own, planId, 'demo-as', 'NOT_PERMITTED', { act: ACTS['demo-as'] });
  return personId;
}

async function demoPlanId({ deps }: Call): Promise<string> {
  const plan = await deps.desk.prisma.plan.findFirst({ where: { demo: true }, select: { id: true } });
  if (!plan) throw new RefusedError('NOT_DEMO');
  return plan.id;
}

/** The demo's own bar: whose eyes, and the clock. Judged by who signed in, so that one finds back out of any view. */
export const demoRoutes = [
  route({
    method: 'post',
    path: '/api/demo/as',
    summary: "我是: takes the view of a demo person, or one's own again",
    access: { act: 'demo-as', on: 'demo', judged: 'own' },
    body: z.union([z.strictObject({ role: z.enum(ROLES) }), z.strictObject({ personId: z.string().max(200) })]),
    async run(call) {
      const { deps, viewer, body } = call as Call<undefined, { role?: (typeof ROLES)[number]; personId?: string }>;
      const actingAs =
        body.role === 'coordinator'
          ? null
          : body.personId === undefined
            ? await demoPersonFor(call, body.role ?? 'liaison')
            : await demoPerson(call, body.personId);
      await deps.desk.prisma.session.update({ where: { tokenHash: viewer.session.tokenHash }, data: { actingAs } });
      return acted({ summary: '已切换身份。' });
    },
  }),
  route({
    method: 'post',
    path: '/api/demo/step',
    summary: "Moves the demo's clock",
    access: { act: 'demo-step', on: 'demo', judged: 'own' },
    body: z.strictObject({ to: z.enum(['workday', 'node']) }),
    run: async (call) =>
      acted(await stepDemo(call.deps.desk, call.viewer.own, { planId: await demoPlanId(call), to: call.body.to })),
  }),
];
