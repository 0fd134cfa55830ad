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
  readonly problems: Failure['problems'];
  constructor(message: string, code = 'USAGE', problems?: Failure['problems']) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
    this.problems = problems;
  }
}

/** Anything thrown, as a code and a sentence without secrets. */
export function failureOf(thrown: unknown): Failure {
  const error = asUnavailable(thrown);
  const { problems } = error as { problems?: Failure['problems'] };
  const listed = problems ? { problems } : {};
  if (error instanceof RefusedError) return { code: error.refusal.code, message: error.refusal.message, ...listed };
  if (error instanceof UsageError) return { code: error.code, message: error.message, ...listed };
  if (error instanceof CommanderError) return { code: 'USAGE', message: error.message.replace(/^error: /, '') };
  if (isSetupError(error)) return { code: 'NOT_SET_UP', message: sentenceOf(error) };
  return { code: 'INTERNAL', message: sentenceOf(error) };
}
