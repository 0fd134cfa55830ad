import type { Policy } from '../plan/policy.ts';

/** Where a policy of before says nothing. */
const MEGABYTES_DEFAULT = 20;

/** Files of one message that are kept. */
export const FILES_A_MESSAGE = 10;

/** One upload through the page can't be larger, whatever a plan allows. */
export const UPLOAD_MAX_BYTES = 50 * 1024 * 1024;

export const megabytesOf = ({ values }: Policy): number => values.evidenceMaxMegabytes ?? MEGABYTES_DEFAULT;

export const limitBytesOf = (policy: Policy): number => Math.min(megabytesOf(policy) * 1024 * 1024, UPLOAD_MAX_BYTES);
