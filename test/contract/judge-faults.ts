import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { Prisma } from '../../prisma/client.ts';
import type { Law } from '../chaos/judge.ts';
import { CLOCK, PLAN } from '../chaos/plan-facts.ts';
import { MESSAGE, REPLY, TASK } from './judge-world-talk.ts';
import type { JudgeWorld } from './judge-world.ts';

const DAY_MS = 86_400_000;
const anyPrompt = ({ prisma }: JudgeWorld) =>
  prisma.prompt.findFirstOrThrow({ where: { status: 'sent' }, orderBy: { id: 'asc' } });
const setPrompt = async (w: JudgeWorld, data: Prisma.PromptUncheckedUpdateInput): Promise<unknown> =>
  w.prisma.prompt.update({ where: { id: (await anyPrompt(w)).id }, data });
const unlocked = async ({ prisma }: JudgeWorld, sql: string): Promise<void> => {
  const [drop, restore] = ['DISABLE', 'ENABLE'].map((word) => `ALTER TABLE "Event" ${word} TRIGGER USER`);
  // oxlint-disable-next-line no-restricted-properties -- plants a fault that the product can't make
  for (const statement of [drop!, sql, restore!]) await prisma.$executeRawUnsafe(statement);
};
const setState = async (
  w: JudgeWorld,
  change: (state: SupervisedState) => SupervisedState,
  alsoLive = true,
): Promise<void> => {
  const { state } = await w.prisma.checkpoint.findUniqueOrThrow({ where: { entityId: TASK } });
  const changed = change(state as unknown as SupervisedState);
  await w.prisma.checkpoint.update({
    where: { entityId: TASK },
    data: { state: changed as unknown as Prisma.InputJsonValue },
  });
  if (alsoLive) w.live.set(TASK, changed);
};

/** Faults planted in a sound world: the law that each breaks, and how. */
export const faults: [law: Law, fault: string, plant: (w: JudgeWorld) => Promise<unknown> | void][] = [
  ['L', 'a rung still being sent', (w) => setPrompt(w, { status: 'sending', settledAt: null })],
  [
    'L',
    'a rung that waits past its due instant',
    async (w) => {
      await setPrompt(w, { status: 'queued', settledAt: null, deliveryId: null });
      w.evidence = { ...w.evidence, now: new Date(w.evidence.now.getTime() + 4 * DAY_MS) };
    },
  ],
  [
    'L',
    'a rung that was recorded and is gone',
    async (w) => w.prisma.prompt.delete({ where: { id: (await anyPrompt(w)).id } }),
  ],
  [
    'L',
    'a slot that came due and was not issued',
    (w) => void (w.evidence = { ...w.evidence, now: new Date(w.evidence.now.getTime() + 30 * DAY_MS) }),
  ],
  ['L', 'a rung marked sent without a message', (w) => setPrompt(w, { deliveryId: null })],
  [
    'L',
    'a rung in a message that does not mention it',
    (w) => void (w.evidence = { ...w.evidence, ledger: [{ ...w.evidence.ledger[0]!, text: 'T02' }] }),
  ],
  ['L', 'a message marked sent that no provider took', (w) => void (w.evidence = { ...w.evidence, ledger: [] })],
  [
    'D',
    'a message taken twice without a kill',
    (w) => void (w.evidence = { ...w.evidence, ledger: [...w.evidence.ledger, w.evidence.ledger[0]!] }),
  ],
  [
    'D',
    'a message taken three times though one kill explains one',
    (w) =>
      void (w.evidence = {
        ...w.evidence,
        ambiguous: [MESSAGE],
        ledger: Array.from({ length: 3 }, () => w.evidence.ledger[0]!),
      }),
  ],
  [
    'D',
    'a taken message that is not on record',
    (w) =>
      void (w.evidence = {
        ...w.evidence,
        ledger: [...w.evidence.ledger, { ...w.evidence.ledger[0]!, deliveryId: 'unknown' }],
      }),
  ],
  [
    'D',
    'a taken message on record as failed',
    (w) => w.prisma.delivery.update({ where: { id: MESSAGE }, data: { status: 'failed' } }),
  ],
  [
    'D',
    'rungs told again under another id',
    async (w) => {
      await w.prisma.delivery.create({
        data: {
          id: 'again',
          planId: PLAN,
          clockId: CLOCK,
          personId: 'p',
          channel: 'slack',
          klass: 'digest',
          status: 'sent',
          message: {},
          planAt: w.evidence.now,
        },
      });
      w.evidence = { ...w.evidence, ledger: [...w.evidence.ledger, { ...w.evidence.ledger[0]!, deliveryId: 'again' }] };
    },
  ],
  [
    'R',
    'an acknowledged answer that is not on record',
    (w) =>
      void (w.evidence = {
        ...w.evidence,
        answers: [...w.evidence.answers, { ...w.evidence.answers[0]!, dedupeKey: 'lost' }],
      }),
  ],
  [
    'R',
    'an answer that was refused',
    (w) => w.prisma.inbox.update({ where: { dedupeKey: REPLY }, data: { outcome: 'refused' } }),
  ],
  [
    'R',
    'an item without its event',
    (w) => unlocked(w, `UPDATE "Event" SET "inboxItemId" = NULL WHERE "inboxItemId" IS NOT NULL`),
  ],
  [
    'R',
    'a state that counted an answer twice',
    (w) =>
      setState(w, (state) => ({
        ...state,
        parts: state.parts.map((part) => ({ ...part, unquantifiedRun: (part.unquantifiedRun ?? 0) * 2 })),
      })),
  ],
  [
    'A',
    'an event that was changed',
    (w) => unlocked(w, `UPDATE "Event" SET "kind" = 'other' WHERE "entityId" = '${TASK}' AND "seq" = 1`),
  ],
  [
    'A',
    'a version without its event',
    (w) =>
      setState(w, (state) => ({ ...state, version: state.version + 1 })).then(() =>
        w.prisma.checkpoint.update({ where: { entityId: TASK }, data: { version: { increment: 1 } } }),
      ),
  ],
  ['P', 'an open inbox row', (w) => w.prisma.inbox.update({ where: { dedupeKey: REPLY }, data: { status: 'open' } })],
  ['P', 'a checkpoint behind its workflow', (w) => setState(w, (state) => ({ ...state, title: '旧名' }), false)],
  [
    'P',
    'a workflow with events that are not on record',
    (w) => {
      const state = w.live.get(TASK)!;
      w.live.set(TASK, {
        ...state,
        pendingEvents: [{ seq: 9, kind: 'x', actor: { id: 'p', name: '某' }, via: 'web', at: '', body: {} }],
      });
    },
  ],
  ['P', 'an entity without a workflow', (w) => void w.live.delete(TASK)],
  [
    'P',
    'a message still being sent',
    (w) => w.prisma.delivery.update({ where: { id: MESSAGE }, data: { status: 'sending' } }),
  ],
  [
    'P',
    'a list that says otherwise than the workflow',
    (w) => w.prisma.plan.update({ where: { id: PLAN }, data: { status: 'closed' } }),
  ],
  [
    'P',
    'a next instant that is not the state’s',
    (w) => w.prisma.checkpoint.update({ where: { entityId: TASK }, data: { nextAt: null } }),
  ],
  [
    'S',
    'a workflow that fails its tasks',
    (w) =>
      void (w.evidence = { ...w.evidence, workflows: { ...w.evidence.workflows, troubles: async () => ['failed'] } }),
  ],
];
