/** Files by the hash of their bytes: the same bytes are kept once, whatever they are called. */
export interface EvidenceStore {
  /** Resolves once the bytes would survive a crash. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** null: there is no such file. */
  get(sha256: string): Promise<Uint8Array | null>;
  has(sha256: string): Promise<boolean>;
}

/** Nothing but a hash is ever part of a path. */
export function checkedHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256 in hexadecimal');
  return sha256;
}
