import { claimEvidence } from '../../prisma/queries/claim-evidence.ts';
import type { Evidence } from '../../prisma/generated/client.ts';
import type { PersonPart } from '../directory/person-parts.ts';
import { askPlace } from './ask-place.ts';
import type { EvidenceDeps } from './deps.ts';
import { fetchFile } from './fetch-file.ts';
import { fileWithTask } from './file-with-task.ts';
import { leaveToOffice } from './leave-to-office.ts';
import { placeOf } from './place-of.ts';
import { tellRefused } from './tell-refused.ts';
import { leaveUnanswered } from './unanswered.ts';

export interface EvidenceRounds {
  /** Something may have come or be known now. Never throws, never waits. */
  kick(): void;
  /** Does what can be done now; resolves when nothing is left. */
  drain(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

const SWEEP_MS = 5_000;
const AT_ONCE = 20;
/** A card waits for its author; its confirmation looks at the file again by itself. */
const LOOK_AGAIN_MS = 60_000;
/** A workflow that can't be asked now. */
const RETRY_MS = 15_000;

/** Any number of processes may run one: each file is in one's hands at a time. */
export function createEvidenceRounds(deps: EvidenceDeps): EvidenceRounds {
  let running: Promise<void> | null = null;
  let again = false;
  let sweep: NodeJS.Timeout | null = null;
  let stopped = false;

  async function work(): Promise<void> {
    do {
      again = false;
      for (;;) {
        const ids = stopped ? [] : await claimEvidence(deps.prisma, AT_ONCE);
        if (ids.length === 0) break;
        await advance(deps, ids);
      }
      if (!stopped) await leaveUnanswered(deps);
    } while (again && !stopped);
  }

  function run(): Promise<void> {
    if (running) again = true;
    running ??= work()
      .catch((error: unknown) => deps.log('files are looked at again', { error: String(error) }))
      .finally(() => (running = null));
    return running;
  }

  return {
    kick: () => void run(),
    drain: run,
    start() {
      sweep ??= setInterval(() => void run(), SWEEP_MS);
      void run();
    },
    async stop() {
      stopped = true;
      if (sweep) clearInterval(sweep);
      await running;
    },
  };
}

/** Takes claimed files one step further: into the store, to their task, or to a question or a sentence. */
async function advance(deps: EvidenceDeps, ids: string[]): Promise<void> {
  const find = () =>
    deps.prisma.evidence.findMany({ where: { id: { in: ids } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  for (const row of await find()) if (row.status === 'waiting') await fetchFile(deps, row);
  const rows = await find();
  for (const files of byMessage(rows.filter(({ status, toldAt }) => status === 'refused' && toldAt === null)))
    await tellRefused(deps, files);
  const toAsk: { file: Evidence; among: PersonPart[] }[] = [];
  for (const row of rows.filter(({ status, filedAt }) => status === 'stored' && filedAt === null)) {
    const asked = await settle(deps, row);
    if (asked) toAsk.push({ file: row, among: asked });
  }
  for (const { files, among } of byQuestion(toAsk)) await askPlace(deps, files, among);
}

/** Files with their task where that is known; else who has to be asked among what. */
async function settle(deps: EvidenceDeps, row: Evidence): Promise<PersonPart[] | null> {
  const { prisma } = deps;
  if (row.entityId !== null) {
    await tryFiling(deps, row);
    return null;
  }
  if (row.askedWith !== null) return null;
  const place = await placeOf(prisma, row);
  switch (place.kind) {
    case 'part': {
      const { planId, entityId, part } = place.part;
      const data = { planId, entityId, partId: part.id };
      await prisma.evidence.updateMany({ where: { id: row.id, entityId: null }, data });
      await tryFiling(deps, { ...row, ...data });
      return null;
    }
    case 'wait':
      await lookAgain(deps, row, LOOK_AGAIN_MS);
      return null;
    case 'nobody':
      await leaveToOffice(deps, [row], place.because);
      return null;
    case 'ask':
      return place.among;
  }
}

async function tryFiling(deps: EvidenceDeps, row: Evidence): Promise<void> {
  try {
    await fileWithTask(deps, row);
  } catch (error) {
    deps.log('a file is filed with its task later', { evidenceId: row.id, error: String(error) });
    await lookAgain(deps, row, RETRY_MS);
  }
}

const lookAgain = ({ prisma, realNow }: EvidenceDeps, { id }: Evidence, waitMs: number): Promise<unknown> =>
  prisma.evidence.update({ where: { id }, data: { nextTryAt: new Date(realNow().getTime() + waitMs) } });

const byMessage = (files: Evidence[]): Evidence[][] => [...Map.groupBy(files, ({ inboxId }) => inboxId).values()];

/** Files of one person about which the same is asked share a question. */
const byQuestion = (asked: { file: Evidence; among: PersonPart[] }[]): { files: Evidence[]; among: PersonPart[] }[] =>
  [
    ...Map.groupBy(asked, ({ file, among }) =>
      [file.personId, file.channel, ...among.map(({ entityId, part }) => `${entityId}/${part.id}`)].join(' '),
    ).values(),
  ].map((group) => ({ files: group.map(({ file }) => file), among: group[0]?.among ?? [] }));
