import { expect, test } from 'vitest';
import { partsOf } from '../../bot/telegram/parts-of.ts';
import { renderMessage } from '../../bot/telegram/render-message.ts';
import type { SendableMessage } from '../../domain/chat/message.ts';
import { drawTelegram } from './telegram.ts';

const card = (labels: string[], rest: Partial<SendableMessage> = {}): SendableMessage => ({
  deliveryId: 'd',
  klass: 'digest',
  heading: '【逾期提示】',
  lines: ['第(八)项进展报送已逾期。', '【进展报送】第(二)项 <b>上次</b>登记40%', '请报进度。'],
  buttons: labels.map((label, at) => ({ id: `${at}`, label })),
  signature: '市试点办',
  ...rest,
});
const drawn = (message: SendableMessage): string =>
  partsOf(message)
    .map((part) => drawTelegram(renderMessage(part)))
    .join('');
const rows = (message: SendableMessage): number => (drawn(message).match(/tg-row/g) ?? []).length;

test('a bubble shows the text as it is, and room between two digests in one', () => {
  expect(drawn(card([]))).toContain(
    '<p>【逾期提示】第(八)项进展报送已逾期。\n\n【进展报送】第(二)项 &lt;b&gt;上次&lt;/b&gt;登记40%\n请报进度。\n(市试点办)</p>',
  );
});

test('one decision of three short words is one row, longer words get the room that they need', () => {
  expect(rows(card(['同意', '另定日期', '不同意']))).toBe(1);
  expect(rows(card(['签收', '职责有异议', '更换联络员']))).toBe(2);
  expect(rows(card(['逐项填报', '较上次无变化', '申请办结', '提请协调']))).toBe(2);
  expect(rows(card(['第(九)项 研究制定战略', '第(二)项 健全工作体系', '取消']))).toBe(3);
});

test('a question shows its input field below the card that keeps its buttons', () => {
  const html = drawn(card(['取消'], { asksReply: true }));
  expect(html.match(/<article/g)).toHaveLength(2);
  expect(html).toContain('<div class="tg-input"><b>回复 督办助手</b><span>请报进度。</span></div>');
});
