import { z } from 'zod';
import { dryRun } from '../../../bot/desk/dry-run.ts';
import { previewRedate } from '../../../bot/desk/redate-plan.ts';
import { planEvents } from '../../../bot/desk/views/events.ts';
import { people } from '../../../bot/desk/views/people.ts';
import { planList } from '../../../bot/desk/views/plan-list.ts';
import { planShow } from '../../../bot/desk/views/plan-show.ts';
import { today } from '../../../bot/desk/views/today.ts';
import { burden } from '../../../bot/desk/views/burden.ts';
import { unsignedUnits } from '../../../bot/desk/views/unsigned.ts';
import { undelivered } from '../../../bot/desk/views/undelivered.ts';
import { redateChoice } from '../redate-choice.ts';
import { route } from '../route.ts';

const planId = (params: Record<string, string>): string => params['planId'] ?? '';

/** What is read about plans. */
export const planRoutes = [
  route({
    method: 'get',
    path: '/api/plans',
    summary: 'The plans that the viewer may see',
    access: 'signed-in',
    run: ({ deps, viewer }) => planList(deps.desk, viewer.actor),
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}',
    summary: 'One plan with its facts and dates',
    access: { act: 'read-board', on: 'plan' },
    run: ({ deps, viewer, params }) => planShow(deps.desk, viewer.actor, { planId: planId(params) }),
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}/today',
    summary: '今日: counts, decisions, board',
    access: { act: 'read-board', on: 'plan' },
    run: ({ deps, viewer, params }) =>
      today(deps.desk, viewer.actor, { planId: planId(params), temporalUi: deps.temporalUi }),
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}/redate',
    summary: 'What a way of re-dating would give; changes nothing',
    access: { act: 'redate', on: 'plan' },
    query: z.strictObject(redateChoice),
    run: ({ deps, viewer, params, query }) =>
      previewRedate(deps.desk, viewer.actor, { planId: planId(params), ...query }),
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}/dry-run',
    summary: 'Dossier, gaps and first week of the next phase, with the hash that advancing needs',
    access: { act: 'dry-run', on: 'plan' },
    run: ({ deps, viewer, params }) => dryRun(deps.desk, viewer.actor, { planId: planId(params) }),
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}/people',
    summary: "Units, contacts and their bindings; a unit's supervisor sees that unit",
    access: { act: 'read-unit-people', on: 'plan-units' },
    run: ({ deps, viewer, params }) => people(deps.desk, viewer.actor, { planId: planId(params) }),
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}/undelivered',
    summary: 'Messages that did not surely arrive, and rungs that reached nobody; newest first',
    access: { act: 'read-people', on: 'plan' },
    run: ({ deps, viewer, params }) => undelivered(deps.desk, viewer.actor, { planId: planId(params) }),
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}/burden',
    summary: 'Digests of each contact by week, by which rule beyond the budget, and what is coming',
    access: { act: 'read-people', on: 'plan' },
    run: ({ deps, viewer, params }) => burden(deps.desk, viewer.actor, { planId: planId(params) }),
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}/unsigned',
    summary: '未签收: what no unit has signed for, by unit, with days',
    access: { act: 'read-board', on: 'plan' },
    run: ({ deps, viewer, params }) => unsignedUnits(deps.desk, viewer.actor, { planId: planId(params) }),
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}/events',
    summary: 'Chained events, oldest first',
    access: { act: 'read-events', on: 'plan' },
    query: z.strictObject({ entity: z.string().max(200).optional() }),
    run: ({ deps, viewer, params, query }) =>
      planEvents(deps.desk, viewer.actor, {
        planId: planId(params),
        ...(query.entity ? { entityId: query.entity } : {}),
      }),
  }),
];
