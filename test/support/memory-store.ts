import type { EvidenceStore } from '../../bot/evidence/store/evidence-store.ts';

/** Files of one test, by their hash. */
export function memoryStore(files = new Map<string, Uint8Array>()): EvidenceStore & { files: Map<string, Uint8Array> } {
  return {
    files,
    put: async (sha256, bytes) => void files.set(sha256, bytes),
    get: async (sha256) => files.get(sha256) ?? null,
    has: async (sha256) => files.has(sha256),
  };
}
