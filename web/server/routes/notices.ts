import { z } from 'zod';
import { draftNotice } from '../../../bot/desk/notices/draft-notice.ts';
import { noticeList, noticeView } from '../../../bot/desk/notices/notice-list.ts';
import { dropNotice, releaseNotice } from '../../../bot/desk/notices/settle-notice.ts';
import { NOTICE_KINDS } from '../../../domain/reports/notice-types.ts';
import { acted, route } from '../route.ts';

const noticeId = (params: Record<string, string>): string => params['noticeId'] ?? '';

/** 督办单 and 通报: drafts that a person releases or drops. */
export const noticeRoutes = [
  route({
    method: 'get',
    path: '/api/plans/{planId}/notices',
    summary: 'Supervision notices and circulars of a plan, or of one of its tasks, newest first',
    access: { act: 'notice', on: 'plan' },
    query: z.strictObject({ taskId: z.string().max(200).optional() }),
    run: ({ deps, viewer, params, query }) =>
      noticeList(deps.desk, viewer.actor, { planId: params['planId'] ?? '', ...query }),
  }),
  route({
    method: 'get',
    path: '/api/notices/{noticeId}',
    summary: 'One notice with the facts it was drafted from',
    access: { act: 'notice', on: 'notice' },
    run: ({ deps, viewer, params }) => noticeView(deps.desk, viewer.actor, { id: noticeId(params) }),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/notices',
    summary: 'Drafts a notice about a unit of a task',
    access: { act: 'notice', on: 'task' },
    body: z.strictObject({ partId: z.string().max(200), kind: z.enum(NOTICE_KINDS) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await draftNotice(deps.desk, viewer.actor, { taskId: params['taskId'] ?? '', ...body })),
  }),
  route({
    method: 'post',
    path: '/api/notices/{noticeId}/release',
    summary: 'Releases a draft',
    access: { act: 'notice', on: 'notice' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) =>
      acted(await releaseNotice(deps.desk, viewer.actor, { id: noticeId(params) })),
  }),
  route({
    method: 'post',
    path: '/api/notices/{noticeId}/drop',
    summary: 'Drops a draft, with a reason',
    access: { act: 'notice', on: 'notice' },
    body: z.strictObject({ reason: z.string().max(500) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await dropNotice(deps.desk, viewer.actor, { id: noticeId(params), ...body })),
  }),
];
