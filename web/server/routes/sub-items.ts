import { z } from 'zod';
import { acceptBreakdown } from '../../../bot/desk/sub-items/accept-breakdown.ts';
import { addSubItem } from '../../../bot/desk/sub-items/add-sub-item.ts';
import { readBreakdown } from '../../../bot/desk/sub-items/read-breakdown.ts';
import { LIMITS } from '../../../documents/limits.ts';
import { SUB_ITEMS_MAX } from '../../../domain/plan/sub-items.ts';
import { acted, route } from '../route.ts';

const unit = z.string().min(1).max(100);
const subItem = z.strictObject({
  title: z.string().max(300),
  lead: z.array(unit).max(50).default([]),
  responsible: z.array(unit).max(50).default([]),
  dueOn: z.string().max(40).nullable().default(null),
});
const taskId = (params: Record<string, string>): string => params['taskId'] ?? '';

/** 分解任务: what a task is broken down into, one by one or out of a file. */
export const subItemRoutes = [
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/sub-items',
    summary: 'Adds a sub-item under a task: a task of its own, due within its parent',
    access: { act: 'break-down', on: 'task' },
    body: subItem,
    run: async ({ deps, viewer, params, body }) => {
      const added = await addSubItem(deps.desk, viewer.actor, { parentId: taskId(params), ...body });
      return { ...acted(added), taskId: added.taskId, no: added.no, alreadyThere: added.alreadyThere };
    },
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/breakdown/read',
    summary: 'Reads a breakdown plan: the file as it is, or a pasted text without a name; nothing is added',
    access: { act: 'break-down', on: 'task' },
    query: z.strictObject({ name: z.string().max(300).optional() }),
    upload: { maxBytes: LIMITS.fileBytes },
    run: ({ deps, viewer, params, query, body }) =>
      readBreakdown(deps.desk, viewer.actor, {
        parentId: taskId(params),
        bytes: body as unknown as Uint8Array,
        fileName: query.name ?? '',
      }),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/breakdown',
    summary: 'Adds what was chosen from a breakdown plan; what is there already stays as it is',
    access: { act: 'break-down', on: 'task' },
    body: z.strictObject({ rows: z.array(subItem).min(1).max(SUB_ITEMS_MAX) }),
    run: async ({ deps, viewer, params, body }) => {
      const made = await acceptBreakdown(deps.desk, viewer.actor, { parentId: taskId(params), ...body });
      return { ...acted(made), added: made.added, there: made.there, refused: made.refused };
    },
  }),
];
