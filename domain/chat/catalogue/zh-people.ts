import { shorten } from '../item-label.ts';

/** What is said about who does what: disputed duties, contacts that change, people who are away. */
export const zhPeople = {
  headings: {
    dispute: '【异议答复】',
    unsigned: '【未签收】',
  },
  /** `by`: until when the receipt is owed; null: it was given. */
  disputeNotUpheld: (item: string, reason: string, by: string | null) => [
    `经核定,${item}仍由你单位承办。理由:${shorten(reason, 200)}`,
    ...(by === null ? [] : [`请于${by}前签收。如有困难,可提请协调。`]),
  ],
  unsignedNone: '各单位均已签收。',
  unsignedCount: (units: number, items: number) => `尚有${units}个单位${items}项未签收:`,
  /** 市科技局(李某):第(九)项、第(二)项,已3个工作日,其中1项已逾期 */
  unsignedUnit: (
    unit: string,
    contact: string | null,
    items: string[],
    { days, late, disputed }: { days: number; late: number; disputed: number },
  ) =>
    `${unit}(${contact ?? '尚未绑定联络员'}):${items.slice(0, 6).join('、')}${items.length > 6 ? `等${items.length}项` : ''},已${days}个工作日${late > 0 ? `,其中${late}项已逾期` : ''}${disputed > 0 ? `,${disputed}项有职责异议` : ''}`,
};

export type PeopleWords = typeof zhPeople;
