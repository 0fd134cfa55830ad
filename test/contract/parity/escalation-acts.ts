import { draftNotice } from '../../../bot/desk/notices/draft-notice.ts';
import { dropNotice } from '../../../bot/desk/notices/settle-notice.ts';
import { at, body, office, WHY } from './asked-by-office.ts';
import { COORDINATOR, ESCALATED, given, LEADER, LIAISON, OVERDUE, TASK } from './seed.ts';
import type { ParityAct } from './table.ts';
import type { World } from './ways.ts';

const noticeId = async ({ prisma }: World): Promise<string> => (await prisma.notice.findFirstOrThrow()).id;
const drafted = async (world: World): Promise<void> => {
  await given(OVERDUE)(world);
  await draftNotice(world.desk, await office(world), { taskId: TASK, kind: 'red' });
};
const dropped = async (world: World): Promise<void> => {
  await dropNotice(world.desk, await office(world), { id: await noticeId(world), reason: '事项已另行督办' });
};

/** What goes to somebody above the liaison. */
export const ESCALATION_ACTS: ParityAct[] = [
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
];
