import { afterAll, beforeAll, beforeEach } from 'vitest';
import { fileUnclaimed } from '../../../bot/desk/file-unclaimed.ts';
import { FileRefused, type FileFetcher } from '../../../bot/evidence/file-fetcher.ts';
import { createEvidenceRounds, type EvidenceRounds } from '../../../bot/evidence/rounds.ts';
import type { FileRef, IncomingMessage } from '../../../domain/chat/port.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { incoming, said, type Said } from './acts.ts';
import { PERSON } from './talk.ts';
import { openWorld, type World } from './world.ts';
import { NOW, PLAN } from './world-seed.ts';

const OFFICE = {
  personId: 'office',
  name: '办公室',
  via: 'page',
  grants: [{ planId: PLAN, role: 'coordinator' }],
  memberships: [],
};

/** A world whose channel has files: what a test puts there is what its messages' files hold. */
export function evidenceWorld() {
  const held: { world?: World; rounds?: EvidenceRounds } = {};
  const provider = new Map<string, Uint8Array>();
  const store = memoryStore();
  const state = { away: false, fetched: [] as string[] };
  const world = (): World => held.world as World;
  const fetcher: FileFetcher = {
    channel: 'web',
    async fetch({ id, name }) {
      state.fetched.push(id);
      if (state.away) throw new TypeError('fetch failed');
      const bytes = provider.get(id);
      if (!bytes) throw new FileRefused('FILE_GONE', { name });
      return { bytes, name, mime: null };
    },
  };
  beforeAll(async () => {
    held.world = await openWorld();
    const { prisma, clock, desk, channels } = held.world;
    held.rounds = createEvidenceRounds({
      prisma,
      clock: { now: async () => clock.now, offsetMs: async () => 0 },
      updates: desk.updates,
      channels,
      store,
      fetchers: [fetcher],
      realNow: () => new Date(),
      log: () => undefined,
    });
  });
  afterAll(() => world().close());
  beforeEach(async () => {
    const { prisma, clock, down } = world();
    clock.now = new Date(clock.now.getTime() + 20 * 60_000);
    down.value = false;
    state.away = false;
    state.fetched.length = 0;
    await prisma.proposal.updateMany({ where: { status: 'open' }, data: { status: 'kept' } });
    await prisma.delivery.updateMany({ where: { closedAt: null }, data: { closedAt: NOW, closedWith: '前一项' } });
    await prisma.evidence.deleteMany({ where: { filedAt: null } });
  });

  const drain = async (): Promise<void> => {
    await world().dispatch.drain();
    await held.rounds?.drain();
  };
  const receive = async (message: IncomingMessage): Promise<Said> => {
    const { inboxId } = await world().inbox.receive(message);
    await drain();
    return said(world(), inboxId);
  };
  /** A file that the provider has. */
  const file = (id: string, name: string, bytes: Uint8Array): FileRef => {
    provider.set(id, bytes);
    return { id, name, mime: null, size: bytes.length };
  };
  const filed = () => world().events.filter(({ kind }) => kind === 'evidenceFiled');
  return {
    world,
    store,
    state,
    drain,
    receive,
    file,
    filed,
    send: (text: string, files: FileRef[], { person = PERSON, ...payload }: { person?: string; album?: string } = {}) =>
      receive(incoming(person, 'web', { kind: 'text', text, payload: { files, ...payload } })),
    press: (buttonId: string | undefined, person = PERSON) =>
      receive(incoming(person, 'web', { kind: 'button', payload: { buttonId } })),
    say: (text: string, person = PERSON) => receive(incoming(person, 'web', { kind: 'text', text })),
    /** 归入任务 by the office; resolves to what it is told. */
    fileIt: (evidenceId: string, taskId = 'task-9') =>
      fileUnclaimed(world().desk, OFFICE, { taskId, evidenceIds: [evidenceId] }).then(({ summary }) => summary, String),
    officeItems: () =>
      world().prisma.officeItem.findMany({ where: { planId: PLAN, kind: 'evidence' }, orderBy: { createdAt: 'asc' } }),
    rowOf: (refId: string) => world().prisma.evidence.findFirstOrThrow({ where: { refId } }),
  };
}
