import { prompt } from '../bot/acts.ts';
import { asked, COORDINATOR, given, LIAISON, PART, REASON, reported, SUPERVISOR, TASK } from './seed.ts';
import type { ParityAct } from './table.ts';
import type { World } from './ways.ts';

const WHY = '此项职责在机构改革后已划转市公安局';

/** What the unit was sent, on the web: a button is the same wherever it is pressed. */
const card =
  (duty: 'receipt' | 'report' | 'completion', part: Parameters<typeof given>[0] = {}) =>
  async (world: World): Promise<void> => {
    await given(part)(world);
    await prompt(world, LIAISON, 'web', [[TASK, duty]]);
  };
const accepted = { completion: 'accepted' as const };

const laterBy =
  (minutes: number) =>
  async ({ clock }: World): Promise<void> => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  };
const reply = (...options: string[]): string[] => ['reply', '--task', TASK, ...options];

/** What a unit says about its part. */
export const UNIT_ACTS: ParityAct[] = [
  {
    act: '签收',
    by: LIAISON,
    given: card('receipt'),
    page: 'inbox',
    cli: reply('--receipt'),
    chat: ['〔签收〕'],
    event: 'receiptGiven',
    refused: { code: 'TASK_CLOSED', given: card('receipt', accepted) },
  },
  {
    act: '职责有异议',
    by: LIAISON,
    given: card('receipt'),
    page: 'inbox',
    cli: reply('--dispute', WHY),
    chat: ['〔职责有异议〕', WHY],
    event: 'dutyDisputed',
    refused: { code: 'REASON_REQUIRED', cli: reply('--dispute', '不是'), chat: ['〔职责有异议〕', '不是'] },
  },
  {
    act: '报送进展',
    by: LIAISON,
    page: 'inbox',
    cli: reply('--text', '第(九)项完成85%', '--confirm'),
    chat: ['第(九)项完成85%', '〔确认登记〕'],
    event: 'reportFiled',
    refused: { code: 'NOT_YOURS', cli: ['reply', '--text', '第(八)项完成85%'], chat: ['第(八)项完成85%'] },
  },
  {
    act: '较上次无变化',
    by: LIAISON,
    given: card('report'),
    page: 'inbox',
    cli: reply('--no-change'),
    chat: ['〔较上次无变化〕'],
    event: 'noChangeReported',
    refused: { code: 'NO_CHANGE_FIRST', given: card('report', { progress: null, lastWords: null }) },
  },
  {
    act: '更正',
    by: LIAISON,
    given: reported,
    page: 'inbox',
    cli: reply('--text', '更正:第(九)项应为60%', '--confirm'),
    chat: ['更正:第(九)项应为60%', '〔确认登记〕'],
    event: 'reportCorrected',
    refused: {
      code: 'NOT_YOURS',
      cli: ['reply', '--text', '更正:第(八)项应为60%'],
      chat: ['更正:第(八)项应为60%'],
    },
  },
  {
    act: '撤回报送',
    by: LIAISON,
    given: reported,
    page: 'inbox',
    cli: ['reply', '--text', '刚才写错了'],
    chat: ['刚才写错了'],
    event: 'replyWithdrawn',
    refused: { code: 'REPLY_STANDS', meanwhile: laterBy(11) },
  },
  {
    act: '申请办结',
    by: LIAISON,
    given: card('report'),
    page: 'inbox',
    cli: reply('--done'),
    chat: ['〔申请办结〕'],
    event: 'completionClaimed',
    refused: { code: 'TASK_CLOSED', given: card('report', accepted) },
  },
  {
    act: '申请延期',
    by: LIAISON,
    page: 'inbox',
    cli: ['task', 'extend', TASK, '--to', '2026-12-21', '--reason', REASON],
    chat: [`第(九)项申请延期至12月21日,因${REASON}`, '〔确认登记〕'],
    event: 'extensionAsked',
    refused: { code: 'EXTENSION_OPEN', given: asked, chat: [`第(九)项申请延期至12月21日,因${REASON}`] },
  },
  {
    act: '审签同意',
    by: SUPERVISOR,
    given: asked,
    page: { path: `/tasks/${TASK}/sign`, body: () => ({ partId: PART, agree: true }) },
    cli: ['task', 'sign', TASK],
    chat: ['/审签 第九项 同意'],
    event: 'signOffGiven',
    refused: { code: 'SIGN_NONE', given: async () => undefined },
  },
  {
    act: '审签退回',
    by: SUPERVISOR,
    given: asked,
    page: { path: `/tasks/${TASK}/sign`, body: () => ({ partId: PART, agree: false, reason: '理由不充分请补充' }) },
    cli: ['task', 'sign', TASK, '--return', '--reason', '理由不充分请补充'],
    chat: ['/审签 第九项 退回 理由不充分请补充'],
    event: 'signOffRefused',
    refused: { code: 'NOT_PERMITTED', by: COORDINATOR },
  },
];
