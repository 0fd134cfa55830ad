/** A person's own list: lights, headings and states of what they asked for. */
export const zhOwn = {
  lights: { red: '逾期', yellow: '滞后', blue: '临期', green: '正常', grey: '未启动' },
  open: (count: number) => `在办${count}项`,
  product: '督办',
  /** Title of the page that a chat keeps beside the conversation. */
  page: (name: string, unit: string) => `${name}${unit === '' ? '' : `(${unit})`}`,
  updated: (at: string) => `截至${at}`,
  pageHelp: '也可直接在“消息”中发送文字报送;发送“帮助”查看全部指令。',
  unbound: '尚未绑定身份。请向办公室索取一次性绑定码,在“消息”页发送该码,或发送“/duban 绑定 一次性码”。',
  chooseTask: '选择任务(可输入序号、标题或单位简称):',
  searchTask: '序号、标题、单位',
  seeMessages: '办理结果已发到与机器人的私聊。',
  nothing: '目前没有需要你填报的事项。',
  noneYet: '无。',
  more: (count: number) => `另有${count}项,发送“我的事项”查看。`,
  counts: (by: { overdue: number; behind: number; dueSoon: number; decisions: number }) =>
    `逾期${by.overdue}项,滞后${by.behind}项,临期${by.dueSoon}项;待我决定${by.decisions}件。`,
  moreDecisions: (count: number) => `另有${count}件,请在网页“今日”查看。`,
  confirm: (label: string, text: string) => `${label}:${text}`,
  answered: '近期答复',
  asked: '我提出的事项',
  asks: {
    extension: (day: string) => `申请延期至${day}`,
    completion: '申请办结',
    coordination: '提请协调',
    dispute: '职责有异议',
    'change-contact': '更换联络员',
    other: '转办公室',
  },
  states: {
    'sign-off': '待本单位审签',
    'no-signer': '待办公室登记审签',
    office: '待办公室办理',
    accept: '待办公室验收',
    decide: (day: string) => `待批复(${day}前)`,
    done: '办公室已办理',
    granted: (day: string) => `已同意,延至${day}`,
    refused: '不同意,仍按原时限办理',
    accepted: '已验收办结',
    returned: '已退回补充',
  },
};

export type OwnWords = typeof zhOwn;
