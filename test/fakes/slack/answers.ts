export type Arguments = Record<string, unknown>;
export type Answer = { ok: boolean; error?: string } & Record<string, unknown>;

export const no = (error: string, more: object = {}): Answer => ({ ok: false, error, ...more });
export const yes = (more: object): Answer => ({ ok: true, ...more });

/** An argument as text; numbers come as such in JSON bodies. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1';

/** Objects come as JSON text in form bodies. undefined: not readable; null: absent. */
export function parsed(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
