import { refusal, type Refusal } from '../refusals.ts';
import type { Part, SupervisedState } from './types.ts';

/** The part that an act is about, or the refusal that names its unit (`unit`; else the part's id). */
export function partOf(
  { parts }: Pick<SupervisedState, 'parts'>,
  partId: string,
  unit: string = partId,
): { part: Part } | { refused: Refusal } {
  const part = parts.find(({ id }) => id === partId);
  return part ? { part } : { refused: refusal('PART_UNKNOWN', { unit }) };
}
