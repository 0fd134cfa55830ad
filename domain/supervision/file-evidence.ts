import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { recordAct, type ActBy, type Acted } from './office-act.ts';
import type { SupervisedState } from './types.ts';

/** A file is on record as evidence of one part; its bytes lie in the file store under their hash. */
export interface FileEvidence {
  kind: 'file-evidence';
  partId: string;
  evidenceId: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  /** The message that brought it. */
  inboxId: string;
}

/** On record in the entity's chain; nothing that it owes changes. What was taken away keeps its evidence too. */
export function fileEvidence(
  state: SupervisedState,
  act: FileEvidence,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const { kind: _act, ...body } = act;
  const known = [...state.parts, ...(state.formerParts ?? [])].some(({ id }) => id === act.partId);
  if (!known) return { refused: refusal('PART_UNKNOWN', { unit: act.partId }) };
  return { state: recordAct(state, by, now, 'evidenceFiled', body, []), summary: '佐证已收存' };
}
