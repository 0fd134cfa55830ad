import { decideDispute } from '../../bot/desk/decide-dispute.ts';
import { dropEscalation, releaseEscalation } from '../../bot/desk/escalations.ts';
import { reassignPart } from '../../bot/desk/reassign-part.ts';
import { decideExtension } from '../../bot/desk/requests/decide-extension.ts';
import { pauseTask } from '../../bot/desk/requests/pause-task.ts';
import { resumeTask } from '../../bot/desk/requests/resume-task.ts';
import { scanSigned } from '../../bot/desk/requests/scan-signed.ts';
import { signOff } from '../../bot/desk/requests/sign-off.ts';
import { undoExtension } from '../../bot/desk/requests/undo-extension.ts';
import type { Act } from './act.ts';
import { office, taskId } from './office-acts.ts';

/** 延期审批: granted for the day that was asked for, or for another one. */
export const grants = (
  no: string,
  unit: string,
  { dueOn, reason, as }: { dueOn?: string; reason?: string; as?: string } = {},
): Act =>
  office(
    `grant ${unit}${no}`,
    async (desk, actor, stage) =>
      decideExtension(desk, actor, { taskId: await taskId(stage, no), unit, grant: true, dueOn, reason }),
    as === undefined ? {} : { as },
  );

/** 审签同意 on the page. */
export const signsOff = (no: string, unit: string, by: { as: string }): Act =>
  office(
    `${by.as} signs for ${unit}${no}`,
    async (desk, actor, stage) => signOff(desk, actor, { taskId: await taskId(stage, no), unit, agree: true }),
    by,
  );

export const declines = (no: string, unit: string, reason: string): Act =>
  office(`decline ${unit}${no}`, async (desk, actor, stage) =>
    decideExtension(desk, actor, { taskId: await taskId(stage, no), unit, grant: false, reason }),
  );

export const takesBack = (no: string, unit: string): Act =>
  office(`undo the decision on ${unit}${no}`, async (desk, actor, stage) =>
    undoExtension(desk, actor, { taskId: await taskId(stage, no), unit }),
  );

export const scans = (no: string, unit: string, evidence: string): Act =>
  office(`stamped scan of ${unit}${no}`, async (desk, actor, stage) =>
    scanSigned(desk, actor, { taskId: await taskId(stage, no), unit, evidence }),
  );

export const pauses = (no: string, until: string, reason: string): Act =>
  office(`pause ${no}`, async (desk, actor, stage) =>
    pauseTask(desk, actor, { taskId: await taskId(stage, no), until, reason }),
  );

export const resumes = (no: string, reason: string): Act =>
  office(`resume ${no}`, async (desk, actor, stage) =>
    resumeTask(desk, actor, { taskId: await taskId(stage, no), reason }),
  );

/** `id`: of the held rung that was seen (`part:duty:cycle:deadline`); absent: the unit's oldest. */
export const releases = (no: string, unit: string, id?: string): Act =>
  office(`release ${unit}${no}`, async (desk, actor, stage) =>
    releaseEscalation(desk, actor, { taskId: await taskId(stage, no), unit, id }),
  );

export const drops = (no: string, unit: string, reason: string): Act =>
  office(`drop ${unit}${no}`, async (desk, actor, stage) =>
    dropEscalation(desk, actor, { taskId: await taskId(stage, no), unit, reason }),
  );

export const reassigns = (no: string, unit: string, toUnit: string, reason: string): Act =>
  office(`reassign ${unit}${no} to ${toUnit}`, async (desk, actor, stage) =>
    reassignPart(desk, actor, { taskId: await taskId(stage, no), unit, toUnit, reason }),
  );

/** 核定职责异议; `toUnit`: upheld, and whose it is. */
export const settlesDispute = (no: string, unit: string, reason: string, toUnit?: string): Act =>
  office(`decide the dispute of ${unit}${no}`, async (desk, actor, stage) =>
    decideDispute(desk, actor, {
      taskId: await taskId(stage, no),
      unit,
      uphold: toUnit !== undefined,
      reason,
      ...(toUnit === undefined ? {} : { toUnit }),
    }),
  );
