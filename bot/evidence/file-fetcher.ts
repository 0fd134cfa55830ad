import type { Channel, FileRef } from '../../domain/chat/port.ts';
import { RefusedError } from '../../domain/refusals.ts';

export interface FetchedFile {
  bytes: Uint8Array;
  name: string;
  mime: string | null;
}

/**
 * Brings one file from its channel, and from no other host than the provider's own or the configured one. Reads at
 * most `limitBytes`. Throws FileRefused for good; anything else is tried again.
 */
export interface FileFetcher {
  readonly channel: Channel;
  fetch(ref: FileRef, limitBytes: number): Promise<FetchedFile>;
}

/** It will never come: FILE_TOO_LARGE, FILE_GONE … with the details that the sentence names (`name`, `limit` in MB). */
export class FileRefused extends RefusedError {}
