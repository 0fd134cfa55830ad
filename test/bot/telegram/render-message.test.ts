import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../../../bot/telegram/parts-of.ts';
import { renderClosed, renderMessage, TEXT_MAX, type RenderedMessage } from '../../../bot/telegram/render-message.ts';
import type { SendableMessage } from '../../../domain/chat/message.ts';

const message = (rest: Partial<SendableMessage> = {}): SendableMessage => ({
  deliveryId: 'd1',
  klass: 'digest',
  heading: '【进展报送】',
  lines: ['市科技局2026年第四季度,共2项。', '1.第(九)项 上次登记40%(9月25日)'],
  buttons: [],
  signature: '市试点办',
  ...rest,
});
const labelled = (...labels: string[]) => labels.map((label, n) => ({ id: `id-${n}`, label }));
const keyboardOf = ({ reply_markup: markup }: RenderedMessage) =>
  markup && 'inline_keyboard' in markup ? markup.inline_keyboard : [];
const rows = (rest: Partial<SendableMessage>): string[][] =>
  keyboardOf(renderMessage(message(rest))).map((row) => row.map(({ text }) => text));

test('a message is plain text with its heading, its lines and the signature, and no mode in which words mean something', () => {
  const hostile = '<b>x</b> *y* _z_ [a](http://b) @channel <!channel>';
  const rendered = renderMessage(message({ lines: ['第一行', hostile] }));
  expect(rendered).toEqual({ text: `【进展报送】第一行\n${hostile}\n(市试点办)` });
});

test('buttons carry their opaque ids and their style', () => {
  const rendered = renderMessage(
    message({ buttons: [{ id: 'AbCdEfGhIjKlMnOpQrStUv', label: '确认登记', style: 'primary' }] }),
  );
  expect(keyboardOf(rendered)).toEqual([
    [{ text: '确认登记', callback_data: 'AbCdEfGhIjKlMnOpQrStUv', style: 'primary' }],
  ]);
});

test('short labels share a row, a long one has its own', () => {
  expect(rows({ buttons: labelled('逐项填报', '较上次无变化', '申请办结', '提请协调') })).toEqual([
    ['逐项填报', '较上次无变化'],
    ['申请办结', '提请协调'],
  ]);
  expect(rows({ buttons: labelled('签收', '(九)研究制定知识产权发展战略与规划', '收悉', '需沟通') })).toEqual([
    ['签收'],
    ['(九)研究制定知识产权发展战略与规划'],
    ['收悉', '需沟通'],
  ]);
});

test('a card without buttons that asks for words opens the input field with its question', () => {
  const question = '请直接回复将第(九)项退回市科技局的理由(不少于5个字)。';
  const asking = message({ lines: ['拟退回。', question], asksReply: true });
  expect(renderMessage(asking).reply_markup).toEqual({ force_reply: true, input_field_placeholder: question });
  expect(partsOf(asking)).toEqual([asking]);
  expect(partsOf(message({ buttons: labelled('取消') }))).toHaveLength(1);
});

test('a card with buttons that asks for words keeps them, and its question opens the field by itself', () => {
  const question = '长'.repeat(160);
  const asking = message({
    lines: ['拟退回。', `${'缘由'.repeat(40)}。${question}`],
    buttons: labelled('取消'),
    asksReply: true,
  });
  const [card = asking, ask = asking, ...more] = partsOf(asking);
  expect(more).toEqual([]);
  expect(keyboardOf(renderMessage(card))).toHaveLength(1);
  expect(renderMessage(ask)).toEqual({
    text: `✎ ${question}`,
    reply_markup: { force_reply: true, input_field_placeholder: question.slice(0, 64) },
  });
});

test('of a long card the question is the last of its parts, and the buttons stay with the one before', () => {
  const lines = Array.from({ length: 400 }, (_, n) => `${n}.第(${n})项 上次登记40%`);
  const parts = partsOf(message({ lines, buttons: labelled('取消'), asksReply: true }));
  expect(parts.map(({ aside = false, buttons }) => [aside, buttons.length])).toEqual([
    ...parts.slice(2).map(() => [false, 0]),
    [false, 1],
    [true, 0],
  ]);
});

test('a long message is cut, says where the rest is, and keeps its signature', () => {
  const { text } = renderMessage(
    message({ lines: Array.from({ length: 400 }, (_, n) => `${n}.第(${n})项 上次登记40%`) }),
  );
  expect(text.length).toBeLessThanOrEqual(TEXT_MAX);
  expect(text.length).toBeGreaterThan(TEXT_MAX - 40);
  expect(text.endsWith('\n(内容较长,其余请到网页收件箱查看)\n(市试点办)')).toBe(true);
});

test('a closed card has no button left and says what was recorded, however long it is', () => {
  const closed = renderClosed(message({ buttons: labelled('签收') }), '已签收');
  expect(closed.reply_markup).toEqual({ inline_keyboard: [] });
  expect(closed.text.endsWith('(市试点办)\n〔已签收〕')).toBe(true);
  const long = renderClosed(message({ lines: ['长'.repeat(9_000)] }), '已登记');
  expect(long.text.length).toBeLessThanOrEqual(TEXT_MAX);
  expect(long.text.endsWith('\n〔已登记〕')).toBe(true);
});

test('no message is longer than Telegram takes, and none ends in half a character', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 6_000 });
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 3 }),
      fc.string({ maxLength: 3_000 }),
      fc.boolean(),
      (lines, closing, closed) => {
        const made = message({ lines: [...lines, '😀'.repeat(3_000)], signature: '市试点办' });
        const { text } = closed ? renderClosed(made, closing.toWellFormed()) : renderMessage(made);
        expect(text.length).toBeLessThanOrEqual(TEXT_MAX);
        expect(text.isWellFormed()).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
