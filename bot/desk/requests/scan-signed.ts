import { decideTask } from '../decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPart, type PartAsked } from '../find-part.ts';
import { findRunningTask } from '../find-task.ts';

/** 盖章扫描件: the office records the unit's stamped paper in the place of a sign-off. Throws RefusedError SIGN_NONE, SIGN_OWN, EVIDENCE_REQUIRED. */
export async function scanSigned(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, evidence, ...asked }: { taskId: string; evidence: string } & PartAsked,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'scan-signed');
  const { part, unit } = await findPart(deps, actor, found, asked, 'scan-signed');
  const { summary } = await decideTask(deps, actor, found, { kind: 'scan-signed', partId: part.id, evidence });
  return { summary: `${summary}:${unit.name}` };
}
