import { z } from 'zod';
import { advancePhase } from '../../../bot/desk/advance-phase.ts';
import { importPlan } from '../../../bot/desk/import-plan.ts';
import { redatePlan } from '../../../bot/desk/redate-plan.ts';
import { startPlanAct } from '../../../bot/desk/start-plan.ts';
import { undoAdvance } from '../../../bot/desk/undo-advance.ts';
import { factsOf } from '../facts-of.ts';
import { REDATE_MODES, redateChoice } from '../redate-choice.ts';
import { acted, route } from '../route.ts';

const reason = z.string().max(500);
const planId = (params: Record<string, string>): string => params['planId'] ?? '';

export const planActRoutes = [
  route({
    method: 'post',
    path: '/api/plans',
    summary: 'Imports a plan (domain/plan/schema)',
    access: { act: 'import', on: 'installation' },
    body: z.unknown(),
    async run({ deps, viewer, body }) {
      const { summary, planId: id } = await importPlan(deps.desk, viewer.actor, { facts: factsOf(body) });
      return { ...acted({ summary }), planId: id };
    },
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/redate',
    summary: 'Chooses how the dates are laid',
    access: { act: 'redate', on: 'plan' },
    body: z.strictObject({ ...redateChoice, mode: z.enum(REDATE_MODES), reason: reason.optional() }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await redatePlan(deps.desk, viewer.actor, { planId: planId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/start',
    summary: 'Starts a re-dated plan',
    access: { act: 'start', on: 'plan' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) =>
      acted(await startPlanAct(deps.desk, viewer.actor, { planId: planId(params) })),
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/advance',
    summary: 'Moves to the next phase, by the hash of the dry run',
    access: { act: 'advance', on: 'plan' },
    body: z.strictObject({ hash: z.string().max(200), reason: reason.optional() }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await advancePhase(deps.desk, viewer.actor, { planId: planId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/undo',
    summary: 'Takes the transition back while nobody was told',
    access: { act: 'undo', on: 'plan' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) =>
      acted(await undoAdvance(deps.desk, viewer.actor, { planId: planId(params) })),
  }),
];
