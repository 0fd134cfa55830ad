import { itemName } from '../../../domain/chat/item-label.ts';
import { fullDayText } from '../../../domain/chat/local-text.ts';

type Body = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const item = ({ no, title }: Body): string => itemName(text(no) || null, text(title));

/** What the story says of sub-items, in the parent's chain and in their own. */
export const subItemSentences: Record<string, (body: Body) => string> = {
  subItemAdded: ({ units, dueOn, ...body }) => {
    const who = Array.isArray(units) && units.length > 0 ? `,由${units.join('、')}承办` : '';
    return `列入分解任务${item(body)}${who}${text(dueOn) === '' ? '' : `,${fullDayText(text(dueOn))}前办结`}。`;
  },
  subItemAccepted: (body) => `分解任务${item(body)}验收办结。`,
  subItemCancelled: (body) => `分解任务${item(body)}取消。`,
  brokenOut: ({ parentNo, parentTitle }) => `由${item({ no: parentNo, title: parentTitle })}分解列入。`,
};

/** Of an acceptance while some sub-items were open. */
export function despiteOpen({ openSubItems, reason }: Body): string {
  if (!Array.isArray(openSubItems) || openSubItems.length === 0) return '';
  return `分解任务${openSubItems.map(text).join('、')}尚未办结,继续督办。理由:${text(reason)}`;
}
