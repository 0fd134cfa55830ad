import { dryRun } from '../../../bot/desk/dry-run.ts';
import { bindAccount } from '../../../bot/directory/bind-account.ts';
import { office, WHY } from './asked-by-office.ts';
import { COORDINATOR, LEADER, LIAISON, OTHER, PLAN } from './seed.ts';
import type { ParityAct } from './table.ts';
import type { Ways, World } from './ways.ts';

const dossier = async (world: World) => dryRun(world.desk, await office(world), { planId: PLAN });
const advanced = async (world: World, ways: Ways): Promise<void> => {
  const { hash } = await dossier(world);
  await ways.cli(COORDINATOR, ['phase', 'advance', PLAN, '--hash', hash, '--reason', WHY]);
};

/** Phases of a plan and the people of its units. */
export const PLAN_ACTS: ParityAct[] = [
  {
    act: '外出由他人代',
    by: LIAISON,
    page: 'inbox',
    cli: ['contact', 'leave', PLAN, LIAISON, '--until', '2026-11-30', '--stand-in', '赵某'],
    chat: ['外出至11月30日,由赵某代'],
    event: 'leaveRegistered',
    on: 'desk',
    refused: {
      code: 'STAND_IN_OTHER_UNIT',
      cli: ['contact', 'leave', PLAN, LIAISON, '--until', '2026-11-30', '--stand-in', '王某'],
      chat: ['外出至11月30日,由王某代'],
    },
  },
  {
    act: '推进阶段',
    by: COORDINATOR,
    page: {
      path: `/plans/${PLAN}/advance`,
      body: async (world) => ({ hash: (await dossier(world)).hash, reason: WHY }),
    },
    cli: async (world) => ['phase', 'advance', PLAN, '--hash', (await dossier(world)).hash, '--reason', WHY],
    chat: ['/推进', '〔确认推进〕', WHY],
    event: 'phaseAdvancing',
    on: 'plan',
    refused: {
      code: 'NOT_PERMITTED',
      by: LEADER,
      page: { path: `/plans/${PLAN}/advance`, body: () => ({ hash: 'x' }) },
      cli: ['phase', 'advance', PLAN, '--hash', 'x'],
      chat: ['/推进'],
    },
  },
  {
    act: '撤回阶段转换',
    by: COORDINATOR,
    given: advanced,
    page: { path: `/plans/${PLAN}/undo`, body: () => ({}) },
    cli: ['phase', 'undo', PLAN],
    chat: ['/撤回'],
    event: 'phaseAdvanceUndone',
    on: 'plan',
    refused: { code: 'NOTHING_TO_UNDO', given: async () => undefined },
  },
  {
    act: '发放绑定码',
    by: COORDINATOR,
    page: { path: `/contacts/${LIAISON}/code`, body: () => ({}) },
    cli: ['contact', 'bind', LIAISON],
    chat: ['/绑定 李某'],
    event: 'codeIssued',
    on: 'desk',
    refused: { code: 'NOT_PERMITTED', by: LEADER },
  },
  {
    act: '解除绑定',
    by: COORDINATOR,
    given: async ({ prisma }) => {
      await prisma.account.deleteMany({ where: { personId: OTHER } });
      await bindAccount(prisma, { channel: 'telegram', team: '', externalId: 'parity-other' }, OTHER);
    },
    page: { path: `/plans/${PLAN}/contacts/${OTHER}/unbind`, body: () => ({}) },
    cli: ['contact', 'unbind', PLAN, OTHER],
    chat: ['/解除绑定 王某'],
    event: 'contactUnbound',
    on: 'desk',
    refused: { code: 'NOT_PERMITTED', by: LEADER },
  },
  // Last, for what is handed over ends the sessions of whoever had it.
  {
    act: '移交联络工作',
    by: COORDINATOR,
    page: { path: `/plans/${PLAN}/contacts/${LIAISON}/hand-over`, body: () => ({ to: '赵某' }) },
    cli: ['contact', 'hand-over', PLAN, '--from', LIAISON, '--to', '赵某'],
    chat: ['/移交 李某 赵某'],
    event: 'contactHandedOver',
    on: 'desk',
    refused: {
      code: 'HANDOVER_OTHER_UNIT',
      page: { path: `/plans/${PLAN}/contacts/${LIAISON}/hand-over`, body: () => ({ to: OTHER }) },
      cli: ['contact', 'hand-over', PLAN, '--from', LIAISON, '--to', OTHER],
      chat: [`/移交 李某 ${OTHER}`],
    },
  },
];
