import { catalogue } from '../i18n/language.tsx';

export const todayWords = catalogue(
  {
    window: '提醒窗口', provisional: '(暂定日历)', demoClock: '演示时钟', nextDay: '下一工作日', nextNode: '下一节点',
    timers: (count: number) => `${count}个计时器等待中`, temporal: 'Temporal 界面', caughtUp: (day: string) => `已补演至${day}`, catchingUp: (day: string) => `补演中,现至${day}`,
    overdue: '逾期', behind: '滞后', dueSoon: '临期', dueSoonHint: '7个工作日内', decisions: '待我决定', tasksUnit: '项', showOnly: (label: string) => `只看${label}`,
    showAll: '看全部', board: '任务 × 单位', boardHint: '点任一格,右侧看该单位收件箱;双击看全部往来', task: '任务', due: '时限', state: '状态',
    legend: '图例', lead: '牵头单位', responsible: '责任单位', unconfirmed: '已答复,未经核对', noneMatch: '没有符合条件的任务',
    noDecisions: '没有待决定的事项', moreDecisions: (count: number) => `展开其余${count}项`, fewer: '收起',
    accept: '验收', return: '退回', assign: '指定单位', bind: '登记联络员', done: '已办', open: '查看', since: (at: string) => `${at}起`,
    returnTitle: '退回补充', returnReason: '退回理由(不少于5个字,随通知发给该单位)', assignTitle: '指定单位', unit: '单位', role: '作为', confirm: '确定', cancel: '取消',
    nudge: '催办', story: '查看往来', phone: '联络员收件箱', choose: '点左侧任一格,查看该单位联络员的收件箱。', noContact: (unit: string) => `${unit}尚未登记联络员,提示暂存待发。`, addContact: '去通讯录登记',
    assumed: '(按首位责任单位认定)', close: '关闭', phaseDone: '已完成', phaseCurrent: '进行中', phaseNext: '未开始', proposed: '拟定', dryRun: '预演', advancing: (to: string, minutes: number) => `正在转入${to},${minutes}分钟内可撤回`,
    firstTitle: '十分钟上手', hide: '收起清单', stepNudge: '对一个红格催办', stepAnswer: '以联络员身份答复并核对', stepNode: '拨到下一节点', stepStory: '查看一项任务的全部往来', stepDryRun: '预演转入下一阶段', stepRedate: '为一份实际方案试排日期',
  },
  {
    window: 'reminders', provisional: '(provisional calendar)', demoClock: 'Demo clock', nextDay: 'Next workday', nextNode: 'Next node',
    timers: (count: number) => `${count} timers waiting`, temporal: 'Temporal UI', caughtUp: (day: string) => `caught up to ${day}`, catchingUp: (day: string) => `catching up, now ${day}`,
    overdue: 'Overdue', behind: 'Behind', dueSoon: 'Due soon', dueSoonHint: 'within 7 working days', decisions: 'For my decision', tasksUnit: '', showOnly: (label: string) => `Show only ${label}`,
    showAll: 'Show all', board: 'Tasks × units', boardHint: 'Click a cell for the inbox, double-click for the story', task: 'Task', due: 'Due', state: 'State',
    legend: 'Legend', lead: 'Lead unit', responsible: 'Responsible unit', unconfirmed: 'Answered, unconfirmed', noneMatch: 'No task matches',
    noDecisions: 'Nothing awaits your decision', moreDecisions: (count: number) => `Show ${count} more`, fewer: 'Show fewer',
    accept: 'Accept', return: 'Return', assign: 'Assign unit', bind: 'Add liaison', done: 'Done', open: 'Open', since: (at: string) => `since ${at}`,
    returnTitle: 'Return', returnReason: 'Reason (at least 5 characters, sent to the unit)', assignTitle: 'Assign unit', unit: 'Unit', role: 'As', confirm: 'OK', cancel: 'Cancel',
    nudge: '催办 Nudge', story: 'Story', phone: "Liaison's inbox", choose: 'Click a cell to see the inbox of its liaison.', noContact: (unit: string) => `${unit} has no liaison yet; prompts wait.`, addContact: 'Add one under People',
    assumed: '(assumed lead)', close: 'Close', phaseDone: 'done', phaseCurrent: 'current', phaseNext: 'to come', proposed: 'proposed', dryRun: 'dry run', advancing: (to: string, minutes: number) => `Moving to ${to}; undo within ${minutes} min`,
    firstTitle: 'First ten minutes', hide: 'Dismiss list', stepNudge: 'Nudge a red cell', stepAnswer: 'Answer as a liaison and confirm', stepNode: 'Step to the next node', stepStory: 'Open the story of a task', stepDryRun: 'Dry-run into the next phase', stepRedate: 'Re-date a real plan',
  },
);
