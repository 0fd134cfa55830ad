import { z } from 'zod';
import { acceptTask } from '../../../bot/desk/accept.ts';
import { assignUnit } from '../../../bot/desk/assign-unit.ts';
import { decideDispute } from '../../../bot/desk/decide-dispute.ts';
import { dropEscalation, releaseEscalation } from '../../../bot/desk/escalations.ts';
import { confirmRollUp } from '../../../bot/desk/confirm-roll-up.ts';
import { nudge } from '../../../bot/desk/nudge.ts';
import { optIn } from '../../../bot/desk/opt-in.ts';
import { reassignPart } from '../../../bot/desk/reassign-part.ts';
import { returnCompletion } from '../../../bot/desk/return-completion.ts';
import { settleItem } from '../../../bot/desk/settle-item.ts';
import { taskStory } from '../../../bot/desk/views/task-story.ts';
import { acted, route } from '../route.ts';

const partId = z.string().max(200);
/** The rung itself, or the part whose oldest is meant. */
const whichHeld = { id: z.string().max(200).optional(), partId: partId.optional() };
const taskId = (params: Record<string, string>): string => params['taskId'] ?? '';

/** One task, and what the office decides about it. */
export const taskRoutes = [
  route({
    method: 'get',
    path: '/api/tasks/{taskId}',
    summary: 'The story of a task: every reply, every slot with its rule and outcome',
    access: { act: 'read-story', on: 'task' },
    run: ({ deps, viewer, params }) => taskStory(deps.desk, viewer.actor, { taskId: taskId(params) }),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/nudge',
    summary: '催办',
    access: { act: 'nudge', on: 'task' },
    body: z.strictObject({ partId }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await nudge(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/escalations/release',
    summary: 'A held rung goes to the supervisor of its unit',
    access: { act: 'escalate', on: 'task' },
    body: z.strictObject(whichHeld),
    run: async ({ deps, viewer, params, body }) =>
      acted(await releaseEscalation(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/escalations/drop',
    summary: 'A held rung ends unsent, with a reason',
    access: { act: 'escalate', on: 'task' },
    body: z.strictObject({ ...whichHeld, reason: z.string().max(500) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await dropEscalation(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/accept',
    summary: 'Accepts a completion; without a part, the whole task; with a reason while sub-items are open',
    access: { act: 'accept', on: 'task' },
    body: z.strictObject({ partId: partId.optional(), reason: z.string().max(500).optional() }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await acceptTask(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/return',
    summary: 'Returns a completion with what is missing',
    access: { act: 'return', on: 'task' },
    body: z.strictObject({ partId, reason: z.string().max(500) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await returnCompletion(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/assign',
    summary: 'Names a unit for a task without one',
    access: { act: 'assign', on: 'task' },
    body: z.strictObject({ unit: z.string().max(100), role: z.enum(['lead', 'responsible']) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await assignUnit(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/reassign',
    summary: '改派: another unit answers for a part from now on',
    access: { act: 'reassign', on: 'task' },
    body: z.strictObject({ partId, toUnit: z.string().max(100), reason: z.string().max(500) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await reassignPart(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/dispute',
    summary: '核定职责异议: upheld, to another unit, or not upheld',
    access: { act: 'decide-dispute', on: 'task' },
    body: z.strictObject({
      partId,
      uphold: z.boolean(),
      toUnit: z.string().max(100).optional(),
      reason: z.string().max(500),
    }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await decideDispute(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/roll-up',
    summary: 'Confirms what the units of a task have reported, added up; without words, as drafted',
    access: { act: 'roll-up', on: 'task' },
    body: z.strictObject({
      words: z.string().max(10_000).optional(),
      seen: z
        .strictObject({
          cycle: z.string().max(20),
          from: z.array(partId).max(200),
          asOf: z.iso.datetime(),
          progress: z.number().min(0).max(100).nullable(),
        })
        .optional(),
    }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await confirmRollUp(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/opt-in',
    summary: 'Chooses an optional task',
    access: { act: 'opt-in', on: 'task' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) => acted(await optIn(deps.desk, viewer.actor, { taskId: taskId(params) })),
  }),
  route({
    method: 'post',
    path: '/api/decisions/{id}/done',
    summary: 'Takes an item off the office list',
    access: { act: 'decide', on: 'decision' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) =>
      acted(await settleItem(deps.desk, viewer.actor, { itemId: params['id'] ?? '' })),
  }),
];
