import type { RefusalCode } from '../../../domain/refusals.ts';
import type { FormErrors } from './decode-form.ts';

export interface FormOutcome {
  outcome: 'recorded' | 'proposal' | 'kept' | 'refused' | 'answered';
  code: RefusalCode | null;
  /** What its author was told. */
  sentence: string;
}

/** Which field a refusal is about; the others go under the first. */
const FIELD_OF: Partial<Record<RefusalCode, string>> = {
  REASON_REQUIRED: 'reason',
  OVERRIDE_REASON_REQUIRED: 'reason',
  EXTENSION_LEADERS: 'reason',
  EXTENSION_DATE_REST: 'newDueOn',
  PAUSE_DATE: 'newDueOn',
};

/** A refused submission's sentence under the field that it is about; null: the modal may close. */
export function errorsOf({ outcome, code, sentence }: FormOutcome, blockIds: string[]): FormErrors | null {
  if (outcome !== 'refused') return null;
  const name = code === null ? undefined : (FIELD_OF[code] ?? (code.includes('DATE') ? 'newDueOn' : undefined));
  const block = blockIds.find((id) => id.split('/')[1] === name) ?? blockIds[0];
  return block === undefined ? null : { [block]: sentence };
}
