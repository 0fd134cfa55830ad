import { z } from 'zod';
import { alikeTasks } from '../../../bot/desk/shared/alike-tasks.ts';
import { linkTasks } from '../../../bot/desk/shared/link-tasks.ts';
import { unlinkTask } from '../../../bot/desk/shared/unlink-task.ts';
import { acted, route } from '../route.ts';

const taskId = (params: Record<string, string>): string => params['taskId'] ?? '';

/** One task in two plans. */
export const sharedTaskRoutes = [
  route({
    method: 'get',
    path: '/api/tasks/{taskId}/alike',
    summary: 'Tasks of other plans that are likely the same one',
    access: { act: 'link-tasks', on: 'task' },
    run: async ({ deps, viewer, params }) => alikeTasks(deps.desk, viewer.actor, { taskId: taskId(params) }),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/link',
    summary: 'Says that a task of another plan is the same one: units are asked once',
    access: { act: 'link-tasks', on: 'task' },
    body: z.strictObject({ otherTaskId: z.string().max(200) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await linkTasks(deps.desk, viewer.actor, { taskId: taskId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/unlink',
    summary: 'The task stands for itself again',
    access: { act: 'link-tasks', on: 'task' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) =>
      acted(await unlinkTask(deps.desk, viewer.actor, { taskId: taskId(params) })),
  }),
];
