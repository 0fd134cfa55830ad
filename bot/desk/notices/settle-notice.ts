import type { NoticeStanding } from '../../../domain/reports/notice-body.ts';
import type { RefusalCode } from '../../../domain/refusals.ts';
import { cutWords } from '../../../domain/supervision/cut-words.ts';
import { MIN_REASON } from '../../../domain/supervision/office-act.ts';
import { noticeItemKey } from '../../../prisma/draft-notice.ts';
import { appendDeskEventIn } from '../../../prisma/events.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { eventActor, refuseRecorded } from '../refuse.ts';
import { findNotice, type FoundNotice } from './find-notice.ts';

const STANDINGS: Record<Exclude<NoticeStanding, 'owed'>, string> = {
  filed: '报送',
  accepted: '办结',
  gone: '取消或不再由该单位承担',
};
const REASON_MAX = 500;

/** 核发: a person's word on a draft whose matter is still owed. Throws RefusedError NOTICE_SETTLED, NOTICE_ANSWERED. */
export async function releaseNotice(deps: DeskDeps, actor: DeskActor, { id }: { id: string }): Promise<DeskResult> {
  const found = await findNotice(deps, actor, id, 'notice');
  if (found.notice.status === 'draft' && found.standing !== 'owed')
    return refuse(deps, actor, found, 'NOTICE_ANSWERED', { standing: STANDINGS[found.standing] });
  return settle(deps, actor, found, 'released', null);
}

/** 不予印发, with a reason; also of a draft whose matter has settled itself. Throws RefusedError REASON_REQUIRED, NOTICE_SETTLED. */
export async function dropNotice(
  deps: DeskDeps,
  actor: DeskActor,
  { id, reason }: { id: string; reason: string },
): Promise<DeskResult> {
  const found = await findNotice(deps, actor, id, 'notice');
  const why = cutWords(reason.trim(), REASON_MAX);
  if (why.length < MIN_REASON) return refuse(deps, actor, found, 'REASON_REQUIRED');
  return settle(deps, actor, found, 'dropped', why);
}

/** Of two who decide at once, the first does; the second is told how it went. */
async function settle(
  deps: DeskDeps,
  actor: DeskActor,
  found: FoundNotice,
  status: 'released' | 'dropped',
  reason: string | null,
): Promise<DeskResult> {
  const { notice, name, body, now } = found;
  const by = eventActor(actor);
  const taken = await deps.prisma.$transaction(async (tx) => {
    const { count } = await tx.notice.updateMany({
      where: { id: notice.id, status: 'draft' },
      data: { status, reason, settledBy: { ...by }, settledAt: new Date(now) },
    });
    if (count === 0) return false;
    await tx.officeItem.updateMany({
      where: { planId: notice.planId, key: noticeItemKey(notice.id), status: 'open' },
      data: { status: 'done', settledAt: new Date(), settledBy: actor.personId },
    });
    await appendDeskEventIn(tx, {
      planId: notice.planId,
      kind: status === 'released' ? 'noticeReleased' : 'noticeDropped',
      actor: by,
      via: actor.via,
      planAt: new Date(now),
      body: {
        noticeId: notice.id,
        notice: notice.kind,
        entityId: notice.entityId,
        partId: notice.partId,
        unit: body.unit,
        ...(reason === null ? {} : { reason }),
      },
    });
    return true;
  });
  if (taken) return { summary: `${status === 'released' ? '已核发' : '不予印发'}${name}:${body.unit}` };
  const known = await deps.prisma.notice.findUniqueOrThrow({ where: { id: notice.id }, select: { status: true } });
  return refuse(deps, actor, found, 'NOTICE_SETTLED', {
    status: known.status === 'released' ? '核发' : '决定不予印发',
  });
}

const refuse = (
  deps: DeskDeps,
  actor: DeskActor,
  { row, name }: FoundNotice,
  code: RefusalCode,
  details: Record<string, string> = {},
): Promise<never> => refuseRecorded(deps, actor, row.id, 'notice', code, { kind: name, ...details });
