import { itemLabel, shorten } from '../../../domain/chat/item-label.ts';
import { cycleText, fullDayText } from '../../../domain/chat/local-text.ts';
import type { ExtensionAsked, Guard } from '../../../domain/supervision/part-request.ts';
import { NOTICE_NAMES, type NoticeKind } from '../../../domain/reports/notice-types.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { englishExtensionText, englishItemText } from './decision-words-en.ts';
import type { Decision } from '../../../web/api.ts';
import { dutyWord } from '../../../domain/chat/duty-label.ts';

type Kind = Decision['kind'];

export const DECISION_ACTIONS: Record<Kind, Decision['actions']> = {
  completion: ['accept', 'return', 'open'],
  'sign-off': ['scan', 'bind', 'open'],
  extension: ['grant', 'other-date', 'refuse', 'open'],
  unassigned: ['assign', 'open'],
  undeliverable: ['bind', 'done'],
  'office-call': ['done', 'open'],
  escalation: ['escalate', 'hold-back', 'open'],
  'no-rank': ['bind', 'done'],
  circular: ['release-notice', 'drop-notice', 'open'],
  notice: ['release-notice', 'drop-notice', 'open'],
  unconfirmed: ['done', 'open'],
  dispute: ['reassign', 'keep-duty', 'done', 'open'],
  coordination: ['done', 'open'],
  directive: ['done'],
  'change-contact': ['bind', 'done'],
  binding: ['bind', 'done'],
  'stand-in': ['bind', 'done'],
  'roll-up': ['done', 'open'],
  evidence: ['file-evidence', 'done'],
};

/** Body of an OfficeItem, as whoever put it there wrote it. */
export interface ItemBody {
  no?: string | null;
  title?: string;
  unit?: string;
  words?: string;
  person?: string;
  /** Who stood in for them, and their last day away. */
  from?: string;
  lastDay?: string;
  reason?: string;
  channel?: string;
  duty?: string;
  cycle?: string;
  dueOn?: string;
  /** Of the held rung in the state. */
  escalationId?: string;
  noticeId?: string;
  files?: { id: string; name: string }[];
  /** Its kind. */
  notice?: string;
  /** 批示: of which brief, and the task that it may become. */
  briefNo?: number;
  draft?: { title: string; unit: string | null; dueOn: string | null };
}

/** 第(八)项“开展联合执法行动”; the title alone in quotes where the plan prints no number. */
function itemOf({ no, title }: ItemBody): string {
  if (title === undefined) return '';
  const quoted = `“${shorten(title, 30)}”`;
  return no ? `${itemLabel(no, title)}${quoted}` : quoted;
}

/** One line for the list of what awaits a decision. `unit`: its name, empty where there is none. */
export const itemText = (kind: Kind, body: ItemBody, unit: string, locale: Locale = 'zh'): string =>
  locale === 'en' ? englishItemText(kind, body, unit) : chineseItemText(kind, body, unit);

function chineseItemText(kind: Kind, body: ItemBody, unit: string): string {
  const item = itemOf(body);
  const who = unit || body.unit || body.person || '';
  const words = body.words ? `:“${shorten(body.words, 80)}”` : '';
  switch (kind) {
    case 'unassigned':
      return `${item}未列承办单位,请指定`;
    case 'undeliverable':
      return undeliverableText(who, body);
    case 'office-call':
      return `${who}${item}${dutyOf(body)}逾期未报,请电话督办`;
    case 'escalation':
      return `${who}${item}${dutyOf(body)}逾期未报,拟提示该单位分管负责同志,请核定`;
    case 'circular':
    case 'notice':
      return `${who}${item}${dutyOf(body)}${NOTICE_NAMES[body.notice as NoticeKind] ?? ''}已拟草稿,请核发或不予印发`;
    case 'no-rank':
      return `${who}未登记或未绑定分管领导,逾期事项不能提级提示,请登记或电话联系`;
    case 'unconfirmed':
      return `${who}${item}的答复未经本人核对${words}`;
    case 'dispute':
      return `${who}对${item}提出职责异议${words}`;
    case 'coordination':
      return `${who}${item === '' ? '' : `就${item}`}提请协调${words}`;
    case 'directive':
      return directiveText(body);
    case 'roll-up':
      return body.words ?? `${item}待办公室汇总`;
    case 'change-contact':
      return `${who}申请更换联络员${words}`;
    case 'binding':
      return bindingText(who, body);
    case 'stand-in':
      return `${who}外出至${fullDayText(body.lastDay ?? '')},原代办人员${body.from ?? ''}不再承担联络工作,暂无人代办,请与该单位明确代办人员`;
    case 'evidence':
      return evidenceText(who, body);
    case 'completion':
      return `${who}${item}申请办结${body.reason ? `(${body.reason})` : ''}${words}`;
    case 'sign-off':
      return `${who}${item}的${body.reason ?? ''}申请没有可以审签的分管负责同志,请登记盖章扫描件或联络人${words}`;
    case 'extension':
      return `${who}${item}${body.reason ?? ''}${words}`;
  }
}

