import { randomUUID } from 'node:crypto';
import type { PartSlot } from '../domain/supervision/types.ts';

export interface PromptOf {
  entityId: string;
  planId: string;
  clockId: string;
  unitId: string;
  role: string;
  slot: PartSlot;
}

/** The columns of a Prompt that follow from its slot. */
export function promptRow({ entityId, planId, clockId, unitId, role, slot }: PromptOf) {
  return {
    id: randomUUID(),
    planId,
    clockId,
    entityId,
    partId: slot.partId,
    unitId,
    role,
    duty: slot.duty,
    cycle: slot.cycle,
    deadlineSeq: slot.seq,
    rung: slot.rung,
    audience: slot.audience,
    rule: slot.rule,
    slotAt: new Date(slot.at),
    dueAt: new Date(slot.dueAt),
  };
}
