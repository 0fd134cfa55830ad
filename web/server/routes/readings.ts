import { z } from 'zod';
import { LIMITS } from '../../../documents/limits.ts';
import { answerQuestion } from '../../../bot/desk/reading/answer-question.ts';
import { discardReading } from '../../../bot/desk/reading/discard-reading.ts';
import { editReading } from '../../../bot/desk/reading/edit-reading.ts';
import { importReading } from '../../../bot/desk/reading/import-reading.ts';
import { readDocument } from '../../../bot/desk/reading/read-document.ts';
import { readingList } from '../../../bot/desk/reading/reading-list.ts';
import { readingView } from '../../../bot/desk/reading/reading-view.ts';
import { acted, route } from '../route.ts';

const path = z.string().max(300);
const questionId = z.string().max(300);
/** Whether it fits its place is the act's to say; this only keeps out what can't be stored. */
const value = z
  .unknown()
  .refine((given) => given !== undefined, { error: '缺少这个字段' })
  .refine(storable, { error: '含有无法保存的字符' });

function storable(given: unknown): boolean {
  const text = JSON.stringify(given) ?? '';
  return !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text);
}

const place = z.int().min(0);
const anchor = z.strictObject({ start: place, end: place }).optional();
const change = z.union([
  z.strictObject({ path, now: value, anchor }),
  z.strictObject({ undo: path }),
  z.strictObject({ undoAct: place }),
]);
const answer = z.discriminatedUnion('kind', [
  z.strictObject({ questionId, kind: z.enum(['accept', 'keep']) }),
  z.strictObject({ questionId, kind: z.literal('value'), value }),
]);

const readingId = (params: Record<string, string>): string => params['readingId'] ?? '';

/** 读入方案: a document read, reviewed and imported. */
export const readingRoutes = [
  route({
    method: 'get',
    path: '/api/readings',
    summary: 'What was read, newest first',
    access: { act: 'review-reading', on: 'installation' },
    run: ({ deps, viewer }) => readingList(deps.desk, viewer.actor),
  }),
  route({
    method: 'post',
    path: '/api/readings',
    summary: 'Reads a document: the file as it is, or a pasted text without a name',
    access: { act: 'read-document', on: 'installation' },
    query: z.strictObject({ name: z.string().max(300).optional() }),
    upload: { maxBytes: LIMITS.fileBytes },
    async run({ deps, viewer, query, body }) {
      const read = await readDocument(deps.desk, viewer.actor, {
        bytes: body as unknown as Uint8Array,
        fileName: query.name ?? '',
      });
      return { ...acted(read), readingId: read.readingId };
    },
  }),
  route({
    method: 'get',
    path: '/api/readings/{readingId}',
    summary: 'Text and draft with anchors, questions and changes',
    access: { act: 'review-reading', on: 'installation' },
    run: ({ deps, viewer, params }) => readingView(deps.desk, viewer.actor, { readingId: readingId(params) }),
  }),
  route({
    method: 'post',
    path: '/api/readings/{readingId}/edit',
    summary: 'Changes places of the draft, or takes their changes back',
    access: { act: 'review-reading', on: 'installation' },
    body: z.strictObject({ changes: z.array(change).min(1).max(2_000) }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await editReading(deps.desk, viewer.actor, { readingId: readingId(params), changes: body.changes })),
  }),
  route({
    method: 'post',
    path: '/api/readings/{readingId}/answer',
    summary: 'Answers questions, or takes answers back',
    access: { act: 'review-reading', on: 'installation' },
    body: z.strictObject({
      answers: z.array(answer).max(2_000).optional(),
      withdraw: z.array(questionId).max(2_000).optional(),
    }),
    run: async ({ deps, viewer, params, body }) =>
      acted(await answerQuestion(deps.desk, viewer.actor, { readingId: readingId(params), ...body })),
  }),
  route({
    method: 'post',
    path: '/api/readings/{readingId}/import',
    summary: 'Imports what was seen, by its hash, once nothing that matters is open',
    access: { act: 'import', on: 'installation' },
    body: z.strictObject({ hash: z.string().max(200) }),
    async run({ deps, viewer, params, body }) {
      const imported = await importReading(deps.desk, viewer.actor, { readingId: readingId(params), ...body });
      return { ...acted(imported), planId: imported.planId };
    },
  }),
  route({
    method: 'post',
    path: '/api/readings/{readingId}/discard',
    summary: 'Puts a reading away; reading the same file again opens it again',
    access: { act: 'review-reading', on: 'installation' },
    body: z.strictObject({}),
    run: async ({ deps, viewer, params }) =>
      acted(await discardReading(deps.desk, viewer.actor, { readingId: readingId(params) })),
  }),
];
