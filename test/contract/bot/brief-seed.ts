import { randomUUID } from 'node:crypto';
import { releasedMessage } from '../../../bot/desk/brief/released-message.ts';
import type { BriefBody, StoredSentence } from '../../../domain/reports/types.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn } from '../../../prisma/events.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
import type { World } from './world.ts';
import { CLOCK, PLAN } from './world-seed.ts';

const sentence = (id: string, text: string, seq: number): StoredSentence => ({
  id,
  text,
  said: null,
  taskId: null,
  sources: [{ entityId: `desk/${PLAN}`, seq }],
  derivedText: null,
  dropped: false,
  about: [],
});

/** A released brief of the plan that stands on one event of the desk's chain. `long`: its 变化 fill several messages. */
export async function releasedBrief({ prisma }: World, { no = 7, long = false } = {}): Promise<string> {
  await prisma.$transaction((tx) =>
    appendDeskEventIn(tx, {
      planId: PLAN,
      kind: 'itemSettled',
      actor: { id: 'office', name: '陈某' },
      via: 'page',
      planAt: new Date('2026-11-20T02:12:00.000Z'),
      body: { words: '已与市财政局对接' },
    }),
  );
  const { seq } = await prisma.event.findFirstOrThrow({
    where: { entityId: `desk/${PLAN}` },
    orderBy: { seq: 'desc' },
  });
  const changes = Array.from({ length: long ? 90 : 1 }, (_, n) =>
    sentence(`changes/${n}`, `第${n + 1}项${'进度由40%提高到60%,'.repeat(3)}预计12月8日完成。`, seq),
  );
  const body: BriefBody = {
    counts: { total: 3, onTrack: 3, dueSoon: 0, behind: 0, overdue: 0, notStarted: 0, done: 0 },
    sections: [
      { key: 'overall', sentences: [sentence('overall/counts', '3项,正常3。', seq)] },
      { key: 'changes', sentences: changes },
    ],
  };
  const cutoff = new Date('2026-11-20T09:30:00.000Z');
  const brief = await prisma.brief.create({
    data: {
      id: randomUUID(),
      planId: PLAN,
      no,
      status: 'released',
      cutoff,
      derived: {},
      body: body as unknown as Prisma.InputJsonValue,
      createdBy: 'office',
      releasedBy: 'office',
      releasedAt: cutoff,
    },
  });
  return brief.id;
}

/** Message 8 as a release queues it; ids of its buttons by label. */
export async function sentBrief(
  { prisma, clock }: World,
  briefId: string,
  personId: string,
): Promise<Record<string, string>> {
  const brief = await prisma.brief.findUniqueOrThrow({ where: { id: briefId } });
  const message = releasedMessage(brief, {
    planTitle: '某市知识产权试点工作方案',
    office: '市试点办',
    zone: 'Asia/Shanghai',
  });
  const { buttons } = await insertDelivery(prisma, {
    planId: PLAN,
    clockId: CLOCK,
    personId,
    channel: 'web',
    planAt: clock.now,
    message,
    status: 'queued',
  });
  return Object.fromEntries(buttons.map(({ label, id }) => [label, id]));
}
