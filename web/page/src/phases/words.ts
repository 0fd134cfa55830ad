import { catalogue } from '../i18n/language.tsx';

export const phaseWords = catalogue(
  {
    title: '阶段', done: '已完成', current: '进行中', next: '未开始', proposed: '拟定', open: '打开预演',
    dryRun: '阶段转换预演', lead: (to: string) => `转入${to}前的情况。预演不发任何消息;推进后在撤回时限内也不发出。`, last: '已是最后一个阶段。', gaps: '未完成事项', noGaps: '没有未完成事项,可以推进。', facts: '情况', firstWeek: '首周提示量',
    perDay: (prompts: number, persons: number) => `${prompts}条 / ${persons}人`, noLoad: '首周没有提示。', unbound: (count: number) => `尚未登记联络员的单位(${count})`, hash: '情况校验值', reason: '仍有未完成事项,推进须写明理由(不少于5个字)', advance: (to: string) => `推进到${to}`,
    again: '重新预演', undoNote: (minutes: number) => `推进后${minutes}分钟内可以撤回,其间不发出任何消息。`, undo: '撤回', advancing: (to: string, by: string) => `正在转入${to}(${by}办理)。撤回时限内不发出任何消息`, left: (minutes: number, seconds: number) => `剩余${minutes}分${seconds}秒`,
    closed: '撤回时限已过', day: '日期', load: '数量',
  },
  {
    title: 'Phases', done: 'done', current: 'current', next: 'to come', proposed: 'proposed', open: 'Open dry run',
    dryRun: 'Dry run of the transition', lead: (to: string) => `Where things stand before ${to}. A dry run sends nothing, nor does the undo window.`, last: 'This is the last phase.', gaps: 'Gaps', noGaps: 'No gaps; ready to advance.', facts: 'Facts', firstWeek: 'Load of the first week',
    perDay: (prompts: number, persons: number) => `${prompts} prompts / ${persons} persons`, noLoad: 'No prompts in the first week.', unbound: (count: number) => `Units without a liaison (${count})`, hash: 'Dossier hash', reason: 'There are gaps: give a reason (at least 5 characters)', advance: (to: string) => `Advance to ${to}`,
    again: 'Dry-run again', undoNote: (minutes: number) => `It can be undone for ${minutes} minutes, in which nothing is sent.`, undo: 'Undo', advancing: (to: string, by: string) => `Moving to ${to} (by ${by}). Nothing is sent within the undo window`, left: (minutes: number, seconds: number) => `${minutes} min ${seconds} s left`,
    closed: 'the undo window is over', day: 'Day', load: 'Load',
  },
);
