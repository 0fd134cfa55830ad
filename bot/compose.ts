import { openPrisma } from '../prisma/client.ts';
import { createPlanClock } from '../prisma/clock.ts';
import { lazyClient, type TemporalTarget } from '../temporal/connect.ts';
import { createEntityStarter } from '../temporal/entity-starter.ts';
import { repairEntities, type RepairReport } from '../temporal/repair.ts';
import { chatFetchers, chatPorts, type ChatSettings } from './chat-channels.ts';
import { createChannels } from './channels.ts';
import { createDemoSteps } from './demo/steps.ts';
import { actorOf } from './desk/actor-of.ts';
import { advancePhase } from './desk/advance-phase.ts';
import type { DeskDeps } from './desk/deps.ts';
import { dryRun } from './desk/dry-run.ts';
import { createDeskUpdates } from './desk-updates.ts';
import { bindLinks } from './directory/bind-links.ts';
import { createDispatch } from './dispatch.ts';
import type { EvidenceStore } from './evidence/store/evidence-store.ts';
import { createEvidenceRounds } from './evidence/rounds.ts';
import { createEntityUpdates } from './entity-updates.ts';
import { noFailpoints } from './failpoints.ts';
import { createInbox } from './inbox.ts';
import { sweepProposals } from './proposals-sweep.ts';
import { createRowDone } from './row-done.ts';
import { createScriptedPort } from './scripted/adapter.ts';
import { fireDue } from './scripted/fire-due.ts';
import type { LineKey, ScriptAnswer } from './scripted/types.ts';
import { createUploadFetcher } from './web-inbox/fetch-upload.ts';
import { createWebPort } from './web-inbox/adapter.ts';

/** What comes with Duban and only the roots may import. */
export interface OfficeSeeds {
  scriptAnswer: ScriptAnswer;
  lineKey: LineKey;
  loadDemo: (prisma: DeskDeps['prisma'], now: Date) => Promise<void>;
  demoCoordinatorId: string;
}

export interface OfficeOptions {
  databaseUrl: string;
  temporal: TemporalTarget;
  chat: ChatSettings;
  /** Where files of evidence lie. */
  store: EvidenceStore;
  /** Under which people reach the page. */
  pageUrl?: string;
  seeds: OfficeSeeds;
  log: DeskDeps['log'];
  /** Injected, so that a test’s days don’t depend on the day it runs. */
  realNow?: () => Date;
}

/** Everything that receives and decides, wired once for the bot and the command line. Opens no connection by itself. */
export function composeOffice(options: OfficeOptions) {
  const { databaseUrl, temporal, chat, store, pageUrl, seeds, log, realNow = () => new Date() } = options;
  const prisma = openPrisma({
    databaseUrl,
    onLost: (error) => log('a database connection was lost', { error: error.name }),
  });
  const clock = createPlanClock(prisma, realNow);
  const { client, close } = lazyClient(temporal);
  const entities = createEntityStarter(client, prisma);
  const channels = createChannels([
    createWebPort(),
    createScriptedPort({ prisma, scriptAnswer: seeds.scriptAnswer, lineKey: seeds.lineKey }),
    ...chatPorts(chat, log),
  ]);
  const demo = createDemoSteps({
    prisma,
    clock,
    realNow,
    entities,
    ports: channels,
    log,
    loadDemo: (now) => seeds.loadDemo(prisma, now),
    async answer(clockId, now) {
      await fireDue({ prisma, inbox, realNow }, clockId, now);
      await dispatch.drain();
      await sweepProposals({ prisma, clock, channels });
    },
    async advance(planId) {
      const actor = await actorOf(prisma, seeds.demoCoordinatorId, 'scripted');
      const { hash, gaps } = await dryRun(desk, actor, { planId });
      await advancePhase(desk, actor, {
        planId,
        hash,
        ...(gaps.length > 0 ? { reason: '按方案所定阶段时间推进' } : {}),
      });
    },
  });
  const desk: DeskDeps = {
    prisma,
    clock,
    entities,
    updates: createDeskUpdates(client, prisma),
    demo,
    bindLinks: (code) => bindLinks(prisma, chat, code),
    log,
  };

  const evidence = createEvidenceRounds({
    prisma,
    clock,
    updates: desk.updates,
    channels,
    store,
    fetchers: [createUploadFetcher(prisma, store), ...chatFetchers(chat)],
    realNow,
    log,
  });
  const rowDone = createRowDone();
  const dispatch = createDispatch({
    prisma,
    clock,
    updates: createEntityUpdates(client, prisma),
    desk,
    channels,
    failpoints: noFailpoints,
    log,
    rowDone: rowDone.tell,
    kickSender: entities.kickSender,
    kickEvidence: evidence.kick,
    ...(pageUrl === undefined ? {} : { pageUrl }),
  });
  const inbox = createInbox({ prisma, clock, failpoints: noFailpoints, kick: dispatch.kick });

  return {
    desk,
    prisma,
    clock,
    client,
    channels,
    dispatch,
    evidence,
    store,
    inbox,
    rowDone,
    demo,
    realNow,
    repair: (): Promise<RepairReport> =>
      repairEntities({ prisma, client, entities, sweepInbox: () => dispatch.drain() }),
    async close(): Promise<void> {
      await dispatch.stop();
      await evidence.stop();
      await close();
      await prisma.$disconnect();
    },
  };
}

export type Office = ReturnType<typeof composeOffice>;
