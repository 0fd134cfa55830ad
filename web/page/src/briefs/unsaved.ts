import { storedValue, storeValue } from '../api/stored.ts';
import type { BriefView } from '../../../api.ts';

/** Where words that are being written wait until they are saved, so that a reload keeps them. */
export const editKey = (briefId: string, sentenceId: string): string => `brief.${briefId}.${sentenceId}`;
export const addKey = (briefId: string, section: string): string => `brief.${briefId}.add.${section}`;

function keysOf({ id, sections }: BriefView): string[] {
  return sections.flatMap(({ key, sentences }) => [
    addKey(id, key),
    ...sentences.map((sentence) => editKey(id, sentence.id)),
  ]);
}

/** How many sentences are being written and not saved. */
export function unsavedCount(brief: BriefView): number {
  return keysOf(brief).filter((key) => (storedValue(key) ?? '') !== '').length;
}

export function forgetUnsaved(brief: BriefView): void {
  for (const key of keysOf(brief)) if (storedValue(key) !== null) storeValue(key, null);
}
