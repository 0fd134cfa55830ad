import { dryRun } from '../../../bot/desk/dry-run.ts';
import { draftNotice } from '../../../bot/desk/notices/draft-notice.ts';
import { dropNotice } from '../../../bot/desk/notices/settle-notice.ts';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { claim } from '../bot/office-seed.ts';
import {
  asked,
  COORDINATOR,
  ESCALATED,
  given,
  granted,
  LEADER,
  LIAISON,
  OTHER,
  OVERDUE,
  PART,
  PAUSED,
  PLAN,
  signed,
  TASK,
  twoUnits,
} from './seed.ts';
import type { ElsewhereAct, ParityAct } from './table.ts';
import type { Ways, World } from './ways.ts';

const WHY = '经核对职责分工不作调整';
const at = (path: string) => `/tasks/${TASK}/${path}`;
const body = (rest: object = {}) => ({ partId: PART, ...rest });

const office = (world: World) => actorOf(world.prisma, COORDINATOR, 'cli');
const later = async ({ clock }: World): Promise<void> => {
  clock.now = new Date(clock.now.getTime() + 11 * 60_000);
};
const drafted = async (world: World): Promise<void> => {
  await given(OVERDUE)(world);
  await draftNotice(world.desk, await office(world), { taskId: TASK, kind: 'red' });
};
const noticeId = async ({ prisma }: World): Promise<string> => (await prisma.notice.findFirstOrThrow()).id;
const dropped = async (world: World): Promise<void> => {
  await dropNotice(world.desk, await office(world), { id: await noticeId(world), reason: '事项已另行督办' });
};
const dossier = async (world: World) => dryRun(world.desk, await office(world), { planId: PLAN });
const advanced = async (world: World, ways: Ways): Promise<void> => {
  const { hash } = await dossier(world);
  await ways.cli(COORDINATOR, ['phase', 'advance', PLAN, '--hash', hash, '--reason', WHY]);
};

