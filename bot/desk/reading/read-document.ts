import { createHash, randomUUID } from 'node:crypto';
import type { PlanReading } from '../../../domain/document/review.ts';
import type { SourceDocument } from '../../../domain/document/types.ts';
import type { Db, Prisma } from '../../../prisma/client.ts';
import { REAL_CLOCK } from '../../../prisma/clock.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import type { PlanReading as ReadingRow } from '../../../prisma/generated/client.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { eventActor, INSTALLATION, refuseRecorded, requireRight } from '../refuse.ts';
import { documentReader, type DocumentReader } from './document-reader.ts';
import { reviewOfRow } from './reading-row.ts';

export interface DocumentRead extends DeskResult {
  readingId: string;
  /** The very same file was read before: what was changed and answered stands. */
  alreadyThere: boolean;
}

/**
 * Reads a published plan and puts it under review. The same bytes are the same review.
 * Throws RefusedError DOCUMENT_REFUSED, NOT_A_PLAN, NOT_PERMITTED; nothing is stored then.
 */
export async function readDocument(
  deps: DeskDeps,
  actor: DeskActor,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
  reader: DocumentReader = documentReader,
): Promise<DocumentRead> {
  await requireRight(deps, actor, 'read-document', null);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await deps.prisma.planReading.findUnique({ where: { sha256 } });
  if (known && known.status !== 'discarded') return again(known);
  const decoded = await reader.decode(bytes, fileName);
  if (!decoded.ok)
    return refuseRecorded(deps, actor, null, 'read-document', 'DOCUMENT_REFUSED', { reason: decoded.reason });
  const source = storable(decoded.source);
  const reading = reader.read(source);
  if (reading.kind === 'not-a-plan')
    return refuseRecorded(deps, actor, null, 'read-document', 'NOT_A_PLAN', { reason: reading.reason });
  return store(deps, actor, { sha256, fileName: storableName(fileName), source, reading });
}

interface NewReading {
  sha256: string;
  fileName: string;
  source: SourceDocument;
  reading: PlanReading;
}

async function store(deps: DeskDeps, actor: DeskActor, given: NewReading): Promise<DocumentRead> {
  const now = await deps.clock.now(REAL_CLOCK);
  return deps.prisma.$transaction(async (tx) => {
    // One at a time: two of the same file would each find none.
    await lockChain(tx, deskChainId(INSTALLATION));
    const known = await tx.planReading.findUnique({ where: { sha256: given.sha256 } });
    if (known && known.status !== 'discarded') return again(known);
    const row = await put(tx, actor, known, given, now);
    const { plan, questions } = given.reading;
    const { sha256, fileName, source } = given;
    await appendDeskEventIn(tx, {
      planId: INSTALLATION,
      kind: known ? 'readingReopened' : 'documentRead',
      actor: eventActor(actor),
      via: actor.via,
      planAt: now,
      body: {
        readingId: row.id,
        sha256,
        fileName,
        format: source.format,
        title: plan.title,
        tasks: plan.tasks.length,
        questions: questions.length,
      },
    });
    return { readingId: row.id, alreadyThere: false, summary: summaryOf(row) };
  });
}

/** A discarded one is opened again as it was left. */
function put(
  tx: Db,
  { personId }: DeskActor,
  known: ReadingRow | null,
  { sha256, fileName, source, reading }: NewReading,
  now: Date,
): Promise<ReadingRow> {
  if (known)
    return tx.planReading.update({
      where: { id: known.id },
      data: { status: 'review', settledBy: null, settledAt: null },
    });
  return tx.planReading.create({
    data: {
      id: randomUUID(),
      sha256,
      fileName,
      format: source.format,
      text: source.text,
      blocks: source.blocks as unknown as Prisma.InputJsonValue,
      reading: reading as unknown as Prisma.InputJsonValue,
      createdBy: personId,
      createdAt: now,
    },
  });
}

const again = (row: ReadingRow): DocumentRead => ({
  readingId: row.id,
  alreadyThere: true,
  summary: row.status === 'imported' ? '该文件此前已读入并导入,未作改动。' : '该文件此前已读入,核对的内容都在。',
});

function summaryOf(row: ReadingRow): string {
  const { facts, questions, open } = reviewOfRow(row);
  const asked = questions.filter(({ state }) => state === 'open').length;
  const must = open.length > 0 ? `,其中${open.length}个须先答复` : '';
  return `已读入《${facts.title}》:任务${facts.tasks.length}项、单位${facts.units.length}个${asked > 0 ? `、待答复的问题${asked}个${must}` : ''}。`;
}

/** PostgreSQL stores neither NUL nor half a character; each is one unit long, so that no place moves. */
const storableText = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed();
const storable = (source: SourceDocument): SourceDocument => ({ ...source, text: storableText(source.text) });
const storableName = (name: string): string => storableText(name).slice(0, 200);
