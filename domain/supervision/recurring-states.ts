import { newSupervisedState } from './new-state.ts';
import type { PartSeed } from './new-part.ts';
import type { PhaseSeed } from './initial-states.ts';
import { recurringParts, type RecurringOf } from './recurring-parts.ts';
import { RECURRING_KINDS } from './recurring-kinds.ts';
import type { SupervisedState } from './types.ts';

/** A state stays small: a duty of all units is in several entities where they are many. */
const PARTS_A_STATE = 25;

/**
 * Printed duties that come back, as entities beside the phase's own: one a kind (and 25 units), ended with the
 * phase. `phase/<plan>/<phase>/<epoch>/annual-summary`, then `…/annual-summary-2`.
 */
export function recurringStates(
  seed: Omit<PhaseSeed, 'duties'>,
  of: Omit<RecurringOf, 'policy' | 'officeUnit'>,
): SupervisedState[] {
  const all = recurringParts({ ...of, policy: seed.policy, officeUnit: seed.officeUnit });
  return RECURRING_KINDS.flatMap((kind) => {
    const parts = all.filter(({ recurs }) => recurs?.kind === kind);
    return Array.from({ length: Math.ceil(parts.length / PARTS_A_STATE) }, (_, at) =>
      recurringState(
        seed,
        `${seed.entityId}/${kind}${at === 0 ? '' : `-${at + 1}`}`,
        parts.slice(at * PARTS_A_STATE, (at + 1) * PARTS_A_STATE),
      ),
    );
  });
}

const recurringState = (
  { planId, clockId, offsetMs, phase, startedAt, policy }: Omit<PhaseSeed, 'duties'>,
  entityId: string,
  parts: Omit<PartSeed, 'id'>[],
): SupervisedState =>
  newSupervisedState({
    kind: 'phase',
    entityId,
    planId,
    clockId,
    offsetMs,
    no: null,
    title: '定期事项',
    dueOn: phase.end,
    keyTask: false,
    optional: false,
    phase,
    parts: parts.map((part, index) => ({ ...part, id: `p${index + 1}` })),
    startedAt,
    policyVersion: policy.version,
  });
