import { at, WHY } from './asked-by-office.ts';
import { COORDINATOR, PLAN, TASK } from './seed.ts';
import type { ElsewhereAct, ListedAct } from './table.ts';

/** Without words in chat: what it is about is chosen from a list. */
export const LISTED: ListedAct[] = [
  {
    act: '重新发送',
    by: COORDINATOR,
    page: { path: '/deliveries/none/resend', body: () => ({ by: 'again' }) },
    cli: ['resend', 'none'],
    refused: 'DELIVERY_UNKNOWN',
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
    act: '增列分解任务',
    by: COORDINATOR,
    page: { path: at('sub-items'), body: () => ({ title: '制定年度推进计划', lead: ['市无名局'] }) },
    cli: ['task', 'add', '制定年度推进计划', '--under', TASK, '--lead', '市无名局'],
    chat: '/分解任务 第九项',
    says: 'task add',
    refused: 'UNIT_UNKNOWN',
  },
];
