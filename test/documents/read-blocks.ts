import { expect } from 'vitest';
import type { SourceDocument } from '../../domain/document/types.ts';
import { decodeDocument } from '../../documents/decode.ts';

/** Decodes or fails the test; checks that every block lies in the text, one after another. */
export async function decoded(bytes: Uint8Array, name?: string): Promise<SourceDocument> {
  const answer = await decodeDocument(bytes, name);
  if (!answer.ok) return expect.fail(`${answer.code}: ${answer.reason}`);
  let end = 0;
  for (const { span } of answer.source.blocks) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeLessThanOrEqual(answer.source.text.length);
    ({ end } = span);
  }
  return answer.source;
}

export const refusalOf = async (bytes: Uint8Array, name?: string): Promise<string | null> => {
  const answer = await decodeDocument(bytes, name);
  return answer.ok ? null : answer.code;
};

/** The words of each paragraph, and each table as rows of cells. */
export const wordsOf = ({ text, blocks }: SourceDocument): (string | string[][])[] =>
  blocks.map((block) =>
    block.kind === 'paragraph'
      ? text.slice(block.span.start, block.span.end)
      : block.rows.map((row) => row.map(({ start, end }) => text.slice(start, end))),
  );
