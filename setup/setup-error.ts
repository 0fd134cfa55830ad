/** An error whose message is the one sentence that the operator reads: what is wrong and what to do. */
export type SetupError = Error & { readonly name: 'SetupError' };

export function setupError(sentence: string): SetupError {
  return Object.assign(new Error(sentence), { name: 'SetupError' as const });
}

export function isSetupError(error: unknown): error is SetupError {
  return error instanceof Error && error.name === 'SetupError';
}

/** A sentence for any error; a secret that slipped into a driver's message is cut out. */
export function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return withoutSecrets(text.split('\n')[0] ?? 'unknown error');
}

export function withoutSecrets(text: string): string {
  return text
    .replace(/(\w+:\/\/[^\s:/@]+):[^\s@]+@/g, '$1:***@')
    .replace(/\b(xox[a-z]|xapp)-[\w-]+/g, '$1-***')
    .replace(/\b\d{6,}:[\w-]{30,}/g, '***');
}
