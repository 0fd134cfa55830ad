import { localOf } from '../domain/calendar/local-time.ts';
import { DEFAULT_ZONE } from '../domain/plan/policy.ts';
import type { NoticeRow } from '../web/api.ts';
import { outcomeLabel, reasonLabel, rungLabel } from '../bot/desk/views/rule-words.ts';
import { columns } from './answer.ts';
import { RANK_NAMES } from './rank-names.ts';

const AUDIENCES: Record<string, string> = { ...RANK_NAMES, office: '办公室' };
const at = (instant: string): string => Object.values(localOf(instant, DEFAULT_ZONE)).join(' ');

/** A notice for a terminal: what it is about, and the facts below it. */
export function noticeText({
  text,
  label,
  reason,
  draftedBy,
  draftedAt,
  settledBy,
  settledAt,
  body,
}: NoticeRow): string {
  const settled =
    settledBy === null ? '' : `;${settledBy} ${at(settledAt ?? '')}${reason === null ? '' : `:${reason}`}`;
  const standing = [
    body.daysLate > 0 ? `逾期${body.daysLate}个工作日` : `距时限${body.daysLeft}个工作日`,
    body.progress === null ? '未报进度' : `进度${body.progress}%`,
    ...(body.blocker === null ? [] : [`问题:${body.blocker}`]),
  ];
  return [
    text,
    `${label};${draftedBy} ${at(draftedAt)}起草${settled}`,
    standing.join(','),
    '提示',
    columns(
      body.prompts.map((one) => [
        `  ${at(one.at)}`,
        rungLabel(one.rung),
        AUDIENCES[one.audience] ?? one.audience,
        outcomeLabel(one.status),
        reasonLabel(one.reason) ?? '',
      ]),
    ),
    '答复',
    ...(body.answers.length === 0
      ? ['  无']
      : body.answers.map((one) => `  ${at(one.at)} ${one.by} ${one.words ?? one.kind}`)),
  ].join('\n');
}
