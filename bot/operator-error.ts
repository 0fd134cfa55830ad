/** Trying again can't help: its message is the one sentence for the operator, without a secret in it. */
export type OperatorError = Error & { readonly name: 'OperatorError' };

export const operatorError = (sentence: string): OperatorError =>
  Object.assign(new Error(sentence), { name: 'OperatorError' as const });

export const isOperatorError = (error: unknown): error is OperatorError =>
  error instanceof Error && error.name === 'OperatorError';
