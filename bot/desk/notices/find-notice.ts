import { noticeStanding, type NoticeStanding } from '../../../domain/reports/notice-body.ts';
import { NOTICE_NAMES, type NoticeBody, type NoticeKind } from '../../../domain/reports/notice-types.ts';
import type { Act } from '../../../domain/rights.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Notice } from '../../../prisma/generated/client.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan, type FoundPlan } from '../find-plan.ts';
import { refuseRecorded } from '../refuse.ts';

export interface FoundNotice extends FoundPlan {
  notice: Notice;
  kind: NoticeKind;
  name: string;
  body: NoticeBody;
  standing: NoticeStanding;
}

/** The notice that an act is about, once the actor may do it. Refusals are recorded: NOTICE_UNKNOWN, NOT_PERMITTED. */
export async function findNotice(deps: DeskDeps, actor: DeskActor, id: string, act: Act): Promise<FoundNotice> {
  const notice = await deps.prisma.notice.findUnique({ where: { id } });
  if (!notice) return refuseRecorded(deps, actor, null, act, 'NOTICE_UNKNOWN');
  const found = await findPlan(deps, actor, notice.planId, act);
  const kind = notice.kind as NoticeKind;
  return {
    ...found,
    notice,
    kind,
    name: NOTICE_NAMES[kind],
    body: notice.body as unknown as NoticeBody,
    standing: noticeStanding(await stateOf(deps, notice.entityId), notice),
  };
}

export async function stateOf({ prisma }: DeskDeps, entityId: string): Promise<SupervisedState | null> {
  const row = await prisma.checkpoint.findUnique({ where: { entityId }, select: { state: true } });
  return (row?.state ?? null) as unknown as SupervisedState | null;
}
