import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanJson, cleanText, TEXT_MAX_BYTES } from '../../bot/clean-input.ts';

describe('text as PostgreSQL takes it', () => {
  it('leaves good text alone', () => {
    expect(cleanText('完成85%😀')).toEqual({ text: '完成85%😀', note: null });
  });

  it('keeps at most 1 MiB, and no half character', () => {
    const { text, note } = cleanText('中'.repeat(TEXT_MAX_BYTES));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(TEXT_MAX_BYTES);
    expect(text.endsWith('中')).toBe(true);
    expect(note?.cut).toBe(true);
  });

  it('stands any string and any JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (raw, value) => {
        const { text } = cleanText(raw);
        expect(text).not.toContain('\u0000');
        expect(text.isWellFormed()).toBe(true);
        expect(JSON.stringify(cleanJson({ raw: `${raw}\u0000\uD800`, value }))).not.toMatch(/\\u0000|\\ud800/i);
      }),
    );
  });
});
