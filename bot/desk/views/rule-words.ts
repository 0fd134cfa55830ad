import { OUTCOME_LABELS } from '../../../domain/chat/desk-labels.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { EN_COUNTED, EN_REASONS, EN_RULES, EN_RUNGS } from './rule-words-en.ts';
import { englishSummary } from '../../../domain/chat/catalogue/en-summaries.ts';
import { providerReason } from '../../../domain/chat/provider-reason.ts';
import { REPLACED, RESENT } from '../../../prisma/queries/drop-unsent.ts';
import type { TaskStory } from '../../../web/api.ts';

const RUNGS: Record<string, string> = {
  issue: '下达',
  d7: '到期前7个工作日',
  d3: '到期前3个工作日',
  d1: '到期前1个工作日',
  d0: '到期当日',
  o1: '逾期第1个工作日',
  o3: '逾期第3个工作日',
  o5: '逾期第5个工作日',
  o10: '逾期第10个工作日(通报草稿)',
  w1: '逾期后第1个星期一',
  w2: '逾期后第2个星期一',
  w3: '逾期后第3个星期一',
  w4: '逾期后第4个星期一',
  office: '办公室电话清单',
};

export function rungLabel(rung: string, locale: Locale = 'zh'): string {
  const nudged = /^nudge-(\d+)$/.exec(rung);
  if (locale === 'en') return nudged ? `reminder ${nudged[1]}` : (EN_RUNGS[rung] ?? rung);
  return nudged ? `第${nudged[1]}次催办` : (RUNGS[rung] ?? rung);
}

const RULES: Record<string, string> = {
  issue: '任务下达',
  'issued-late': '下达较晚,仅发一次',
  'due-day': '到期当日',
  nudge: '人工催办',
  'office-list': '转办公室电话清单',
  makeup: '调休上班日',
  'rest-day': '适逢休息日顺延',
  'not-subordinate': '不相隶属,转办公室联系',
  'digest.first': '每日汇总',
  'digest.second': '下午汇总(当日到期)',
  'window.open': '发送时段内',
  'window.closed': '发送时段外顺延',
  'window.rest-day': '休息日顺延',
  'escalation.friday-afternoon': '星期五下午不提级',
  'escalation.eve-of-holiday': '长假前最后一个工作日不提级',
};

const COUNTED: [RegExp, (n: string) => string][] = [
  [/^before-(\d+)$/, (n) => `到期前${n}个工作日`],
  [/^overdue-(\d+)$/, (n) => `逾期第${n}个工作日`],
  [/^monday-(\d+)$/, (n) => `逾期后第${n}个星期一`],
  [/^holiday\.first-day-(\d\d:\d\d)$/, (time) => `长假后首日${time}起`],
];

/** 到期前3个工作日 · 调休上班日: a slot's rule as a person reads it. Codes without a word stay as they are. */
export const ruleLabel = (rule: string, locale: Locale = 'zh'): string =>
  rule
    .split('+')
    .map((code) => oneRule(code, locale))
    .join(' · ');

function oneRule(code: string, locale: Locale): string {
  const known = (locale === 'en' ? EN_RULES : RULES)[code];
  if (known !== undefined) return known;
  for (const [pattern, word] of locale === 'en' ? EN_COUNTED : COUNTED) {
    const found = pattern.exec(code);
    if (found?.[1] !== undefined) return word(found[1]);
  }
  return code.startsWith('escalation.') ? (locale === 'en' ? 'no escalation now' : '此时不提级') : code;
}

/** How a rung stands or ended. */
export const outcomeLabel = (outcome: string): string => LABELS[outcome] ?? outcome;

const LABELS: Record<TaskStory['slots'][number]['outcome'], string> & Record<string, string> = OUTCOME_LABELS;

const REASONS: Record<string, string> = {
  'no-contact': '无联络员',
  unreachable: '联络账号均无法送达',
  ambiguous: '是否送达不明',
  rate: '平台限速,顺延发送',
  [REPLACED]: '发送前已办理,不再发送',
  'no-such-rank': '该单位未设此职级联络人',
  'no-rank': '该单位未登记或未绑定分管领导,已跳过',
  'office-list': '已列入办公室电话清单',
  'budget.day': '当日汇总消息已满,顺延发送',
  'budget.week': '本周汇总消息已满,顺延发送',
  'circular-draft': '已拟通报草稿,待办公室核发',
  [RESENT]: '办公室已重新发送',
  'not sent in time': '未能在时限内发出',
};

/** Why a rung ended as it did; a superseded one names the rung that took its place. */
export function reasonLabel(reason: string | null, locale: Locale = 'zh'): string | null {
  if (reason === null) return null;
  const known = (locale === 'en' ? EN_REASONS : REASONS)[reason];
  if (known !== undefined) return known;
  if (RUNGS[reason] === undefined && !/^nudge-\d+$/.test(reason))
    return locale === 'en' ? englishSummary(reason) : reason;
  return locale === 'en' ? `replaced by "${rungLabel(reason, 'en')}"` : `由“${rungLabel(reason)}”替代`;
}

/** Is it one of ours? Anything else is what a provider said, or what somebody wrote. */
const isKnownReason = (reason: string): boolean =>
  REASONS[reason] !== undefined || RUNGS[reason] !== undefined || /^nudge-\d+$/.test(reason) || HAN.test(reason);

const HAN = /\p{Script=Han}/u;

/** Of what was not sent, or not surely: ours in our words, a provider's in a sentence with its own words behind. */
export const failureLabel = (reason: string, locale: Locale = 'zh'): string =>
  isKnownReason(reason) ? (reasonLabel(reason, locale) ?? '') : providerReason(reason, locale);
