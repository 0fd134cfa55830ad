import { catalogue } from '../i18n/language.tsx';

export const inboxWords = catalogue(
  {
    placeholder: '回复文字即可', send: '发送', empty: '暂无消息。到提醒时间,办公室的提示会出现在这里。', readOnly: '仅供查看,不能代为答复。', log: '往来消息',
    form: '逐项填报', formLead: '只填有变化的事项,其余可留空。提交后登记,原话一并留存。', progress: '进度(%)', words: '办理情况', expected: '预计办结日期', blocker: '存在问题', done: '已办结,申请验收',
    last: (progress: number) => `上次登记${progress}%`, dueOn: (day: string) => `时限${day}`, late: '已逾期', submit: '提交填报', cancel: '取消', nothingOpen: '目前没有需要填报的事项。', nothingFilled: '请至少填写一项。', badProgress: '进度请填0至100的整数',
    title: '收件箱', bindTitle: '绑定身份', bindCode: '绑定码', bind: '绑定', bindHint: '绑定码由办公室提供,10分钟内有效。', draft: '未发送的文字已保存在本机', signOut: '退出', openCount: (count: number) => `待办${count}项`, nothingToDo: '没有待办',
  },
  {
    placeholder: 'Reply in your own words', send: 'Send', empty: 'No messages yet. Prompts from the office appear here when they are due.', readOnly: 'Read only: you cannot answer for this person.', log: 'Messages',
    form: 'Fill in item by item', formLead: 'Fill in only what changed. Your words are kept as they are.', progress: 'Progress (%)', words: 'What was done', expected: 'Expected completion', blocker: 'Problem', done: 'Done, ask for acceptance',
    last: (progress: number) => `last recorded ${progress}%`, dueOn: (day: string) => `due ${day}`, late: 'overdue', submit: 'Submit', cancel: 'Cancel', nothingOpen: 'Nothing to fill in.', nothingFilled: 'Fill in at least one item.', badProgress: 'A whole number from 0 to 100',
    title: 'Inbox', bindTitle: 'Bind your identity', bindCode: 'Binding code', bind: 'Bind', bindHint: 'The office gives you the code; it is good for 10 minutes.', draft: 'Unsent text is kept on this device', signOut: 'Sign out', openCount: (count: number) => `${count} open`, nothingToDo: 'nothing open',
  },
);
