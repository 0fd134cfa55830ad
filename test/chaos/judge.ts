import { senderWorkflowId } from '../../workflows/ids.ts';
import { judgeDuplicates } from './judge/duplicates.ts';
import type { Evidence, Finding } from './judge/evidence.ts';
import { judgeEvents } from './judge/events.ts';
import { judgeProjections } from './judge/projections.ts';
import { judgeReplies } from './judge/replies.ts';
import { judgeRungs } from './judge/rungs.ts';

export type { Evidence, Finding, GivenAnswer, Law } from './judge/evidence.ts';

/** Everything that was lost, doubled or left half done, once quiet. Empty: nothing. */
export async function judge(evidence: Evidence): Promise<Finding[]> {
  return [
    ...(await judgeRungs(evidence)),
    ...(await judgeDuplicates(evidence)),
    ...(await judgeReplies(evidence)),
    ...(await judgeEvents(evidence)),
    ...(await judgeProjections(evidence)),
    ...(await judgeStuck(evidence)),
  ];
}

/** S: no workflow is stuck on a failing task. */
async function judgeStuck({ prisma, planId, clockId, workflows }: Evidence): Promise<Finding[]> {
  const rows = await prisma.checkpoint.findMany({ where: { planId }, select: { entityId: true } });
  const findings: Finding[] = [];
  for (const id of [...rows.map(({ entityId }) => entityId), senderWorkflowId(clockId)]) {
    for (const what of await workflows.troubles(id)) findings.push({ law: 'S', what, where: id });
  }
  return findings;
}
