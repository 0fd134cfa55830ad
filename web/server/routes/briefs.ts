import { z } from 'zod';
import { briefList } from '../../../bot/desk/brief/brief-list.ts';
import { briefView } from '../../../bot/desk/brief/brief-view.ts';
import { draftBrief } from '../../../bot/desk/brief/draft-brief.ts';
import { editBriefAct } from '../../../bot/desk/brief/edit-brief.ts';
import { giveDirective } from '../../../bot/desk/brief/give-directive.ts';
import { briefSources } from '../../../bot/desk/brief/open-sources.ts';
import { releaseBrief } from '../../../bot/desk/brief/release-brief.ts';
import { BRIEF_SECTIONS } from '../../../domain/reports/types.ts';
import { acted, route } from '../route.ts';

const sentenceId = z.string().max(300);
/** The act itself says how long a sentence may be; this only bounds what is read. */
const text = z
  .string()
  .max(5_000)
  // PostgreSQL's jsonb takes neither.
  .refine((words) => words.isWellFormed() && !words.includes('\u0000'), { error: '文字中有无法保存的字符' });
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reword'), id: sentenceId, text }),
  z.strictObject({ kind: z.literal('drop'), id: sentenceId }),
  z.strictObject({ kind: z.literal('restore'), id: sentenceId }),
  z.strictObject({ kind: z.literal('add'), section: z.enum(BRIEF_SECTIONS), text }),
]);

const briefId = (params: Record<string, string>): string => params['briefId'] ?? '';

/** 简报: read, drafted, edited, released, and what a leader says to it. */
export const briefRoutes = [
  route({
    method: 'get',
    path: '/api/plans/{planId}/briefs',
    summary: 'Briefs of a plan, newest first',
    access: { act: 'read-brief', on: 'plan' },
    run: ({ deps, viewer, params }) => briefList(deps.desk, viewer.actor, { planId: params['planId'] ?? '' }),
  }),
  route({
    method: 'post',
    path: '/api/plans/{planId}/briefs',
    summary: 'Drafts the next brief from the state; an unreleased one is drafted again',
    access: { act: 'draft-brief', on: 'plan' },
    body: z.strictObject({}),
    async run({ deps, viewer, params }) {
      const drafted = await draftBrief(deps.desk, viewer.actor, { planId: params['planId'] ?? '' });
      return { ...acted(drafted), briefId: drafted.briefId };
    },
  }),
  route({
    method: 'get',
    path: '/api/briefs/{briefId}',
    summary: 'One brief whole, with its Markdown',
    access: { act: 'read-brief', on: 'brief' },
    run: ({ deps, viewer, params }) => briefView(deps.desk, viewer.actor, { briefId: briefId(params) }),
  }),
  route({
    method: 'get',
    path: '/api/briefs/{briefId}/sources',
    summary: 'What a sentence stands on: words, who, when, place in the chain and hash',
    access: { act: 'read-brief', on: 'brief' },
    query: z.strictObject({ sentence: sentenceId.optional() }),
    run: ({ deps, viewer, params, query }) =>
      briefSources(deps.desk, viewer.actor, { briefId: briefId(params), sentenceId: query.sentence }),
  }),
  route({
    method: 'post',
    path: '/api/briefs/{briefId}/edit',
    summary: 'Changes words, strikes or restores a sentence, adds one by hand',
    access: { act: 'draft-brief', on: 'brief' },
    body: z.strictObject({ changes: z.array(change).min(1).max(100) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await editBriefAct(deps.desk, viewer.actor, { briefId: briefId(params), changes: body.changes })),
  }),
  route({
    method: 'post',
    path: '/api/briefs/{briefId}/release',
    summary: '核发, by the hash of what was read',
    access: { act: 'release-brief', on: 'brief' },
    body: z.strictObject({ hash: z.string().max(200) }),
    async run({ deps, viewer, params, body }) {
      const released = await releaseBrief(deps.desk, viewer.actor, { briefId: briefId(params), ...body });
      return { ...acted(released), briefId: released.briefId };
    },
  }),
  route({
    method: 'post',
    path: '/api/briefs/{briefId}/directive',
    summary: '作出批示: a draft task for the coordinator',
    access: { act: 'direct', on: 'brief' },
    body: z.strictObject({ words: text, sentenceId: sentenceId.optional() }),
    async run({ deps, viewer, params, body }) {
      const given = await giveDirective(deps.desk, viewer.actor, { briefId: briefId(params), ...body });
      return { ...acted(given), itemId: given.itemId };
    },
  }),
];
