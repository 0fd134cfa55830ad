import { z } from 'zod';
import { decideExtension } from '../../../bot/desk/requests/decide-extension.ts';
import { pauseTask } from '../../../bot/desk/requests/pause-task.ts';
import { resumeTask } from '../../../bot/desk/requests/resume-task.ts';
import { scanSigned } from '../../../bot/desk/requests/scan-signed.ts';
import { signOff } from '../../../bot/desk/requests/sign-off.ts';
import { undoExtension } from '../../../bot/desk/requests/undo-extension.ts';
import { isLocalDate } from '../../../domain/calendar/local-date.ts';
import { acted, route } from '../route.ts';

const partId = z.string().max(200);
const requestId = z.string().max(400).optional();
const reason = z.string().max(500).optional();
const day = z.string().refine(isLocalDate, '日期应写作YYYY-MM-DD');
const taskId = (params: Record<string, string>): string => params['taskId'] ?? '';

/** What units ask for: the sign-off of their supervisor, and the decision on an extension. */
export const requestRoutes = [
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/extension',
    summary: '延期审批: grants, with another day where one is given, or refuses with a reason',
    access: { act: 'decide-extension', on: 'task' },
    body: z.strictObject({ partId, requestId, grant: z.boolean(), dueOn: day.optional(), reason }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await decideExtension(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/extension/undo',
    summary: 'Takes a decision on an extension back, within its minutes',
    access: { act: 'decide-extension', on: 'task' },
    body: z.strictObject({ partId }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await undoExtension(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/sign',
    summary: "审签: a unit's supervisor signs what the unit asks for, or sends it back with a reason",
    access: { act: 'sign-off', on: 'task' },
    body: z.strictObject({ partId, requestId, agree: z.boolean(), reason }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await signOff(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/pause',
    summary: '暂缓至某日: nothing is sent until then, due days move by the working days that were left',
    access: { act: 'pause', on: 'task' },
    body: z.strictObject({ until: day, reason: z.string().max(500) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await pauseTask(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/resume',
    summary: '恢复办理 before the day that was said',
    access: { act: 'pause', on: 'task' },
    body: z.strictObject({ reason: z.string().max(500) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await resumeTask(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/scan',
    summary: "Records the unit's stamped paper in the place of a sign-off",
    access: { act: 'scan-signed', on: 'task' },
    body: z.strictObject({ partId, evidence: z.string().max(500) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await scanSigned(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
];