/** What the office decides about a task. */
export const OFFICE_ACTS: ParityAct[] = [
  {
    act: '催办',
    by: COORDINATOR,
    page: { path: at('nudge'), body: () => body() },
    cli: ['nudge', TASK],
    chat: ['/催办 第九项'],
    event: 'nudged',
    refused: {
      code: 'NUDGE_TOO_SOON',
      given: given({ nudges: 1, nudgeAllowedFrom: '2026-11-26T01:00:00.000Z' }),
    },
  },
  {
    act: '验收',
    by: COORDINATOR,
    given: (world) => claim(world, TASK),
    page: { path: at('accept'), body: () => body() },
    cli: ['task', 'accept', TASK, '--unit', '市科技局'],
    chat: ['/验收 第九项 市科技局'],
    event: 'completionAccepted',
    refused: { code: 'NOTHING_CLAIMED', given: async () => undefined },
  },
  {
    act: '退回补充',
    by: COORDINATOR,
    given: (world) => claim(world, TASK),
    page: { path: at('return'), body: () => body({ reason: '佐证材料不全请补充' }) },
    cli: ['task', 'return', TASK, '--reason', '佐证材料不全请补充'],
    chat: ['/退回 第九项 佐证材料不全请补充'],
    event: 'completionReturned',
    refused: { code: 'NOTHING_CLAIMED', given: async () => undefined },
  },
  {
    act: '同意延期',
    by: COORDINATOR,
    given: signed,
    page: { path: at('extension'), body: () => body({ grant: true }) },
    cli: ['task', 'extension', TASK, '--grant'],
    chat: ['/批复 第九项 同意'],
    event: 'extensionGranted',
    refused: { code: 'SIGN_OFF_MISSING', given: asked },
  },
  {
    act: '延期另定日期',
    by: COORDINATOR,
    given: signed,
    page: { path: at('extension'), body: () => body({ grant: true, dueOn: '2026-12-15' }) },
    cli: ['task', 'extension', TASK, '--grant', '--to', '2026-12-15'],
    chat: ['/批复 第九项 另定12月15日'],
    event: 'extensionGranted',
    refused: {
      code: 'EXTENSION_DATE_REST',
      page: { path: at('extension'), body: () => body({ grant: true, dueOn: '2026-12-20' }) },
      cli: ['task', 'extension', TASK, '--grant', '--to', '2026-12-20'],
      chat: ['/批复 第九项 同意延至12月20日'],
    },
  },
  {
    act: '不同意延期',
    by: COORDINATOR,
    given: signed,
    page: { path: at('extension'), body: () => body({ grant: false, reason: WHY }) },
    cli: ['task', 'extension', TASK, '--refuse', '--reason', WHY],
    chat: [`/批复 第九项 不同意 ${WHY}`],
    event: 'extensionRefused',
    refused: { code: 'EXTENSION_NONE', given: async () => undefined },
  },
  {
    act: '撤回延期批复',
    by: COORDINATOR,
    given: granted,
    page: { path: at('extension/undo'), body: () => body() },
    cli: ['task', 'extension', TASK, '--undo'],
    chat: ['/进度 第九项', '〔撤回批复〕'],
    event: 'extensionUndone',
    refused: { code: 'EXTENSION_UNDO_LATE', meanwhile: later },
  },
  {
    act: '暂缓',
    by: COORDINATOR,
    page: { path: at('pause'), body: () => ({ until: '2026-12-14', reason: WHY }) },
    cli: ['task', 'pause', TASK, '--until', '2026-12-14', '--reason', WHY],
    chat: [`/暂缓 第九项 至12月14日 ${WHY}`],
    event: 'taskPaused',
    refused: { code: 'TASK_PAUSED', given: given({}, { paused: PAUSED }) },
  },
  {
    act: '恢复办理',
    by: COORDINATOR,
    given: given({}, { paused: PAUSED }),
    page: { path: at('resume'), body: () => ({ reason: WHY }) },
    cli: ['task', 'resume', TASK, '--reason', WHY],
    chat: [`/恢复办理 第九项 ${WHY}`],
    event: 'taskResumed',
    refused: { code: 'NOT_PAUSED', given: async () => undefined },
  },
  {
    act: '核定提级提示',
    by: COORDINATOR,
    given: given({}, { escalations: ESCALATED }),
    page: { path: at('escalations/release'), body: () => body() },
    cli: ['escalation', 'release', TASK],
    chat: ['/核定提示 第九项'],
    event: 'escalationReleased',
    refused: { code: 'NOT_PERMITTED', by: LEADER },
  },
  {
    act: '不提示',
    by: COORDINATOR,
    given: given({}, { escalations: ESCALATED }),
    page: { path: at('escalations/drop'), body: () => body({ reason: WHY }) },
    cli: ['escalation', 'hold', TASK, '--reason', WHY],
    chat: [`/不提示 第九项 ${WHY}`],
    event: 'escalationDropped',
    refused: { code: 'NOT_PERMITTED', by: LIAISON },
  },
  {
    act: '起草督办单',
    by: COORDINATOR,
    given: given(OVERDUE),
    page: { path: at('notices'), body: () => body({ kind: 'red' }) },
    cli: ['notice', 'draft', TASK, '--kind', 'red'],
    chat: ['/督办单 第九项 红色'],
    event: 'noticeDrafted',
    on: 'desk',
    refused: {
      code: 'NOTICE_NOT_DUE',
      page: { path: at('notices'), body: () => body({ kind: 'blue' }) },
      cli: ['notice', 'draft', TASK, '--kind', 'blue'],
      chat: ['/督办单 第九项 蓝色'],
    },
  },
  {
    act: '核发督办单',
    by: COORDINATOR,
    given: drafted,
    page: { path: '/notices/{notice}/release', body: () => ({}) },
    cli: async (world) => ['notice', 'release', await noticeId(world)],
    chat: ['/督办单', '〔核发〕'],
    event: 'noticeReleased',
    on: 'desk',
    refused: { code: 'NOTICE_SETTLED', meanwhile: dropped },
  },
  {
    act: '不予印发',
    by: COORDINATOR,
    given: drafted,
    page: { path: '/notices/{notice}/drop', body: () => ({ reason: WHY }) },
    cli: async (world) => ['notice', 'drop', await noticeId(world), '--reason', WHY],
    chat: ['/督办单', '〔不予印发〕', WHY],
    event: 'noticeDropped',
    on: 'desk',
    refused: { code: 'NOTICE_SETTLED', meanwhile: dropped },
  },
  {
    act: '改派',
    by: COORDINATOR,
    page: { path: at('reassign'), body: () => body({ toUnit: '市公安局', reason: WHY }) },
    cli: ['task', 'reassign', TASK, '--to', '市公安局', '--reason', WHY],
    chat: [`/改派 第九项 市公安局 ${WHY}`],
    event: 'partReassigned',
    refused: {
      code: 'PART_HELD',
      page: { path: at('reassign'), body: () => body({ toUnit: '市科技局', reason: WHY }) },
      cli: ['task', 'reassign', TASK, '--to', '市科技局', '--reason', WHY],
      chat: [`/改派 第九项 市科技局 ${WHY}`],
    },
  },
  {
    act: '维持分工',
    by: COORDINATOR,
    given: given({ dispute: { at: '2026-11-20T02:00:00.000Z', by: '李某', reason: '职责已经划转' } }),
    page: { path: at('dispute'), body: () => body({ uphold: false, reason: WHY }) },
    cli: ['task', 'dispute', TASK, '--reject', '--reason', WHY],
    chat: [`/维持分工 第九项 ${WHY}`],
    event: 'disputeDecided',
    refused: { code: 'NO_DISPUTE', given: async () => undefined },
  },
  {
    act: '汇总',
    by: LIAISON,
    given: twoUnits,
    page: { path: at('roll-up'), body: () => ({}) },
    cli: ['task', 'roll-up', TASK, '--confirm'],
    chat: ['/汇总 第九项', '〔确认登记〕'],
    event: 'rollUpConfirmed',
    refused: { code: 'ROLL_UP_ALONE', given: async () => undefined, chat: ['/汇总 第九项'] },
  },
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

/** Not done in chat: it says where. */
export const ELSEWHERE: ElsewhereAct[] = [
  {
    act: '合并单位',
    by: COORDINATOR,
    page: { path: `/plans/${PLAN}/units/merge`, body: () => ({ from: '市科技局', into: '市科技局', reason: WHY }) },
    cli: ['contact', 'merge-units', PLAN, '--from', '市科技局', '--into', '市科技局', '--reason', WHY],
    chat: '/合并单位 市科技局 市公安局',
    says: 'contact merge-units',
    refused: 'UNIT_OWN_MERGE',
  },
  {
    act: '关联任务',
    by: COORDINATOR,
    page: { path: at('link'), body: () => ({ otherTaskId: 'task-2' }) },
    cli: ['task', 'link', TASK, 'task-2'],
    chat: '/关联任务 第九项',
    says: 'task link',
    refused: 'SHARED_SAME_PLAN',
  },
  {
    act: '取消关联',
    by: COORDINATOR,
    page: { path: at('unlink'), body: () => ({}) },
    cli: ['task', 'unlink', TASK],
    chat: '/取消关联 第九项',
    says: 'task unlink',
    refused: 'SHARED_NOT_LINKED',
  },
  {
    act: '指定单位',
    by: COORDINATOR,
    page: { path: at('assign'), body: () => ({ unit: '市无名局', role: 'lead' }) },
    cli: ['task', 'assign', TASK, '--unit', '市无名局'],
    chat: '/指定单位 第九项 市公安局',
    says: 'task assign',
    refused: 'UNIT_UNKNOWN',
  },
  {
    act: '登记扫描件',
    by: COORDINATOR,
    page: { path: at('scan'), body: () => body({ evidence: '审签单扫描件.pdf' }) },
    cli: ['task', 'sign', TASK, '--scan', '审签单扫描件.pdf'],
    chat: '/登记扫描件 第九项',
    says: 'task sign --scan',
    refused: 'SIGN_NONE',
  },
];
