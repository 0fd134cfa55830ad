import { expect, test } from 'vitest';
import { textMessage } from '../../../bot/web-inbox/receive.ts';

const from = { personId: 'person-a', receivedAt: new Date('2026-11-23T02:00:00Z') };
const typed = (text: string) => {
  const { kind, text: read } = textMessage({ text, clientId: 'client-1' }, from);
  return { kind, text: read };
};

test('what is typed after a slash is a command in the web inbox too, and anything else stays as it was written', () => {
  expect(typed('/进度')).toEqual({ kind: 'command', text: '进度' });
  expect(typed('/duban 催办 第九项')).toEqual({ kind: 'command', text: '催办 第九项' });
  expect(typed('已完成85% ')).toEqual({ kind: 'text', text: '已完成85% ' });
  expect(typed('材料见 /共享/第九项')).toEqual({ kind: 'text', text: '材料见 /共享/第九项' });
});
