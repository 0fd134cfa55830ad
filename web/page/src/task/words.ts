import { catalogue } from '../i18n/language.tsx';

export const taskWords = catalogue(
  {
    title: '任务', back: '返回今日', due: '时限', printed: (text: string) => `原文:${text}`, parts: '各单位', story: '全部往来', storyHint: '由远及近,原话全文', slots: '提醒节点', slotsHint: '每一次都有规则和结果', all: '全部', past: '已到', coming: '计划',
    unit: '单位', light: '状态', progress: '进度', last: '最近登记', receipt: '签收', completion: '办结', duties: '待报事项', contacts: '联络人', none: '—', noContacts: '未登记',
    nudge: '催办', accept: '验收', return: '退回', assign: '指定单位', source: (seq: number) => `据·事件${seq}`, sourceTitle: (seq: number) => `事件${seq}`, words: '原话', noStory: '还没有往来。', noSlots: '没有提醒节点。', assumed: '(按首位责任单位认定)',
    when: '时间', duty: '事项', rung: '次序', rule: '规则', outcome: '结果', provisional: '暂定', filed: (at: string) => `已于${at}报送`, filedLate: '(逾期报送)', dueOn: (day: string) => `${day}前`, message: '消息', search: '按任务、单位查找', noTask: '没有符合条件的任务。',
    chainHash: '本条校验值', chainPrev: '前条校验值', chainActor: '办理人', chainVia: '途径', chainKind: '类别', chainAt: '方案时间', chainRecorded: '入库时间', chainBody: '内容', chainMissing: '没有找到该事件。', close: '关闭',
  },
  {
    title: 'Tasks', back: 'Back to today', due: 'Due', printed: (text: string) => `printed: ${text}`, parts: 'Units', story: 'Story', storyHint: 'oldest first, own words in full', slots: 'Reminder slots', slotsHint: 'each with its rule and outcome', all: 'All', past: 'Past', coming: 'Planned',
    unit: 'Unit', light: 'State', progress: 'Progress', last: 'Last recorded', receipt: 'Receipt', completion: 'Completion', duties: 'Open duties', contacts: 'Contacts', none: '—', noContacts: 'none yet',
    nudge: 'Nudge', accept: 'Accept', return: 'Return', assign: 'Assign unit', source: (seq: number) => `source · event ${seq}`, sourceTitle: (seq: number) => `Event ${seq}`, words: 'Own words', noStory: 'Nothing yet.', noSlots: 'No slots.', assumed: '(assumed lead)',
    when: 'When', duty: 'Duty', rung: 'Rung', rule: 'Rule', outcome: 'Outcome', provisional: 'provisional', filed: (at: string) => `filed ${at}`, filedLate: '(late)', dueOn: (day: string) => `by ${day}`, message: 'message', search: 'Find by task or unit', noTask: 'No task matches.',
    chainHash: 'Hash', chainPrev: 'Previous hash', chainActor: 'Actor', chainVia: 'Via', chainKind: 'Kind', chainAt: 'Plan time', chainRecorded: 'Recorded', chainBody: 'Body', chainMissing: 'Event not found.', close: 'Close',
  },
);
