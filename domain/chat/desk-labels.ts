/** Names of the office's lists, as chat, command line and page print them. */
export const DECISION_LABELS = {
  completion: '办结验收',
  'sign-off': '待审签',
  extension: '延期审批',
  unassigned: '待指定',
  undeliverable: '无法送达',
  'office-call': '电话督办',
  escalation: '提级核定',
  'no-rank': '缺分管领导',
  'stand-in': '缺代办人员',
  circular: '通报草稿',
  notice: '督办单草稿',
  unconfirmed: '未核对',
  dispute: '职责异议',
  coordination: '提请协调',
  directive: '领导批示',
  'change-contact': '更换联络员',
  'roll-up': '待汇总',
  binding: '身份核对',
  evidence: '待归佐证',
};

export const EN_DECISION_LABELS: typeof DECISION_LABELS = {
  completion: 'completion',
  'sign-off': 'sign-off',
  extension: 'extension',
  unassigned: 'no unit',
  undeliverable: 'undeliverable',
  'office-call': 'telephone',
  escalation: 'escalation',
  'no-rank': 'no supervisor',
  'stand-in': 'no stand-in',
  circular: 'draft circular',
  notice: 'draft notice',
  unconfirmed: 'unconfirmed',
  dispute: 'dispute',
  coordination: 'coordination',
  directive: 'instruction',
  'change-contact': 'new liaison',
  'roll-up': 'to add up',
  binding: 'wrong person',
  evidence: 'file without task',
};

export const decisionLabels = (locale: 'zh' | 'en'): typeof DECISION_LABELS =>
  locale === 'en' ? EN_DECISION_LABELS : DECISION_LABELS;

/** How a rung stands or ended. */
export const OUTCOME_LABELS = {
  sent: '已发',
  merged: '并入同日消息',
  superseded: '被后一次取代',
  withdrawn: '已撤回',
  skipped: '未发(按规则)',
  undeliverable: '无法送达',
  held: '待办公室核定',
  planned: '计划',
  queued: '待发',
  sending: '发送中',
};

export const EN_OUTCOME_LABELS: typeof OUTCOME_LABELS = {
  sent: 'sent',
  merged: 'merged',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
  skipped: 'skipped by rule',
  undeliverable: 'undeliverable',
  held: 'held for the office',
  planned: 'planned',
  queued: 'queued',
  sending: 'sending',
};
