import { catalogue } from '../i18n/language.tsx';

export const planWords = catalogue(
  {
    title: '方案', import: '导入方案', plan: '方案', status: '状态', size: '规模', phases: '阶段', sizeOf: (tasks: number, units: number, bound: number) => `${tasks}项任务 · ${units}个单位 · ${bound}个已登记联络员`, redate: '排定日期', start: '启动', open: '打开', none: '还没有方案。可以导入一份。', printed: (text: string) => `原文:${text}`,
    mode: '排定方式', shift: '顺延', rearrange: '以启动日重排', takeover: '在途接管', archive: '补录归档', shiftHint: '整年顺延,季节不变', rearrangeHint: '从启动日起排,时长与重叠不变', takeoverHint: '中途接管,已过节点记为启用前已过,不补发', archiveHint: '只归档,不计时,不发消息', default: '(建议)',
    startOn: '启动日', what: '事项', printedDate: '原文', effective: '排定', fixed: '不变', questions: '待确认', proposedAnswer: (text: string) => `拟定:${text}`, reason: '选定理由(记入事件链)', reasonNeeded: '不按建议方式排定,须写明理由(不少于5个字)', choose: '选定', chosen: '已选定,可以启动', startTitle: '启动方案', startText: (title: string) => `启动“${title}”?启动后按工作日历向已登记的联络员发送签收提示;未登记的单位暂存待发。`, confirm: '确认启动', cancel: '取消', preview: '日期对照', moved: '已排定',
    importTitle: '导入方案(JSON)', importLead: '粘贴方案内容,或选择文件。先检查,合格才导入。', file: '选择文件', submit: '检查并导入', problems: '不合格处', notJson: (place: string) => `不是合格的 JSON(${place})`, at: '位置', rule: '规则', line: (line: number, column: number) => `第${line}行第${column}列`, end: '内容不完整', tooLarge: '内容超过1 MiB,请缩短后重试。',
  },
  {
    title: 'Plans', import: 'Import a plan', plan: 'Plan', status: 'Status', size: 'Size', phases: 'Phases', sizeOf: (tasks: number, units: number, bound: number) => `${tasks} tasks · ${units} units · ${bound} bound`, redate: 'Set dates', start: 'Start', open: 'Open', none: 'No plan yet. Import one.', printed: (text: string) => `printed: ${text}`,
    mode: 'How', shift: 'Shift', rearrange: 'Rearrange from start', takeover: 'Take over midway', archive: 'Archive only', shiftHint: 'whole years, seasons hold', rearrangeHint: 'from the starting day, lengths kept', takeoverHint: 'past slots are recorded, none sent', archiveHint: 'no timers, no messages', default: '(suggested)',
    startOn: 'Starting day', what: 'What', printedDate: 'Printed', effective: 'Effective', fixed: 'unchanged', questions: 'To confirm', proposedAnswer: (text: string) => `proposed: ${text}`, reason: 'Reason (goes on record)', reasonNeeded: 'Not the suggested way: give a reason (at least 5 characters)', choose: 'Choose', chosen: 'Chosen; ready to start', startTitle: 'Start plan', startText: (title: string) => `Start “${title}”? Receipt prompts go to known liaisons by the working calendar; other units wait.`, confirm: 'Start', cancel: 'Cancel', preview: 'Dates', moved: 'dated',
    importTitle: 'Import a plan (JSON)', importLead: 'Paste the plan or choose a file. It is checked first.', file: 'Choose file', submit: 'Check and import', problems: 'Problems', notJson: (place: string) => `Not valid JSON (${place})`, at: 'Place', rule: 'Rule', line: (line: number, column: number) => `line ${line}, column ${column}`, end: 'incomplete', tooLarge: 'Larger than 1 MiB; shorten it.',
  },
);
