import { z } from 'zod';
import { acceptAllChanges } from '../../../bot/desk/amend/accept-all.ts';
import { acceptChange } from '../../../bot/desk/amend/accept-change.ts';
import { amendmentList } from '../../../bot/desk/amend/amendment-list.ts';
import { declineChange } from '../../../bot/desk/amend/decline-change.ts';
import { proposeAmendment } from '../../../bot/desk/amend/propose-amendment.ts';
import { proposeReading } from '../../../bot/desk/amend/propose-reading.ts';
import { rematchTasks } from '../../../bot/desk/amend/rematch-tasks.ts';
import { parseVersion } from '../../../domain/plan/amend/parse-version.ts';
import { factsOf } from '../facts-of.ts';
import { acted, route } from '../route.ts';

const planId = (params: Record<string, string>): string => params['planId'] ?? '';
const change = z.strictObject({ changeId: z.string().max(300), no: z.int().positive().optional() });
const place = z.int().min(0).max(499);

/** One change accepted or declined; `no`: of which amendment, the latest without it. */
const decision = (name: string, summary: string, decide: typeof acceptChange | typeof declineChange) =>
  route({
    method: 'post',
    path: `/api/plans/{planId}/amendments/${name}`,
    summary,
    access: { act: 'amend', on: 'plan' },
    body: change,
    run: async ({ deps, viewer, params, body: { changeId, no = null } }) =>
      acted(await decide(deps.desk, viewer.actor, { planId: planId(params), changeId, no })),
  });

/** 修订: a new version beside the running plan, its changes accepted or declined one by one. */
export const amendmentRoutes = [
  route({
    method: 'get',
    path: '/api/plans/{planId}/amendments',
    summary: 'Amendments of a plan, newest first, with every change',
    access: { act: 'read-board', on: 'plan' },
    run: ({ deps, viewer, params }) => amendmentList(deps.desk, viewer.actor, { planId: planId(params) }),
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/amendments',
    summary: 'Lays a new version (domain/plan/schema, or a reviewed reading) beside a running plan',
    access: { act: 'amend', on: 'plan' },
    body: z.union([
      z.strictObject({ facts: z.unknown(), source: z.string().max(200).optional() }),
      z.strictObject({ readingId: z.string().max(80) }),
    ]),
    async run({ deps, viewer, params, body }) {
      const id = planId(params);
      const { summary, no, open } =
        'readingId' in body
          ? await proposeReading(deps.desk, viewer.actor, { planId: id, readingId: body.readingId })
          : await proposeAmendment(deps.desk, viewer.actor, {
              planId: id,
              facts: factsOf(body.facts, parseVersion),
              source: body.source ?? null,
            });
      return { ...acted({ summary }), no, open };
    },
  }),
  decision('accept', '采纳: one change reaches the plan and its workflows', acceptChange),
  route({
    method: 'post',
    path: '/api/plans/{planId}/amendments/accept-all',
    summary: 'Accepts every open change that rests on a certain match',
    access: { act: 'amend', on: 'plan' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) =>
      acted(await acceptAllChanges(deps.desk, viewer.actor, { planId: planId(params) })),
  }),
  decision('decline', '不采纳: the plan stays as it is in this one respect', declineChange),
  route({
    method: 'post',
    path: '/api/plans/{planId}/amendments/match',
    summary: 'Says which task of the new version an old one is; null: none',
    access: { act: 'amend', on: 'plan' },
    body: z.strictObject({ old: place, now: place.nullable() }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await rematchTasks(deps.desk, viewer.actor, { planId: planId(params), pin: body })),
  }),
];
