import { createHash } from 'node:crypto';

export interface ChainedFields {
  entityId: string;
  seq: number;
  planId: string;
  kind: string;
  actor: unknown;
  via: string;
  inboxItemId: string | null;
  receivedAt: Date | null;
  recordedAt: Date;
  planAt: Date;
  schemaVersion: number;
  calendarVersion: number;
  ruleVersion: number;
  generation: number;
  version: number;
  body: unknown;
  stateAfter: unknown;
}

export const CHAIN_START = '0'.repeat(64);

/** sha256 over the predecessor's hash and every field of the event, in canonical JSON. */
export function eventHash(prevHash: string, event: ChainedFields): string {
  const { recordedAt, planAt, receivedAt, ...rest } = event;
  const fields = {
    ...rest,
    recordedAt: recordedAt.toISOString(),
    planAt: planAt.toISOString(),
    receivedAt: receivedAt?.toISOString() ?? null,
  };
  return createHash('sha256').update(prevHash).update(canonicalJson(fields)).digest('hex');
}

/** JSON with sorted keys and no absent members: PostgreSQL's jsonb keeps neither order nor undefined. */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
