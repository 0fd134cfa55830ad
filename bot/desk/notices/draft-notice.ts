import { isDue, mostUrgent } from '../../../domain/reports/notice-body.ts';
import { NOTICE_NAMES, type NoticeKind } from '../../../domain/reports/notice-types.ts';
import { noticeFacts, noticeItemKey, putNotice } from '../../../prisma/draft-notice.ts';
import { appendDeskEventIn } from '../../../prisma/events.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { putOfficeItem } from '../../../prisma/office-items.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPart, type PartAsked } from '../find-part.ts';
import { findRunningTask } from '../find-task.ts';
import { eventActor, refuseRecorded } from '../refuse.ts';
import { deadlineOf } from '../../../domain/supervision/deadline-of.ts';

export interface NoticeAsked extends PartAsked {
  taskId: string;
  kind: NoticeKind;
}

const LIGHTS = { red: '逾期', yellow: '滞后', blue: '临期', green: '正常', grey: '未启动' };

/**
 * 拟督办单 or 通报 by hand, about the unit's most urgent open duty, with the facts as they are. The same matter
 * again is the draft that is there. Throws RefusedError NOTHING_OPEN, NOTICE_NOT_DUE, NOTICE_NOT_SUBORDINATE.
 */
export async function draftNotice(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, kind, ...asked }: NoticeAsked,
): Promise<DeskResult & { noticeId: string }> {
  const found = await findRunningTask(deps, actor, taskId, 'notice');
  const { part, unit } = await findPart(deps, actor, found, asked, 'notice');
  const { row, state, policy, now } = found;
  if (part.relation !== 'subordinate')
    return refuseRecorded(deps, actor, row.id, 'notice', 'NOTICE_NOT_SUBORDINATE', { unit: unit.name });
  const duty = state.status === 'open' && part.completion !== 'accepted' ? mostUrgent(part) : null;
  if (!duty) return refuseRecorded(deps, actor, row.id, 'notice', 'NOTHING_OPEN');
  const sight = { calendar: await loadCalendar(deps.prisma), policy, now };
  const matter = { state, part, duty };
  const body = await noticeFacts(deps.prisma, matter, sight);
  const name = NOTICE_NAMES[kind];
  // Only the receipt is late: a notice is about what is to be reported or completed.
  const standing =
    body.light === 'red' && deadlineOf(duty).redAt > now ? '逾期未签收,报送和办结尚未逾期' : LIGHTS[body.light];
  if (!isDue(kind, body, sight, duty))
    return refuseRecorded(deps, actor, row.id, 'notice', 'NOTICE_NOT_DUE', { light: standing, kind: name });
  const by = eventActor(actor);
  return deps.prisma.$transaction(async (tx) => {
    const { id, made } = await putNotice(tx, { kind, matter, body, by, now });
    if (!made) return { noticeId: id, summary: `此前已拟${name}:${unit.name}` };
    await putOfficeItem(tx, {
      planId: row.id,
      key: noticeItemKey(id),
      kind: kind === 'circular' ? 'circular' : 'notice',
      entityId: state.entityId,
      partId: part.id,
      unitId: part.unitId,
      body: {
        noticeId: id,
        notice: kind,
        duty: duty.kind,
        cycle: duty.cycle,
        dueOn: duty.dueOn,
        unit: unit.name,
        no: state.no,
        title: state.title,
      },
      planAt: new Date(now),
    });
    await appendDeskEventIn(tx, {
      planId: row.id,
      kind: 'noticeDrafted',
      actor: by,
      via: actor.via,
      planAt: new Date(now),
      body: { noticeId: id, notice: kind, entityId: state.entityId, partId: part.id, unit: unit.name },
    });
    return { noticeId: id, summary: `已拟${name}草稿:${unit.name}` };
  });
}
