import { claim } from '../bot/office-seed.ts';
import { at, body, WHY } from './asked-by-office.ts';
import { COORDINATOR, given, LIAISON, PAUSED, TASK, twoUnits } from './seed.ts';
import type { ParityAct } from './table.ts';

/** What the office does about a task. */
export const TASK_ACTS: ParityAct[] = [
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
];
