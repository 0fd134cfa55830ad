/** A person's own list: lights, headings and states of what they asked for. */
export const zhOwn = {
  lights: { red: '逾期', yellow: '滞后', blue: '临期', green: '正常', grey: '未启动' },
  open: (count: number) => `在办${count}项`,
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
