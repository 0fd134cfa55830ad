import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf as slackParts } from '../../../bot/slack/parts-of.ts';
import { renderMessage as slackMessage } from '../../../bot/slack/render-message.ts';
import { partsOf as telegramParts } from '../../../bot/telegram/parts-of.ts';
import { renderClosed, renderMessage as telegramMessage } from '../../../bot/telegram/render-message.ts';
import type { SendableMessage } from '../../../domain/chat/message.ts';
import { PARTS_MAX } from '../../../domain/chat/split-message.ts';
import { problemOfBlocks } from '../../fakes/slack/check-blocks.ts';

const NOTE = '余下部分请在网页收件箱查看';
const message = (lines: string[]): SendableMessage => ({
  deliveryId: 'd',
  klass: 'notice',
  heading: '【试点工作简报】',
  lines,
  buttons: [{ id: 'AbCdEfGhIjKlMnOpQrStUv', label: '查看依据' }],
  signature: '市试点办',
});
const sentence = (no: number, length: number): string => `${no}${'办'.repeat(length)}。`;
const words = (parts: SendableMessage[]): string => parts.flatMap(({ lines }) => lines).join('');

describe('a message that is too long for one', () => {
  it('stays one as long as its provider takes it', () => {
    expect(telegramParts(message(['办'.repeat(4_000)]))).toEqual([message(['办'.repeat(4_000)])]);
    expect(slackParts(message(['办'.repeat(11_000)]))).toHaveLength(1);
  });

  it('is told in several, each ending with a whole sentence, with the buttons and the signature under the last', () => {
    const paragraph = Array.from({ length: 60 }, (_, no) => sentence(no, 100)).join('');
    const parts = telegramParts(message([paragraph]));
    expect(parts).toHaveLength(2);
    expect(parts.map(({ heading }) => heading)).toEqual(['【试点工作简报】', '【试点工作简报】(续)']);
    expect(parts.map(({ buttons, signature }) => [buttons.length, signature])).toEqual([
      [0, ''],
      [1, '市试点办'],
    ]);
    expect(parts.map(({ part }) => part)).toEqual([
      { no: 1, of: 2 },
      { no: 2, of: 2 },
    ]);
    for (const { lines } of parts) expect(lines.at(-1)).toMatch(/。$/);
    expect(words(parts)).toBe(paragraph);
  });

  it('keeps its lines whole where they fit', () => {
    const lines = Array.from({ length: 12 }, (_, no) => sentence(no, 900));
    expect(telegramParts(message(lines)).flatMap((part) => part.lines)).toEqual(lines);
  });

  it('has a bound, and says where the rest stands', () => {
    const parts = telegramParts(message(Array.from({ length: 40 }, (_, no) => sentence(no, 900))));
    expect(parts).toHaveLength(PARTS_MAX);
    expect(parts.at(-1)?.lines.at(-1)).toContain(NOTE);
    expect(parts.at(-1)?.buttons).toHaveLength(1);
    expect(words(parts.slice(0, -1))).not.toContain(NOTE);
  });

  it('changes no earlier part by what is added to its end', () => {
    const lines = Array.from({ length: 9 }, (_, no) => sentence(no, 900));
    const [before, after] = [telegramParts(message(lines)), telegramParts(message([...lines, '如已收到请忽略。']))];
    expect(after.slice(0, 2).map((part) => part.lines)).toEqual(before.slice(0, 2).map((part) => part.lines));
  });

  it('is within every limit of its provider whatever it says, and loses nothing below the bound', () => {
    const text = fc.array(fc.constantFrom('办', '𠮷', '👩‍👩‍👧', '。', ',', 'a', ' ', '【', '\n'), {
      maxLength: 1_500,
      size: 'max',
    });
    const lines = fc.array(
      text.map((characters) => characters.join('')),
      { minLength: 1, maxLength: 24, size: 'max' },
    );
    fc.assert(
      fc.property(lines, (some) => {
        const closing = '已登记'.repeat(60);
        const onTelegram = telegramParts(message(some));
        expect(onTelegram.length).toBeLessThanOrEqual(PARTS_MAX);
        for (const part of onTelegram) {
          expect(telegramMessage(part).text.length).toBeLessThanOrEqual(4_096);
          expect(renderClosed(part, closing).text.length).toBeLessThanOrEqual(4_096);
          expect(part.lines.join('')).not.toMatch(/[\ud800-\udbff]$/u);
        }
        if (!words(onTelegram).includes(NOTE)) expect(words(onTelegram)).toBe(some.join(''));
        for (const part of slackParts(message(some)))
          expect([
            problemOfBlocks(slackMessage(part).blocks),
            problemOfBlocks(slackMessage(part, closing).blocks),
          ]).toEqual([null, null]);
      }),
      { numRuns: 30 },
    );
  });
});
