import { itemName, shorten } from '../item-label.ts';

/** What is said to those who ask for something by command; 〔 〕 are buttons. */
export const zhDesk = {
  headings: {
    own: '【我的事项】',
    state: '【进度】',
    dryRun: '【阶段预演】',
    confirm: '【请确认】',
    reason: '【请写明理由】',
    which: '【请选择】',
    note: '【说明】',
    help: '【帮助】',
    bound: '【绑定成功】',
  },
  buttons: {
    nudge: '催办',
    accept: '验收',
    acceptAll: '整项验收',
    return: '退回',
    reassign: '改派',
    'decide-dispute': '维持分工',
    advance: '确认推进',
    undo: '撤回',
    drop: '取消',
    again: '重新预演',
    fill: '填报',
    receipt: '签收',
  },
  helpAll: '可发送“我的事项”查看待办,发送“进度”加序号(如“进度 第九项”)查看一项。',
  helpOffice: [
    '可用指令:',
    '进度 [方案或序号]:查看方案或任务',
    '催办 序号 [单位]:如“催办 第九项 市公安局”',
    '验收 序号 [单位];退回 序号 [单位] 理由',
    '未签收 [方案]:尚未签收的单位;改派 序号 [原单位] 新单位 理由;维持分工 序号 [单位] 理由',
    '预演 [方案];推进 [方案];撤回',
    '简报:最近核发的一期',
  ],
  helpLeader: ['可用指令:进度 [方案或序号];简报。'],
  unknown: (words: string, near: string[]) =>
    `没有“${shorten(words, 20)}”这个指令。相近的有:${near.join('、')}。发送“帮助”查看全部。`,
  notEdited: '修改原消息不重复执行指令。如需办理,请重新发送。',
  whichPlan: (label: string) => `“${label}”针对哪一个方案?请选择:`,
  whichTask: (label: string) => `“${label}”针对哪一项任务?请选择,或写明序号:`,
  whichUnit: (label: string, item: string) => `${item}有多个承办单位。“${label}”针对哪一个?请选择:`,
  noSuchTask: (named: string) => `方案中没有${named}。请核对序号,或发送“进度”查看。`,
  noSuchPlan: (named: string) => `没有名称含“${shorten(named, 20)}”的方案。请选择:`,
  noPlan: '目前没有可以办理的方案。',
  nothingFor: (label: string) => `目前没有可以${label}的事项。`,
  confirmNudge: (item: string, who: string) => `拟向${who}催办${item},确认后即发出提示。`,
  confirmAccept: (item: string, who: string) => `拟验收${who}申请办结的${item}。`,
  confirmReturn: (item: string, who: string, reason: string) =>
    `拟将${item}的办结申请退回${who}。理由:“${shorten(reason, 80)}”。`,
  confirmReassign: (item: string, from: string, to: string, reason: string) =>
    `拟将${item}由${from}改由${to}承办。理由:“${shorten(reason, 80)}”。`,
  confirmKeepDuty: (item: string, who: string, reason: string) =>
    `拟核定${who}对${item}的职责异议不成立。理由:“${shorten(reason, 80)}”。`,
  reasonForReassign: (item: string, from: string, to: string) =>
    `请直接回复将${item}由${from}改由${to}承办的理由(不少于5个字)。`,
  reasonForKeepDuty: (item: string, who: string) =>
    `请直接回复${item}仍由${who}承办的理由(不少于5个字),理由将告知该单位。`,
  whichNewUnit: '请写明改由哪个单位承办,如“改派 第九项 市公安局 理由”。',
  whichOldUnit: (item: string) => `${item}有多个承办单位。请选择由哪个单位改出:`,
  disputed: (by: string, reason: string) => `职责有异议(${by}):“${shorten(reason, 60)}”`,
  done: (item: string, who: string, summary: string) => `${item}${who}:${summary.replace(/[。::].*$/, '')}。`,
  reasonForReturn: (item: string, who: string) => `请直接回复将${item}退回${who}的理由(不少于5个字)。`,
  reasonForAdvance: (gaps: string[]) => `仍有未完成事项:${gaps.join(';')}。请直接回复仍予推进的理由(不少于5个字)。`,
  awaitsReason: '请直接回复理由',
  chosen: '已选择',
  dropped: '已取消,未作改动。',
  noBrief: '目前没有已核发的简报。',
  planState: (title: string, at: string) => `《${shorten(title, 40)}》,截至${at}。`,
  counts: (all: number, by: string[]) => `任务${all}项:${by.join('、')}。`,
  phase: (name: string, end: string, note: string) => `当前为${name},${end}结束${note === '' ? '' : `(${note})`}。`,
  advancing: (until: string) => `阶段正在转换,${until}前可以撤回。`,
  notRunning: (status: string) => `方案${status}。`,
  named: (label: string, items: string[], more: number) =>
    `${label}:${items.join('、')}${more > 0 ? `等${items.length + more}项` : ''}。`,
  decisions: (count: number) => `待办公室决定${count}件:`,
  noDecisions: '没有待办公室决定的事项。',
  more: (count: number) => `另有${count}件,请在网页查看。`,
  taskState: (item: string, label: string, why: string) => `${item}:${label}。${why}`,
  taskDue: (on: string) => `办结时限${on}。`,
  awaitsAcceptance: '已申请办结,待办公室验收',
  accepted: '已验收办结',
  cancelled: '已取消',
  returned: '已退回补充',
  unconfirmed: '已答复,待核对确认',
  progress: (progress: number | null, words: string | null) =>
    progress !== null ? `进度${progress}%` : words ? `上次登记“${shorten(words, 30)}”` : '尚无登记',
  due: (duty: string, on: string, late: boolean) => `${duty}${on}${late ? '(已逾期)' : '到期'}`,
  nothingDue: '目前无需报送',
  ownList: (count: number) => `在办${count}项:`,
  ownNone: '目前没有需要你填报的事项。',
  gapsTitle: '未完成事项:',
  noGaps: '本阶段事项均已完成。',
  dossier: (from: string | null, to: string | null) =>
    to === null ? `${from ?? ''}之后没有下一阶段,推进即结束方案。` : `${from === null ? '' : `由${from}`}转入${to}。`,
  unbound: (units: string[]) =>
    `尚未绑定联络员的单位${units.length}个:${units.slice(0, 8).join('、')}${units.length > 8 ? '等' : ''}。`,
  firstWeek: (prompts: number) => `转入后首周预计发出提示${prompts}条。`,
  undoable: (minutes: number) => `推进后${minutes}分钟内不发出消息,可以撤回。`,
  advanceOnly: '如需推进,发送“推进”。',
  undoUntil: (summary: string, until: string) =>
    `${summary.replace(/。$/, '')}。${until}前可以撤回,其间不发出任何消息。`,
  boundNow: (name: string, unit: string) =>
    `本账号已绑定${name}${unit === '' ? '' : `(${unit})`}。今后的事项在此处提示。`,
  boundInstead: '此前在该渠道绑定的另一账号不再接收。',
  item: (no: string | null, title: string) => itemName(no, title, 24),
};

export type DeskWords = typeof zhDesk;
