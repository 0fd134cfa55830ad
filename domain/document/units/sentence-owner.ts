import type { Span } from '../types.ts';
import { isUnitName } from './unit-name.ts';

const LEADS = /由([^,。;、()\n]{2,16})(?:牵头|负责|会同|组织|承担)/g;
const SHOULD = /(?:^|[。;\n])([^,。;、()\n]{2,14}?)(?=要|应|须|需|会同|负责)/g;

/** An organ that a sentence of the task says shall act; proposed, never taken. */
export function sentenceOwner(simplified: string, { start, end }: Span): Span | null {
  const text = simplified.slice(start, end);
  for (const form of [LEADS, SHOULD])
    for (const found of text.matchAll(form)) {
      const name = found[1] ?? '';
      if (!isUnitName(name) || !/(?:局|委|办|部|厅|院|会|政府|中心|办公室)$/.test(name)) continue;
      const at = start + found.index + found[0].indexOf(name);
      return { start: at, end: at + name.length };
    }
  return null;
}
