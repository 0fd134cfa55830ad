import { dutyLabel } from '../../../domain/chat/duty-label.ts';
import { itemName } from '../../../domain/chat/item-label.ts';
import { fullDayText } from '../../../domain/chat/local-text.ts';
import { noticeStanding, type NoticeStanding } from '../../../domain/reports/notice-body.ts';
import {
  NOTICE_NAMES,
  type NoticeBody,
  type NoticeKind,
  type NoticeStatus,
} from '../../../domain/reports/notice-types.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Notice } from '../../../prisma/generated/client.ts';
import type { NoticeRow } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { findNotice } from './find-notice.ts';
import { taskEntityId, taskIdOf } from '../../../domain/task-entity.ts';

const STATUSES: Record<NoticeStatus, string> = { draft: '草稿', released: '已核发', dropped: '不予印发' };
const STANDINGS: Record<NoticeStanding, string> = { owed: '', filed: '已报送', accepted: '已办结', gone: '已取消' };

/** Notices of a plan or of one of its tasks, newest first. */
export async function noticeList(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, taskId }: { planId: string; taskId?: string | undefined },
): Promise<NoticeRow[]> {
  await findPlan(deps, actor, planId, 'notice');
  const rows = await deps.prisma.notice.findMany({
    where: { planId, ...(taskId === undefined ? {} : { entityId: taskEntityId(taskId) }) },
    orderBy: [{ planAt: 'desc' }, { id: 'asc' }],
  });
  const states = await deps.prisma.checkpoint.findMany({
    where: { entityId: { in: rows.map(({ entityId }) => entityId) } },
    select: { entityId: true, state: true },
  });
  const byId = new Map(states.map(({ entityId, state }) => [entityId, state as unknown as SupervisedState]));
  return rows.map((row) => noticeRow(row, noticeStanding(byId.get(row.entityId) ?? null, row)));
}

export async function noticeView(deps: DeskDeps, actor: DeskActor, { id }: { id: string }): Promise<NoticeRow> {
  const { notice, standing } = await findNotice(deps, actor, id, 'notice');
  return noticeRow(notice, standing);
}

function noticeRow(row: Notice, standing: NoticeStanding): NoticeRow {
  const body = row.body as unknown as NoticeBody;
  const status = row.status as NoticeStatus;
  const name = NOTICE_NAMES[row.kind as NoticeKind];
  return {
    id: row.id,
    kind: row.kind as NoticeKind,
    name,
    taskId: taskIdOf(row.entityId) ?? '',
    partId: row.partId,
    unit: body.unit,
    label: status === 'draft' && standing !== 'owed' ? STANDINGS[standing] : STATUSES[status],
    status,
    canRelease: status === 'draft' && standing === 'owed',
    reason: row.reason,
    draftedBy: nameOf(row.draftedBy),
    draftedAt: row.planAt.toISOString(),
    settledBy: row.settledBy === null ? null : nameOf(row.settledBy),
    settledAt: row.settledAt?.toISOString() ?? null,
    text: `${name}:${body.unit}${itemName(body.no, body.title, 24)}${dutyLabel(body.duty, body.cycle)}(时限${fullDayText(body.dueOn)}),${body.why}`,
    body,
  };
}

const nameOf = (actor: unknown): string => (actor as { name?: string }).name ?? '';
