import { randomUUID } from 'node:crypto';
import type { NoticeAnswer, NoticeBody, NoticeKind, NoticePrompt } from '../domain/reports/notice-types.ts';
import { noticeBody, noticeKey } from '../domain/reports/notice-body.ts';
import { cutWords } from '../domain/supervision/cut-words.ts';
import type { Sight } from '../domain/supervision/part-light.ts';
import type { Actor, Duty, Part, SupervisedState } from '../domain/supervision/types.ts';
import type { Db, Prisma } from './client.ts';
import { taskIdOf } from '../domain/task-entity.ts';

export interface NoticeMatter {
  state: SupervisedState;
  part: Part;
  duty: Duty;
}

/** Facts kept of what was sent and answered; the task's story has all. */
const KEPT = 30;
const WORDS_KEPT = 500;

/** The facts of a notice about this duty as the tables have them. */
export async function noticeFacts(db: Db, { state, part, duty }: NoticeMatter, sight: Sight): Promise<NoticeBody> {
  const { entityId, planId } = state;
  const [plan, unit, task, prompts, answers] = await Promise.all([
    db.plan.findUniqueOrThrow({ where: { id: planId }, select: { title: true } }),
    db.unit.findUnique({ where: { id: part.unitId }, select: { name: true } }),
    db.task.findUnique({ where: { id: taskIdOf(entityId) ?? '' }, select: { section: true } }),
    sentAbout(db, entityId, part, duty),
    answersSince(db, entityId, part, duty),
  ]);
  const known = { planTitle: plan.title, section: task?.section ?? null, unit: unit?.name ?? '', prompts, answers };
  return noticeBody({ state, part, duty, ...known }, sight);
}

/** Drafts it once: the same matter again is the draft (or its outcome) that is there. */
export async function putNotice(
  db: Db,
  { kind, matter, body, by, now }: { kind: NoticeKind; matter: NoticeMatter; body: NoticeBody; by: Actor; now: string },
): Promise<{ id: string; made: boolean }> {
  const { state, part, duty } = matter;
  const { planId, entityId } = state;
  const key = noticeKey(kind, entityId, part.id, duty);
  const id = randomUUID();
  const { count } = await db.notice.createMany({
    data: {
      id,
      planId,
      key,
      kind,
      entityId,
      partId: part.id,
      unitId: part.unitId,
      duty: duty.kind,
      cycle: duty.cycle,
      body: body as unknown as Prisma.InputJsonValue,
      draftedBy: { ...by },
      planAt: new Date(now),
    },
    skipDuplicates: true,
  });
  if (count > 0) return { id, made: true };
  const known = await db.notice.findUniqueOrThrow({ where: { planId_key: { planId, key } }, select: { id: true } });
  return { id: known.id, made: false };
}

async function sentAbout(db: Db, entityId: string, part: Part, duty: Duty): Promise<NoticePrompt[]> {
  const rows = await db.prompt.findMany({
    where: {
      entityId,
      partId: part.id,
      duty: duty.kind,
      cycle: duty.cycle,
      rung: { not: 'o10' },
      OR: [{ status: { in: ['sent', 'merged'] } }, { audience: 'supervisor' }],
    },
    orderBy: { slotAt: 'desc' },
    take: KEPT,
    select: { slotAt: true, settledAt: true, rung: true, audience: true, status: true, reason: true },
  });
  return rows
    .toReversed()
    .map(({ slotAt, settledAt, ...rest }) => ({ at: (settledAt ?? slotAt).toISOString(), ...rest }));
}

async function answersSince(db: Db, entityId: string, part: Part, duty: Duty): Promise<NoticeAnswer[]> {
  const rows = await db.event.findMany({
    where: {
      entityId,
      inboxItemId: { not: null },
      receivedAt: { gte: new Date(duty.openFrom) },
      body: { path: ['partId'], equals: part.id },
    },
    orderBy: { seq: 'desc' },
    take: KEPT,
    select: { kind: true, actor: true, receivedAt: true, planAt: true, body: true },
  });
  return rows.toReversed().map(({ kind, actor, receivedAt, planAt, body }) => {
    const { words } = body as { words?: unknown };
    return {
      at: (receivedAt ?? planAt).toISOString(),
      by: (actor as { name?: string }).name ?? '',
      kind,
      words: typeof words === 'string' && words !== '' ? cutWords(words, WORDS_KEPT) : null,
    };
  });
}

/** Key of the office's item about a draft. */
export const noticeItemKey = (noticeId: string): string => `notice/${noticeId}`;
