import { CommanderError } from 'commander';
import { asUnavailable } from '../bot/unavailable.ts';
import { RefusedError } from '../domain/refusals.ts';
import { isSetupError, sentenceOf } from '../setup/setup-error.ts';

/** What standard error carries with --json: `{error: Failure}`. */
export interface Failure {
  code: string;
  message: string;
  problems?: { at: string; message: string }[];
}

/** A file or an option that the command can't use. */
export class UsageError extends Error {
  readonly code: string;
  constructor(message: string, code = 'USAGE') {
    super(message);
    this.name = 'UsageError';
    this.code = code;
  }
}

/** Anything thrown, as a code and a sentence without secrets. */
export function failureOf(thrown: unknown): Failure {
  const error = asUnavailable(thrown);
  if (error instanceof RefusedError) {
    const { problems } = error as { problems?: Failure['problems'] };
    return { code: error.refusal.code, message: error.refusal.message, ...(problems ? { problems } : {}) };
  }
  if (error instanceof UsageError) return { code: error.code, message: error.message };
  if (error instanceof CommanderError) return { code: 'USAGE', message: error.message.replace(/^error: /, '') };
  if (isSetupError(error)) return { code: 'NOT_SET_UP', message: sentenceOf(error) };
  return { code: 'INTERNAL', message: sentenceOf(error) };
}
