/** 信息中心 operator · 办公室 coordinator · 领导小组成员 leader · 分管领导 supervisor · 联络员 liaison · reader. */
export const ROLES = ['operator', 'coordinator', 'leader', 'supervisor', 'liaison', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** The roles that are given to a person in a plan by themselves; the others come with the rank in a unit. */
export const OFFICE_ROLES = ['coordinator', 'leader', 'reader'] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

export const OFFICE_ROLE_NAMES: Readonly<Record<OfficeRole, string>> = {
  coordinator: '办公室协调员',
  leader: '领导小组成员',
  reader: '查阅人员',
};

/** Everything that a person can ask for, with its name for a refusal. */
export const ACTS = {
  'list-plans': '查看方案列表',
  'read-board': '查看看板',
  'read-story': '查看任务',
  'read-people': '查看通讯录',
  'read-unit-people': '查看本单位联络人',
  'read-events': '查看存证',
  'read-evidence': '查看佐证',
  'read-inbox': '查看收件箱',
  answer: '填报',
  'answer-for-demo': '代演示人员填报',
  'read-document': '读入方案文本',
  'review-reading': '核对读入的方案',
  import: '导入方案',
  redate: '排定日期',
  start: '启动方案',
  amend: '修订方案',
  assign: '指定承办单位',
  reassign: '调整承办单位',
  'decide-dispute': '核定职责异议',
  'opt-in': '选定选做任务',
  'break-down': '分解任务',
  'add-contact': '登记联络人',
  appoint: '登记办公室人员和领导',
  bind: '发放绑定码',
  unbind: '解除绑定或停用联络人',
  'hand-over': '移交联络工作',
  'register-leave': '登记他人外出',
  'merge-units': '合并单位',
  nudge: '催办',
  resend: '重新发送消息',
  escalate: '核定提级提示',
  notice: '办理督办单和通报',
  accept: '验收办结',
  return: '退回补充',
  cancel: '取消任务',
  pause: '暂缓或恢复任务',
  'decide-extension': '批复延期',
  'scan-signed': '登记盖章扫描件',
  'file-evidence': '归入佐证',
  'sign-off': '审签',
  'dry-run': '阶段预演',
  advance: '推进阶段',
  undo: '撤回阶段转换',
  decide: '办理待决事项',
  'roll-up': '登记汇总',
  'link-tasks': '关联任务',
  'read-brief': '查看简报',
  'draft-brief': '起草简报',
  'release-brief': '核发简报',
  direct: '作出批示',
  'demo-step': '拨动演示时钟',
  'demo-manage': '重置或移除演示',
  'demo-as': '切换演示身份',
  'load-calendar': '载入放假安排',
  link: '发放登录链接',
  verify: '核验存证',
  repair: '修复工作流',
  doctor: '检查运行状况',
} as const;
export type Act = keyof typeof ACTS;

/** `all`: in every plan that the grant covers · `own`: only what is the person's or their unit's. */
type Reach = 'all' | 'own';

/** Who may do what. What isn't here is refused. Coordinators see every inbox, but answer in none. */
export const RIGHTS: Record<Role, Partial<Record<Act, Reach>>> = {
  operator: {
    'list-plans': 'all',
    'demo-step': 'all',
    'demo-manage': 'all',
    'load-calendar': 'all',
    link: 'all',
    verify: 'all',
    repair: 'all',
    doctor: 'all',
  },
  coordinator: {
    'list-plans': 'all',
    'read-board': 'all',
    'read-story': 'all',
    'read-people': 'all',
    'read-unit-people': 'all',
    'read-events': 'all',
    'read-evidence': 'all',
    'read-inbox': 'all',
    answer: 'own',
    'answer-for-demo': 'all',
    'read-document': 'all',
    'review-reading': 'all',
    import: 'all',
    redate: 'all',
    start: 'all',
    amend: 'all',
    assign: 'all',
    reassign: 'all',
    'decide-dispute': 'all',
    'opt-in': 'all',
    'break-down': 'all',
    'add-contact': 'all',
    appoint: 'all',
    bind: 'all',
    unbind: 'all',
    'hand-over': 'all',
    'register-leave': 'all',
    'merge-units': 'all',
    nudge: 'all',
    resend: 'all',
    escalate: 'all',
    notice: 'all',
    accept: 'all',
    return: 'all',
    cancel: 'all',
    pause: 'all',
    'decide-extension': 'all',
    'scan-signed': 'all',
    'file-evidence': 'all',
    'dry-run': 'all',
    advance: 'all',
    undo: 'all',
    decide: 'all',
    'roll-up': 'all',
    'link-tasks': 'all',
    'read-brief': 'all',
    'draft-brief': 'all',
    'release-brief': 'all',
    'demo-step': 'all',
    'demo-manage': 'all',
    'demo-as': 'all',
    'load-calendar': 'all',
    verify: 'all',
    doctor: 'all',
  },
  leader: {
    'list-plans': 'all',
    'read-board': 'all',
    'read-story': 'all',
    'read-evidence': 'all',
    'read-inbox': 'own',
    'read-brief': 'all',
    direct: 'all',
    answer: 'own',
  },
  supervisor: {
    'list-plans': 'all',
    'read-story': 'own',
    'read-evidence': 'own',
    'read-inbox': 'own',
    answer: 'own',
    'sign-off': 'own',
    'roll-up': 'own',
    'read-unit-people': 'own',
    bind: 'own',
    unbind: 'own',
    'hand-over': 'own',
    'register-leave': 'own',
  },
  liaison: {
    'list-plans': 'all',
    'read-story': 'own',
    'read-evidence': 'own',
    'read-inbox': 'own',
    answer: 'own',
    'roll-up': 'own',
  },
  reader: { 'list-plans': 'all', 'read-board': 'all', 'read-story': 'all', 'read-brief': 'all' },
};

/** A role in one plan; planId null: in every plan. */
export interface Granted {
  planId: string | null;
  role: string;
}

/** What is acted on. planId null: the installation itself, for which only a grant over every plan counts. */
export interface Subject {
  planId: string | null;
  /** Units that it belongs to (a task's, a part's), and those that the person belongs to. */
  unitIds?: readonly string[];
  ownUnitIds?: readonly string[];
  /** The person's own by itself: their inbox. */
  own?: boolean;
}

/** May somebody with these grants do that to this subject? Pure; page, command line and chat ask here alike. */
export function may(act: Act, grants: readonly Granted[], subject: Subject): boolean {
  return grants.some(({ planId, role }) => {
    if (planId !== null && planId !== subject.planId) return false;
    const reach = isRole(role) ? RIGHTS[role][act] : undefined;
    return reach === 'all' || (reach === 'own' && isOwn(subject));
  });
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

const isOwn = ({ own = false, unitIds = [], ownUnitIds = [] }: Subject): boolean =>
  own || unitIds.some((id) => ownUnitIds.includes(id));
