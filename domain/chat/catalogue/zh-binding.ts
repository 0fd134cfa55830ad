/** What is said while an account is bound, handed to another telephone, or given up. */
export const zhBinding = {
  itIsMe: '是本人',
  notMe: '不是本人',
  isItYou: (name: string, unit: string) =>
    `该绑定码发给${name}${unit === '' ? '' : `(${unit})`},${name}已在本渠道绑定另一账号。是本人的,确认后改由本账号接收,原账号停用;不是本人的,请勿确认。10分钟内有效。`,
  somebodyBinds: (account: string | null) =>
    `有人持你的绑定码${account === null ? '' : `,以账号“${account}”`}申请绑定,确认后本账号不再接收。如非本人操作,请按〔不是本人〕。`,
  replacedHere: '本账号已由另一账号替代,不再接收事项。如非本人操作,请立即联系办公室。',
  denied: '已登记:不是本人。该绑定码已作废,本账号未绑定任何身份,已告知办公室。',
  claimEnded: '已登记:不是本人操作。对方的申请已作废,本账号照常使用,已告知办公室。',
  accountEnded: '本账号已解除绑定,该消息不再受理',
  codeFor: (name: string, code: string) => `${name}的绑定码:${code},10分钟内一次有效。请单独告知本人,不要转发到群。`,
  linkFor: ({ channel, url, holdsCode }: { channel: 'slack' | 'telegram'; url: string; holdsCode: boolean }) =>
    holdsCode
      ? `Telegram:由本人打开 ${url} 并按“开始”。`
      : `${channel === 'slack' ? 'Slack' : 'Telegram'}:由本人打开 ${url} 并发送绑定码。`,
};

export type BindingWords = typeof zhBinding;
