import { describe, expect, it } from 'vitest';
import { problemOfBlocks, problemOfView } from './check-blocks.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const section = (length: number) => ({ type: 'section', text: plain(length) });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain(75), value: 'v', ...more });
const actions = (count: number, more: (n: number) => object = (n) => ({ action_id: `a${n}` })) => ({
  type: 'actions',
  elements: Array.from({ length: count }, (_, n) => button(more(n))),
});

describe('what Slack takes', () => {
  it.each([
    ['50 blocks', Array.from({ length: 50 }, () => section(3_000))],
    ['a full header', [{ type: 'header', text: plain(150) }]],
    ['25 buttons', [actions(25)]],
    ['10 fields', [{ type: 'section', fields: Array.from({ length: 10 }, () => plain(2_000)) }]],
    [
      'a full button',
      [{ type: 'actions', elements: [button({ action_id: 'i'.repeat(255), value: 'v'.repeat(2_000) })] }],
    ],
  ])('%s', (_, blocks) => expect(problemOfBlocks(blocks)).toBeNull());
});

describe('what Slack refuses', () => {
  it.each([
    ['51 blocks', Array.from({ length: 51 }, () => section(1))],
    ['a section of 3,001', [section(3_001)]],
    ['an empty section', [section(0)]],
    ['a section without text', [{ type: 'section' }]],
    ['a header of 151', [{ type: 'header', text: plain(151) }]],
    ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    ['26 buttons', [actions(26)]],
    ['no button', [{ type: 'actions', elements: [] }]],
    ['11 fields', [{ type: 'section', fields: Array.from({ length: 11 }, () => plain(1)) }]],
    ['a label of 76', [{ type: 'actions', elements: [button({ text: plain(76) })] }]],
    ['a value of 2,001', [{ type: 'actions', elements: [button({ value: 'v'.repeat(2_001) })] }]],
    ['an id of 256', [{ type: 'actions', elements: [button({ action_id: 'i'.repeat(256) })] }]],
    ['a style of its own', [{ type: 'actions', elements: [button({ style: 'default' })] }]],
    ['one action_id twice', [actions(2, () => ({ action_id: 'same' }))]],
    [
      'one block_id twice',
      [
        { ...section(1), block_id: 'b' },
        { ...section(1), block_id: 'b' },
      ],
    ],
    ['a block of no kind', [{ type: 'paragraph' }]],
  ])('%s', (_, blocks) => expect(problemOfBlocks(blocks)).not.toBeNull());

  it('a modal without a title, with a long one, or with 101 blocks', () => {
    const modal = { type: 'modal', title: plain(24), blocks: [section(1)] };
    expect(problemOfView(modal)).toBeNull();
    expect(problemOfView({ ...modal, title: undefined })).not.toBeNull();
    expect(problemOfView({ ...modal, title: plain(25) })).not.toBeNull();
    expect(problemOfView({ ...modal, blocks: Array.from({ length: 101 }, () => section(1)) })).not.toBeNull();
  });
});
