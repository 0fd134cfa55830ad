import { shorten } from '../item-label.ts';

/** What is said about who does what: disputed duties, contacts that change, people who are away. */
export const zhPeople = {
  headings: {
    dispute: '【异议答复】',
    unsigned: '【未签收】',
    standIn: '【代办提示】',
    handover: '【事项移交】',
    leave: '【外出登记】',
  },
  /** `by`: until when the receipt is owed; null: it was given. */
  disputeNotUpheld: (item: string, reason: string, by: string | null) => [
    `经核定,${item}仍由你单位承办。理由:${shorten(reason, 200)}`,
    ...(by === null ? [] : [`请于${by}前签收。如有困难,可提请协调。`]),
  ],
  /** `to` null: nobody in its place. */
  disputeUpheld: (item: string, to: string | null, reason: string) => [
    `经核定,你单位所提异议成立,${item}${to === null ? '' : `改由${to}承办,`}你单位不再承担,无需再报。理由:${shorten(reason, 200)}`,
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
  /** 以上事项由你代李某办理(外出至11月30日)。 `items` null: all of the message. */
  standsIn: (person: string, until: string, items: string[] | null) =>
    `${items === null ? '以上事项' : `其中${items.slice(0, 6).join('、')}${items.length > 6 ? `等${items.length}项` : ''}`}由你代${person}办理(${person}外出至${until})。`,
  standInTold: (person: string, until: string, units: string[]) =>
    `${person}外出至${until},其间${units.join('、')}的事项由你代办,提示改发给你;到期自动恢复。`,
  /** To who is away. `to` null: nobody stands in. */
  standInGone: (from: string, to: string | null, until: string) =>
    to === null
      ? `${from}不再承担联络工作,你外出(至${until})期间暂无人代办,提示恢复发给你本人。请另定代办人员,如“外出至X月X日,由李某代”。`
      : `${from}不再承担联络工作,你外出(至${until})期间的事项改由${to}代办。`,
  /** To whoever made the change. */
  standInPassed: (person: string, to: string | null) =>
    to === null
      ? `其代${person}办理的事项暂无人接替,提示恢复发给${person},已列入待办。`
      : `其代${person}办理的事项改由${to}代办。`,
  /** `from`: a day that is still to come. */
  leaveRegistered: (person: string, until: string, standIn: string, from: string | null) =>
    `已登记:${person}${from === null ? '' : `自${from}起`}外出至${until},其间事项由${standIn}代办,提示改发${standIn},到期自动恢复。`,
  leaveEnded: (person: string) => `已登记:${person}返岗,事项提示恢复发给本人。`,
  handedOver: (unit: string, from: string, to: string) =>
    `${unit}的联络工作已由${from}移交${to}。${from}的账号不再接收,未办事项改由${to}办理。`,
  cardHandedOver: (to: string | null) => (to === null ? '联络员已调整,请由现联络员办理' : `已移交${to}办理`),
  handoverTold: (unit: string, from: string, count: number) =>
    `${unit}的联络工作自今日起由你负责(原为${from})。${count > 0 ? `在办${count}项,此前的往来已一并移交:` : '目前没有待办事项。'}`,
  /** 1.第(九)项 签收11月25日、进展报送12月25日 */
  handoverItem: (at: number, item: string, duties: string[]) =>
    `${at}.${item}${duties.length > 0 ? ` ${duties.join('、')}` : ''}`,
  handoverDuty: (duty: string, day: string) => `${duty}${day}`,
  howToHandOver: '请写明原联络员和新联络员,如“移交 王某 李某”。',
  severalNamed: (name: string) => `有多名联络人名为“${name}”,请在网页“通讯录”中办理。`,
  unitsMerged: (from: string, into: string, moved: number, left: string[]) =>
    `${from}已并入${into},移交在办事项${moved}项${left.length > 0 ? `;未移交${left.length}项,请另行办理:${left.join(' ')}` : ''}。`,
};

export type PeopleWords = typeof zhPeople;