const GUARDS: Record<Exclude<Guard, 'many-at-once'>, string> = { 'last-minute': '临期申请', repeated: '再次申请' };

/**
 * 申请由11月30日延至12月21日(到期前6个工作日提出,已完成85%;临期申请). `openNow`: of the unit, with those that came
 * after this one; several are always said.
 */
export function extensionText(
  progress: number | null,
  asked: ExtensionAsked,
  openNow: number,
  locale: Locale = 'zh',
): string {
  if (locale === 'en') return englishExtensionText(progress, asked, openNow);
  const { dueOn, newDueOn, workingDaysBefore, guards, level } = asked;
  const notes = [
    `到期前${workingDaysBefore}个工作日提出`,
    progress === null ? '未报进度' : `已完成${progress}%`,
    ...guards.flatMap((guard) => (guard === 'many-at-once' ? [] : [GUARDS[guard]])),
    ...(openNow > 1 ? [`该单位共${openNow}件待批`] : []),
    ...(level === 'leading-group' ? ['须报领导小组'] : []),
  ];
  return `申请由${fullDayText(dueOn)}延至${fullDayText(newDueOn)}(${notes.join(';')})`;
}
const dutyOf = ({ cycle, duty, dueOn }: ItemBody): string =>
  `${cycleText(cycle ?? '')}${dutyWord(duty)}${dueOn ? `(时限${fullDayText(dueOn)})` : ''}`;

const LEFT: Record<string, string> = {
  refused: '随附的答复未予登记',
  'no-part': '没有可以归入的任务',
  unanswered: '未指明是哪一项的佐证',
  lost: '一天内未能从聊天工具取得',
};

/** 市科技局李某发来“现场.jpg”,未指明是哪一项的佐证,请与其核实 */
const evidenceText = (who: string, { person = '', files = [], reason = '' }: ItemBody): string =>
  `${who === person ? who : `${who}${person}`}发来${files.map(({ name }) => `“${name}”`).join('、')},${LEFT[reason] ?? ''},请与其核实`;

function undeliverableText(who: string, { reason, channel }: ItemBody): string {
  switch (reason) {
    case 'no-contact':
      return `${who}尚未绑定联络员,提示无法送达`;
    case 'refused':
      return `${who}联络员的聊天账号拒收,已改用其他渠道或提示科室负责人,请核对联络方式`;
    case 'rejected':
      return `发给${who}的消息被聊天平台退回,请改用其他方式告知,并请信息中心查看`;
    case 'ambiguous':
      return `${who}的提示是否送达不明,请电话确认`;
    case 'channel-silent':
      return `聊天渠道${channel ?? ''}已有数分钟收不到消息,系统正在重连,请信息中心查看;其间请用网页收件箱`;
    case 'channel-down':
      return `聊天渠道${channel ?? ''}的令牌失效,消息已改走其他渠道,请信息中心更换令牌`;
    default:
      return `${who}的提示未能送达,请核对联络方式`;
  }
}

/** Somebody else had the code: what the office should look after. */
function bindingText(who: string, { reason, words }: ItemBody): string {
  const account = words ? `(账号“${words}”)` : '';
  switch (reason) {
    case 'taken':
      return `发给${who}的绑定码由他人已绑定的账号${account}打开,未予绑定,绑定码已作废,请核对发放方式后重新发放`;
    case 'not-asked':
      return `${who}表示未曾申请改绑${account},该申请已作废,请核对绑定码是否外泄`;
    default:
      return `打开${who}绑定码的账号${account}表示不是本人,绑定码已作废,请核对后重新发放`;
  }
}

/** 罗某对第7期简报批示:“……”;拟办:“……”,市科技局,11月30日前 */
function directiveText({ person = '', briefNo, words = '', draft }: ItemBody): string {
  const drafted = draft
    ? `;拟办:${[
        `“${shorten(draft.title, 30)}”`,
        draft.unit,
        draft.dueOn === null ? null : `${fullDayText(draft.dueOn)}前`,
      ]
        .filter((piece) => piece !== null)
        .join(',')}`
    : '';
  return `${person}对第${briefNo ?? ''}期简报批示:“${shorten(words, 80)}”${drafted}`;
}
