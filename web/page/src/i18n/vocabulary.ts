import {
  DECISION_LABELS,
  EN_DECISION_LABELS,
  EN_OUTCOME_LABELS,
  OUTCOME_LABELS,
} from '../../../../domain/chat/desk-labels.ts';
import { catalogue } from './language.tsx';

/** Names of the closed lists that the server answers with. */
export const lightWords = catalogue(
  { red: '逾期', yellow: '滞后', blue: '临期', green: '正常', grey: '未启动' },
  { red: 'overdue', yellow: 'behind', blue: 'due soon', green: 'on track', grey: 'not started' },
);

/** A task's state as the server says it; in Chinese it stands as it came. */
export const stateWords = catalogue(
  { 逾期: '逾期', 滞后: '滞后', 临期: '临期', 正常: '正常', 未启动: '未启动', 已办结: '已办结', 已取消: '已取消' },
  {
    逾期: 'overdue',
    滞后: 'behind',
    临期: 'due soon',
    正常: 'on track',
    未启动: 'not started',
    已办结: 'done',
    已取消: 'cancelled',
  },
);

export const decisionWords = catalogue(DECISION_LABELS, EN_DECISION_LABELS);

export const roleWords = catalogue({ lead: '牵头', responsible: '责任' }, { lead: 'lead', responsible: 'responsible' });

export const dutyWords = catalogue(
  { receipt: '签收', report: '进展报送', completion: '办结' },
  { receipt: 'receipt', report: 'report', completion: 'completion' },
);

export const completionWords = catalogue(
  { open: '办理中', claimed: '已申请办结', returned: '已退回', accepted: '已验收' },
  { open: 'in hand', claimed: 'completion claimed', returned: 'returned', accepted: 'accepted' },
);

export const outcomeWords = catalogue(OUTCOME_LABELS, EN_OUTCOME_LABELS);

export const unitKindWords = catalogue(
  { department: '部门', group: '单位组', county: '县(市、区)' },
  { department: 'department', group: 'group', county: 'county' },
);

export const relationWords = catalogue(
  { subordinate: '隶属', independent: '不相隶属', institution: '院校企业' },
  { subordinate: 'subordinate', independent: 'independent', institution: 'institution' },
);

export const rankWords = catalogue(
  { liaison: '联络员', 'section-head': '科长', supervisor: '分管领导' },
  { liaison: 'liaison', 'section-head': 'section head', supervisor: 'supervisor' },
);

export const planStatusWords = catalogue(
  { draft: '待排日期', ready: '待启动', running: '运行中', archived: '归档', closed: '已结束' },
  { draft: 'to be dated', ready: 'ready', running: 'running', archived: 'archived', closed: 'closed' },
);

export const channelWords = catalogue(
  { web: '网页收件箱', slack: 'Slack', telegram: 'Telegram', scripted: '演示联络人', system: '系统', cli: '命令行' },
  {
    web: 'web inbox',
    slack: 'Slack',
    telegram: 'Telegram',
    scripted: 'demo contact',
    system: 'system',
    cli: 'command line',
  },
);

/** A list's word, or the value itself where the server knows more than this page. */
export function wordOr<T extends object>(words: T, value: string): string {
  return (words as Record<string, string>)[value] ?? value;
}
