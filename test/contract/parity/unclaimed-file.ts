import { putOfficeItem } from '../../../prisma/office-items.ts';
import { NOW, PLAN } from '../bot/world-seed.ts';
import type { World } from '../bot/world.ts';
import { LIAISON } from './seed.ts';

export const FILE = 'file-1';

/** 李某 sent 现场.jpg without a word of what it proves; it waits on the office's list. `filed`: it was filed there all the same. */
export async function unclaimedFile({ prisma }: World, filed: string | null = null): Promise<void> {
  await prisma.evidence.deleteMany();
  await prisma.evidence.create({
    data: {
      id: FILE,
      inboxId: 'message-1',
      ref: {},
      refId: 'f',
      channel: 'slack',
      personId: LIAISON,
      name: '现场.jpg',
      mime: 'image/jpeg',
      size: 8,
      sha256: 'a'.repeat(64),
      status: filed === null ? 'unassigned' : 'stored',
      planId: PLAN,
      planAt: NOW,
      ...(filed === null ? {} : { entityId: filed, partId: 'task-2-p1', filedAt: NOW }),
    },
  });
  await prisma.$transaction((tx) =>
    putOfficeItem(tx, {
      planId: PLAN,
      key: 'evidence/message-1',
      kind: 'evidence',
      unitId: 'unit-a',
      body: {
        person: '李某',
        unit: '市科技局',
        reason: 'unanswered',
        inboxId: 'message-1',
        files: [{ id: FILE, name: '现场.jpg' }],
      },
      planAt: NOW,
    }),
  );
}
