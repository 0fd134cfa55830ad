import { z } from 'zod';
import type { Address } from './port.ts';

/** A provider's reference of one message. */
export type PartRef = Record<string, unknown>;

const Progress = z.object({ channel: z.string(), externalId: z.string(), parts: z.array(z.looseObject({})) });

/** Delivery.providerRef of a message of which only the first parts have gone, to this address. */
export const partialRef = ({ channel, externalId }: Address, parts: PartRef[]): PartRef => ({
  channel,
  externalId,
  parts,
});

/** The same of a whole message: the reference of its last part, which has the buttons, and of all where there are several. */
export function wholeRef(parts: PartRef[]): PartRef {
  const last = parts[lastOf(parts)] ?? {};
  return parts.length > 1 ? { ...last, parts } : last;
}

/** What is only said beside a message is never its last part. */
const lastOf = (parts: PartRef[]): number => parts.findLastIndex(({ aside }) => aside !== true);

/** What has gone to this address of a message that is still being sent. */
export function partsSent(providerRef: unknown, { channel, externalId }: Address): PartRef[] {
  const { data } = Progress.safeParse(providerRef);
  return data?.channel === channel && data.externalId === externalId ? data.parts : [];
}

/** Of a message that went, wholly or in part: how many parts, and the last one's reference. */
export function lastPart(providerRef: PartRef): { count: number; ref: PartRef } {
  const { parts } = providerRef as { parts?: PartRef[] };
  const at = lastOf(parts ?? []);
  return { count: at < 0 ? 1 : at + 1, ref: parts?.[at] ?? providerRef };
}
