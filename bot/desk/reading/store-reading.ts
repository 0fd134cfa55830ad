import { randomUUID } from 'node:crypto';
import type { PlanReading } from '../../../domain/document/review.ts';
import type { SourceDocument } from '../../../domain/document/types.ts';
import { canonicalJson } from '../../../prisma/chain-hash.ts';
import type { Db, Prisma } from '../../../prisma/client.ts';
import { REAL_CLOCK } from '../../../prisma/clock.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import type { PlanReading as ReadingRow } from '../../../prisma/generated/client.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { eventActor, INSTALLATION } from '../refuse.ts';
import { marksOf, reviewOfRow } from './reading-row.ts';

export interface DocumentRead extends DeskResult {
  readingId: string;
  /** The very same file was read before; nothing is new, and what was changed and answered stands. */
  alreadyThere: boolean;
}

export interface NewReading {
  /** Of the file's bytes. */
  sha256: string;
  fileName: string;
  source: SourceDocument;
  reading: PlanReading;
}

/** Under review, and somebody has changed or answered something in it. */
export function isTouched(row: ReadingRow): boolean {
  const { edits, answers } = marksOf(row);
  return row.status === 'review' && edits.length + answers.length > 0;
}

export const again = (row: ReadingRow): DocumentRead => ({
  readingId: row.id,
  alreadyThere: true,
  summary: row.status === 'imported' ? '该文件此前已读入并导入,未作改动。' : '该文件此前已读入,核对的内容都在。',
});

/** Puts what was read on record, with its Event, unless the same stands there already. */
export async function storeReading(deps: DeskDeps, actor: DeskActor, given: NewReading): Promise<DocumentRead> {
  const now = await deps.clock.now(REAL_CLOCK);
  const { sha256, fileName, source, reading } = given;
  return deps.prisma.$transaction(async (tx) => {
    // One at a time: two of the same file would each find none.
    await lockChain(tx, deskChainId(INSTALLATION));
    const known = await tx.planReading.findUnique({ where: { sha256 } });
    if (known && stands(known, reading)) return again(known);
    const row = await put(tx, actor, known, given, now);
    await appendDeskEventIn(tx, {
      planId: INSTALLATION,
      kind: known?.status === 'discarded' ? 'readingReopened' : 'documentRead',
      actor: eventActor(actor),
      via: actor.via,
      planAt: now,
      body: {
        readingId: row.id,
        sha256,
        fileName,
        format: source.format,
        title: reading.plan.title,
        tasks: reading.plan.tasks.length,
        questions: reading.questions.length,
      },
    });
    return { readingId: row.id, alreadyThere: false, summary: summaryOf(row) };
  });
}

const stands = (known: ReadingRow, reading: PlanReading): boolean =>
  known.status === 'imported' ||
  isTouched(known) ||
  (known.status === 'review' && canonicalJson(known.reading) === canonicalJson(reading));

/** A discarded one is opened again as it was left. */
function put(
  tx: Db,
  { personId }: DeskActor,
  known: ReadingRow | null,
  { sha256, fileName, source, reading }: NewReading,
  now: Date,
): Promise<ReadingRow> {
  if (known?.status === 'discarded')
    return tx.planReading.update({
      where: { id: known.id },
      data: { status: 'review', settledBy: null, settledAt: null },
    });
  const read = {
    format: source.format,
    text: source.text,
    blocks: source.blocks as unknown as Prisma.InputJsonValue,
    reading: reading as unknown as Prisma.InputJsonValue,
  };
  if (known) return tx.planReading.update({ where: { id: known.id }, data: read });
  return tx.planReading.create({
    data: { id: randomUUID(), sha256, fileName, ...read, createdBy: personId, createdAt: now },
  });
}

function summaryOf(row: ReadingRow): string {
  const { facts, questions, open } = reviewOfRow(row);
  const asked = questions.filter(({ state }) => state === 'open').length;
  const must = open.length > 0 ? `,其中${open.length}个须先答复` : '';
  return `已读入《${facts.title}》:任务${facts.tasks.length}项、单位${facts.units.length}个${asked > 0 ? `、待答复的问题${asked}个${must}` : ''}。`;
}
