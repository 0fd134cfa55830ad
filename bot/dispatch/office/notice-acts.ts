import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { assertNever } from '../../../domain/assert-never.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import type { Button } from '../../../domain/chat/message.ts';
import type { NoticeRow } from '../../../web/api.ts';
import { draftNotice } from '../../desk/notices/draft-notice.ts';
import { noticeList, noticeView } from '../../desk/notices/notice-list.ts';
import { dropNotice, releaseNotice } from '../../desk/notices/settle-notice.ts';
import { decision, type Decision, type PlanTalk, type RowContext } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, callDesk, saidNo } from './desk-call.ts';
import { deskButton, deskSays, deskWords } from './desk-message.ts';
import { namedTask } from './named-task.ts';

export type NoticeAct = Extract<DeskAct, { do: 'notice' | 'notices' | 'notice-release' | 'notice-drop' }>;

/** More drafts than this don't fit one message with their buttons. */
const SHOWN_MAX = 4;

/** 督办单 and 通报: drafted, listed, released or dropped. */
export async function actOnNotice(context: RowContext, act: NoticeAct): Promise<Decision> {
  switch (act.do) {
    case 'notice':
      return draft(context, act);
    case 'notices':
      return listDrafts(context, act.planId);
    case 'notice-release':
    case 'notice-drop':
      return settle(context, act);
    default:
      return assertNever(act);
  }
}

async function draft(
  context: RowContext,
  { taskId, partId, kind }: Extract<NoticeAct, { do: 'notice' }>,
): Promise<Decision> {
  const { planId } = await namedTask(context, { taskId, partId });
  const asked = await actAtDesk(context, (desk, actor) => draftNotice(desk, actor, { taskId, partId, kind }));
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  const { noticeId, summary } = asked.done;
  const seen = await callDesk(context, (desk, actor) => noticeView(desk, actor, { id: noticeId }));
  if ('refused' in seen) return saidNo(context, planId, seen.refused);
  const talk = await context.talk(planId);
  return decision('recorded', planId, {
    messages: [
      {
        message: answerMessage(
          'done',
          [deskWords(talk).told('', summary), `${seen.done.text}。`],
          talk,
          buttonsOf(seen.done, talk, ''),
        ),
      },
    ],
  });
}

/** 督办单 by itself: what waits for the office's word. */
async function listDrafts(context: RowContext, planId: string): Promise<Decision> {
  const seen = await callDesk(context, (desk, actor) => noticeList(desk, actor, { planId }));
  if ('refused' in seen) return saidNo(context, planId, seen.refused);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const drafts = seen.done.filter(({ status }) => status === 'draft');
  const shown = drafts.slice(0, SHOWN_MAX);
  return deskSays(
    context,
    planId,
    'notices',
    drafts.length === 0
      ? [words.noDrafts]
      : [
          ...shown.map(({ text }, at) => `${at + 1}.${text}`),
          ...(drafts.length > shown.length ? [words.more(drafts.length - shown.length)] : []),
        ],
    shown.flatMap((notice, at) => buttonsOf(notice, talk, shown.length === 1 ? '' : ` ${at + 1}`)),
  );
}

function buttonsOf({ id, status, canRelease }: NoticeRow, talk: PlanTalk, which: string): Button[] {
  const { buttons } = deskWords(talk);
  if (status !== 'draft') return [];
  return [
    ...(canRelease
      ? [deskButton(`${buttons.releaseNotice}${which}`, { do: 'notice-release', noticeId: id }, 'primary')]
      : []),
    deskButton(`${buttons.dropNotice}${which}`, { do: 'notice-drop', noticeId: id, reason: null }),
  ];
}

async function settle(
  context: RowContext,
  act: Extract<NoticeAct, { do: 'notice-release' | 'notice-drop' }>,
): Promise<Decision> {
  const { noticeId: id } = act;
  const notice = await context.deps.prisma.notice.findUnique({ where: { id }, select: { planId: true, body: true } });
  const planId = notice?.planId ?? context.planId;
  const talk = await context.talk(planId);
  const { unit = '' } = (notice?.body ?? {}) as { unit?: string };
  const ask = (): Promise<Decision> =>
    askReason(context, planId, deskWords(talk).reasonForDropNotice(unit), {
      do: 'notice-drop',
      noticeId: id,
      reason: null,
    });
  if (act.do === 'notice-drop' && act.reason === null) return ask();
  const asked = await actAtDesk(context, (desk, actor) =>
    act.do === 'notice-release'
      ? releaseNotice(desk, actor, { id })
      : dropNotice(desk, actor, { id, reason: act.reason ?? '' }),
  );
  if ('refused' in asked)
    return asked.refused.code === 'REASON_REQUIRED' ? ask() : saidNo(context, planId, asked.refused);
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [deskWords(talk).told('', asked.done.summary)], talk) }],
  });
}
