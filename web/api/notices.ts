import type { Instant } from '../../domain/plan/types.ts';
import type { NoticeBody, NoticeKind, NoticeStatus } from '../../domain/reports/notice-types.ts';

/** GET /api/plans/:planId/notices and /api/tasks/:taskId/notices : newest first. */
export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  /** 红色督办单 and the like. */
  name: string;
  taskId: string;
  partId: string;
  unit: string;
  /** 草稿 已核发 不予印发; a draft whose matter has settled itself says how: 已报送 已办结 已取消. */
  label: string;
  status: NoticeStatus;
  /** False: nothing to decide any more. */
  canRelease: boolean;
  reason: string | null;
  draftedBy: string;
  draftedAt: Instant;
  settledBy: string | null;
  settledAt: Instant | null;
  /** One sentence: what it is about. */
  text: string;
  body: NoticeBody;
}
