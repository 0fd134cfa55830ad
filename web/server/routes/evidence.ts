import { z } from 'zod';
import { PREVIEW_MIMES } from '../../../domain/evidence/file-kind.ts';
import { UPLOAD_MAX_BYTES } from '../../../domain/evidence/limits.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { fileUnclaimed } from '../../../bot/desk/file-unclaimed.ts';
import { unclaimedEvidence } from '../../../bot/desk/views/unclaimed-evidence.ts';
import { hashOf } from '../../../bot/evidence/store/hash-of.ts';
import { keepUpload } from '../../../bot/web-inbox/keep-upload.ts';
import type { UploadAnswer } from '../../api.ts';
import { answering } from '../answering.ts';
import { acted, route, type Call } from '../route.ts';

/** The file of a row that was stored, checked against its hash. Throws EVIDENCE_UNKNOWN, EVIDENCE_DAMAGED. */
async function storedFile({ deps, params }: Call): Promise<{ bytes: Uint8Array; name: string; mime: string }> {
  const row = await deps.desk.prisma.evidence.findUnique({ where: { id: params['evidenceId'] ?? '' } });
  if (!row || row.sha256 === null || row.mime === null) throw new RefusedError('EVIDENCE_UNKNOWN');
  const bytes = await deps.store.get(row.sha256);
  if (!bytes || hashOf(bytes) !== row.sha256) throw new RefusedError('EVIDENCE_DAMAGED');
  return { bytes, name: row.name, mime: row.mime };
}

const answer = (bytes: Uint8Array, headers: Record<string, string>): Response =>
  new Response(new Uint8Array(bytes), { headers: { 'content-length': String(bytes.length), ...headers } });

/** A name for browsers of any age: the ending alone in the old form, all of it in the new. */
const attachment = (name: string): string => {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="evidence${ending}"; filename*=UTF-8''${encoded}`;
};

/** 佐证: sent ahead of a message, and opened by right. */
export const evidenceRoutes = [
  route({
    method: 'post',
    path: '/api/inbox/files',
    summary: 'A file ahead of the message that names it',
    access: { act: 'answer', on: 'own-inbox' },
    query: z.strictObject({ name: z.string().min(1).max(300), person: z.string().max(200).optional() }),
    upload: { maxBytes: UPLOAD_MAX_BYTES, tooLarge: 'FILE_TOO_LARGE' },
    async run(call): Promise<UploadAnswer> {
      const { desk, store } = call.deps;
      const { personId, receivedAt: now } = await answering(call, call.query.person);
      const bytes = call.body as unknown as Uint8Array;
      return keepUpload({ ...desk, store }, { personId, name: call.query.name, bytes, now });
    },
  }),
  route({
    method: 'get',
    path: '/api/plans/{planId}/unclaimed',
    summary: '待归佐证: files of which nobody said what they prove',
    access: { act: 'file-evidence', on: 'plan' },
    run: ({ deps, viewer, params }) => unclaimedEvidence(deps.desk, viewer.actor, { planId: params['planId'] ?? '' }),
  }),
  route({
    method: 'post',
    path: '/api/tasks/{taskId}/evidence',
    summary: '归入任务: such files become evidence of a task',
    access: { act: 'file-evidence', on: 'task' },
    body: z.strictObject({
      files: z.array(z.string().max(200)).min(1).max(50),
      unit: z.string().max(100).optional(),
      partId: z.string().max(200).optional(),
    }),
    run: async ({ deps, viewer, params, body: { files, ...asked } }) =>
      acted(
        await fileUnclaimed(deps.desk, viewer.actor, {
          taskId: params['taskId'] ?? '',
          evidenceIds: files,
          ...asked,
        }),
      ),
  }),
  route({
    method: 'get',
    path: '/api/evidence/{evidenceId}',
    summary: 'A file of evidence, to be saved',
    access: { act: 'read-evidence', on: 'evidence' },
    async run(call) {
      const { bytes, name, mime } = await storedFile(call);
      return answer(bytes, { 'content-type': mime, 'content-disposition': attachment(name) });
    },
  }),
  route({
    method: 'get',
    path: '/api/evidence/{evidenceId}/preview',
    summary: 'A picture of evidence, to be shown',
    access: { act: 'read-evidence', on: 'evidence' },
    async run(call) {
      const { bytes, mime } = await storedFile(call);
      if (!PREVIEW_MIMES.includes(mime)) throw new RefusedError('EVIDENCE_UNKNOWN');
      return answer(bytes, { 'content-type': mime, 'content-disposition': 'inline' });
    },
  }),
];
