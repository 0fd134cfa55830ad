import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../bot/slack/render-message.ts';
import type { SendableMessage } from '../../../domain/chat/message.ts';
import { problemOfBlocks } from '../../fakes/slack/check-blocks.ts';

const digest: SendableMessage = {
  deliveryId: 'delivery-1',
  klass: 'digest',
  heading: '【进展报送】',
  lines: [
    '市科技局2026年第四季度,共2项,请于12月25日(星期五)17:30前报送。',
    '1.第(九)项 上次登记40%(9月25日)',
    '2.第(二)项 上次登记40%(9月25日)',
    '【请签收】下列1项任务,请于12月25日前签收。',
    '1.第(八)项《开展联合执法检查》',
  ],
  buttons: [
    { id: 'id-1', label: '逐项填报', style: 'primary' },
    { id: 'id-2', label: '申请办结' },
  ],
  signature: '市试点办',
};

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const section = (text: string) => ({ type: 'section', text: plain(text) });

describe('a message in Slack', () => {
  it('has its heading, one section a kind, its buttons and the signature', () => {
    expect(renderMessage(digest)).toEqual({
      text: [`${digest.heading}${digest.lines[0]}`, ...digest.lines.slice(1), '(市试点办)'].join('\n'),
      blocks: [
        { type: 'header', text: plain('【进展报送】') },
        section(digest.lines.slice(0, 3).join('\n')),
        section(digest.lines.slice(3).join('\n')),
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'id-1', value: 'id-1', text: plain('逐项填报'), style: 'primary' },
            { type: 'button', action_id: 'id-2', value: 'id-2', text: plain('申请办结') },
          ],
        },
        { type: 'context', elements: [plain('市试点办')] },
      ],
      metadata: { event_type: 'duban_delivery', event_payload: { delivery_id: 'delivery-1' } },
    });
  });

  it('has no buttons once closed, and shows what was recorded', () => {
    const { blocks, text } = renderMessage(digest, '已登记:进度40%→85%');
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'divider', 'section', 'context']);
    expect(blocks[4]).toEqual(section('已登记:进度40%→85%'));
    expect(text).toContain('已登记:进度40%→85%');
  });

  it.each([
    '<!channel>',
    '<!here|here>',
    '<@U123>',
    '<#C1|general>',
    '*粗* _斜_ `码` ~删~',
    '<https://a.example|点此>',
    '&lt;!channel&gt;',
    ':tada:',
  ])('shows imported text as it stands: %s', (imported) => {
    const { blocks, text } = renderMessage({ ...digest, heading: imported, lines: [imported], signature: imported });
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
    expect(blocks[1]).toEqual(section(imported));
    expect(text).not.toMatch(/<|>|&(?!amp;|lt;|gt;)/);
  });

  it('stays within every limit of Slack, whatever it is given', () => {
    const huge: SendableMessage = {
      ...digest,
      heading: '标'.repeat(400),
      lines: [...Array.from({ length: 200 }, (_, n) => `【第${n}类】${'长'.repeat(20)}`), '𠮷'.repeat(10_000)],
      buttons: Array.from({ length: 60 }, (_, n) => ({ id: `id-${n}`, label: '按'.repeat(200) })),
      signature: '办'.repeat(4_000),
    };
    for (const rendered of [renderMessage(huge), renderMessage(huge, '已'.repeat(5_000))]) {
      expect(problemOfBlocks(rendered.blocks)).toBeNull();
      expect(rendered.blocks.length).toBeLessThanOrEqual(50);
      expect(rendered.text.length).toBeLessThan(40_000);
      expect(JSON.stringify(rendered.blocks)).toContain('余下部分请在网页收件箱查看');
    }
    expect(renderMessage(huge).blocks.filter(({ type }) => type === 'actions')).toHaveLength(3);
  });

  it('splits a long line over sections without losing or halving a character', () => {
    const line = `a${'𠮷'.repeat(4_000)}`;
    const texts = renderMessage({ ...digest, lines: [line] }).blocks.flatMap((block) =>
      block.type === 'section' && block.text ? [block.text.text] : [],
    );
    expect(texts.length).toBe(3);
    expect(texts.join('')).toBe(line);
    for (const text of texts) expect(text.isWellFormed()).toBe(true);
  });

  it('says nothing where there is nothing to say', () => {
    const { blocks } = renderMessage({ ...digest, heading: '', lines: ['', '已收到。'], buttons: [], signature: '' });
    expect(blocks).toEqual([section('已收到。')]);
  });
});
