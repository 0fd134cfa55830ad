import type { CommandName } from '../../domain/chat/command.ts';

/** Whose menu it is: of a unit's people, of the office, of the leading group. */
export type MenuRole = 'unit' | 'office' | 'leader';
export type MenuLanguage = 'zh' | 'en';

export interface MenuCommand {
  command: string;
  description: string;
}

/** What a line of the menu asks for, and how it is said: Telegram's name (1 to 32 of a-z 0-9 _), Chinese, English. */
type MenuLine = readonly [asks: CommandName, command: string, zh: string, en: string];

/** Lines of more than one menu. */
const TASKS: MenuLine = ['tasks', 'tasks', '我的事项:待办、到期、已报', 'My tasks: open, due, answered'];
const STATE: MenuLine = ['state', 'state', '查看进度,可加方案或序号', 'State of a plan or a task'];
const ROLL_UP: MenuLine = ['roll-up', 'rollup', '汇总:加序号,汇总各单位进展', 'Roll up the units of a task'];
const LAST: MenuLine[] = [
  ['login', 'login', '登录网页收件箱(一次性链接)', 'A link to your page'],
  ['help', 'help', '怎样填报', 'How to answer'],
  ['language', 'language', '语言:中文或英文', 'Language: Chinese or English'],
  ['bind', 'start', '绑定本人账号(使用办公室给的链接或绑定码)', 'Bind this account by the link or code you were given'],
];

const LINES: Record<MenuRole, MenuLine[]> = {
  unit: [
    TASKS,
    STATE,
    ROLL_UP,
    ['sign', 'sign', '审签:加序号和意见(分管负责同志)', 'Sign off a request (supervisors)'],
    ['leave', 'leave', '外出:写明日期和代办人', 'Away: until when, and who stands in'],
    ['hand-over', 'hand_over', '移交:原联络员 新联络员(分管负责同志)', 'Hand over to another contact (supervisors)'],
    ...LAST,
  ],
  office: [
    STATE,
    ['unsigned', 'unsigned', '未签收的单位', 'Units without a receipt'],
    ['nudge', 'nudge', '催办 序号 [单位]', 'Nudge: task, unit'],
    ['accept', 'accept', '验收 序号 [单位]', 'Accept a completion'],
    ['return', 'return', '退回 序号 [单位] 理由', 'Return a completion, with a reason'],
    ['extension', 'extension', '批复延期 序号', 'Decide an extension'],
    ['escalate', 'release', '核定提示 序号', 'Release an escalation'],
    ['hold-back', 'hold', '不提示 序号 理由', 'Hold an escalation back'],
    ['notice', 'notice', '督办单:待核发的,或加序号起草', 'Supervision notices: drafts, or a new one'],
    ['circular', 'circular', '通报 序号', 'Draft a circular'],
    ['reassign', 'reassign', '改派 序号 新单位 理由', 'Reassign to another unit'],
    ['assign', 'assign', '指定 序号 单位', 'Assign units to a task'],
    ['scan', 'scan', '扫描件 序号 名称和存放处', 'Register a stamped scan'],
    ['decide-dispute', 'keep_duty', '维持分工 序号 理由', 'Reject a dispute'],
    ['pause', 'pause', '暂缓 序号 至某日 理由', 'Put a task off'],
    ['resume', 'resume', '恢复办理 序号 理由', 'Go on with a task'],
    ['dry-run', 'dry_run', '阶段预演', 'Dry run of the next phase'],
    ['advance', 'advance', '推进阶段', 'Advance the phase'],
    ['undo', 'undo', '撤回阶段转换', 'Undo the phase change'],
    ROLL_UP,
    ['hand-over', 'hand_over', '移交 原联络员 新联络员', 'Hand over to another contact'],
    ['unbind', 'unbind', '解除绑定 姓名', 'End a binding'],
    ['brief', 'brief', '简报:最近核发的;加“起草”“核发”', 'The last brief; draft, release'],
    TASKS,
    ...LAST,
  ],
  leader: [['brief', 'brief', '最近核发的简报', 'The last brief'], STATE, TASKS, ...LAST],
};

/** The menu beside the input field. */
export const menuOf = (role: MenuRole, language: MenuLanguage): MenuCommand[] =>
  LINES[role].map(([, command, zh, en]) => ({ command, description: language === 'zh' ? zh : en }));

/** What each name of a menu asks for. */
export const menuAsks = (role: MenuRole): Record<string, CommandName> =>
  Object.fromEntries(LINES[role].map(([asks, command]) => [command, asks]));

/** Who may do the office's acts has its menu, wherever else they belong to. */
export function menuRole(roles: readonly string[]): MenuRole {
  if (roles.includes('coordinator')) return 'office';
  return roles.includes('leader') && !roles.some((role) => role === 'liaison' || role === 'supervisor')
    ? 'leader'
    : 'unit';
}
