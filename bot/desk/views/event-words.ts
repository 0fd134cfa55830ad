import { OFFICE_ROLE_NAMES, type OfficeRole } from '../../../domain/rights.ts';
import { refusalSentence, type RefusalCode, REFUSALS } from '../../../domain/refusals.ts';
import { cycleText, fullDayText } from '../../../domain/chat/local-text.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { englishEvent } from './event-words-en.ts';
import { NOTICE_NAMES, type NoticeKind } from '../../../domain/reports/notice-types.ts';
import { figuresText, type SaidFigure } from '../../../domain/supervision/figures.ts';
import { dutyLabel } from '../../../domain/chat/duty-label.ts';
import { sizeText } from '../../../domain/evidence/size-text.ts';
import { requestSentences } from './request-sentences.ts';
import { despiteOpen, subItemSentences } from './sub-item-sentences.ts';

type Body = Record<string, unknown>;

const late = ({ late: was }: Body): string => (was === true ? '(逾期后报送)' : '');
const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const officeRole = (role: unknown): string => OFFICE_ROLE_NAMES[role as OfficeRole] ?? text(role);

const PHASES: Record<string, string> = {
  deployment: '部署阶段',
  implementation: '实施阶段',
  inspection: '迎检阶段',
  closed: '结束',
};
const phase = (value: unknown): string => PHASES[text(value)] ?? '';

function reported({ before, after, expectedOn, blocker, figures, ...body }: Body): string {
  const figure =
    typeof after === 'number' && after !== before
      ? `,进度${typeof before === 'number' ? before : 0}%→${after}%`
      : typeof after === 'number'
        ? `,进度${after}%`
        : '';
  const until = typeof expectedOn === 'string' ? `,预计${fullDayText(expectedOn)}完成` : '';
  const issue = text(blocker) === '' ? '' : `,问题:${text(blocker)}`;
  return `报送进展${figure}${stated(figures)}${until}${issue}${late(body)}。`;
}

const stated = (figures: unknown): string =>
  Array.isArray(figures) && figures.length > 0 ? `,${figuresText(figures as SaidFigure[])}` : '';

/** A new version of a report; of somebody else's report, whose. */
function corrected({ version, before, after, originalByName, figures }: Body): string {
  const figure =
    typeof after === 'number' && after !== before ? `,进度${typeof before === 'number' ? before : 0}%→${after}%` : '';
  const whose = text(originalByName) === '' ? '' : `,原由${text(originalByName)}报送`;
  return `更正进展(第${Number(version) || 2}版)${figure}${stated(figures)}${whose},原报送留存。`;
}

/** An answer that its author took back, with what is owed again by it. */
function withdrawn({ reading, before, after, reopened }: Body): string {
  const what =
    reading === 'receipt'
      ? '签收'
      : reading === 'claim-completion'
        ? '办结申请'
        : reading === 'correction'
          ? '更正'
          : '进展报送';
  const figure = typeof before === 'number' && before !== after ? `,进度由${before}%恢复为${percent(after)}` : '';
  const again = Array.isArray(reopened) && reopened.length > 0 ? ',原事项仍待办理' : '';
  return `报送人撤回${what}${figure}${again}。`;
}

const percent = (value: unknown): string => (typeof value === 'number' ? `${value}%` : '未报');

/** What an accepted change of the plan made of one task. */
function amended({ dueOn, title, no, partsIn, partsOut, roles, window, optional, keyTask }: Body): string {
  const parts = [
    text(title) === '' ? '' : `改称“${text(title)}”`,
    no === undefined ? '' : `编号改为${text(no) || '无'}`,
    text(dueOn) === '' ? '' : `时限改为${fullDayText(text(dueOn))}`,
    window === undefined ? '' : '阶段起止日期调整',
    count(partsIn) > 0 ? `增加${count(partsIn)}个承办单位` : '',
    count(partsOut) > 0 ? `${count(partsOut)}个单位不再承担` : '',
    count(roles) > 0 ? `${count(roles)}个单位的分工调整` : '',
    optional === undefined ? '' : optional === true ? '改为选做' : '改为必做',
    keyTask === undefined ? '' : keyTask === true ? '改为按月报送' : '改为按季报送',
  ].filter((part) => part !== '');
  return `方案修订:${parts.length > 0 ? parts.join(',') : '已调整'}。`;
}

const noticeName = (kind: unknown): string => NOTICE_NAMES[text(kind) as NoticeKind] ?? '';

/** What came due by the calendar, and what of it waits for the office. */
function due(rungs: Body[]): string {
  const of = (is: (rung: Body) => boolean, what: string): string => {
    const count = rungs.filter(is).length;
    return count === 0 ? '' : `;${count}个${what}`;
  };
  const held = of(({ status }) => status === 'held', '提级提示待办公室核定');
  const noRank = of(({ reason, status }) => status === 'skipped' && reason === 'no-rank', '因未登记分管领导跳过');
  const circular = of(({ status, rung }) => status === 'office' && rung === 'o10', '转为通报草稿');
  return `${rungs.length}个提醒时点到时${held}${noRank}${circular}。`;
}

/** One sentence a kind of event, in official register. Units and persons stand beside it, not in it. */
const SENTENCES: Record<string, (body: Body) => string> = {
  receiptGiven: (body) => `签收任务${late(body)}。`,
  receiptRepeated: () => '再次签收,此前已登记。',
  reportFiled: reported,
  reportCorrected: corrected,
  replyWithdrawn: withdrawn,
  noChangeReported: (body) =>
    `报送:较上次无变化${late(body)}${text(body['reason']) === '' ? '' : `,理由:${text(body['reason'])}`}。`,
  completionClaimed: (body) =>
    `申请办结${late(body)},${body['signOff'] === 'waiting' ? '待单位审签' : '待办公室验收'}${body['supersedes'] === undefined ? '' : ',此前的延期申请不再办理'}。`,
  ...requestSentences,
  evidenceFiled: ({ name, size, sha256 }) =>
    `收存佐证“${text(name)}”(${sizeText(Number(size) || 0)},校验值${text(sha256).slice(0, 8)})。`,
  claimRepeated: () => '再次申请办结,此前已收到。',
  rollUpConfirmed: ({ cycle, from, missing, n, ...body }) =>
    `${Number(n) > 1 ? '更新' : '确认'}${cycleText(text(cycle))}汇总,采用${count(from)}家报送${count(missing) > 0 ? `,尚缺${count(missing)}家` : ''}${late(body)}。`,
  taskLinked: ({ other }) => `与${text(other)}关联:每期只提示一次,报送同时登记。`,
  taskUnlinked: () => '取消与其他方案任务的关联,分别提示、分别登记。',
  rollUpOlder: ({ cycle }) => `留存较早的${cycleText(text(cycle))}汇总稿;此后已有更新的汇总,未作改动。`,
  coordinationAsked: () => '提请协调。',
  dutyDisputed: () => '提出职责异议,待办公室核定。',
  disputeDecided: ({ uphold, reason }) =>
    `办公室核定:职责异议${uphold === true ? '成立' : '不成立,仍由该单位承办'}。理由:${text(reason)}`,
  partReassigned: ({ from, to, reason }) =>
    `办公室调整承办单位:由${text(from)}改为${text(to)},自此重新签收。理由:${text(reason)}`,
  partMerged: ({ from, to, reason }) => `${text(from)}承办的部分并入${text(to)},原话和进度留存。理由:${text(reason)}`,
  wordsKept: () => '留存原话,未改动进度。',
  replyOlder: () => '留存较早的答复;此后已有更新的登记,未作改动。',
  unitsAssigned: () => '办公室指定承办单位。',
  ...subItemSentences,
  optedIn: () => '列入选做事项。',
  amendmentProposed: ({ no }) => `提交新版,列为第${Number(no) || 1}次修订。`,
  amendmentMatched: ({ no }) => `核定第${Number(no) || 1}次修订的任务对应关系。`,
  changeAccepted: ({ sentence }) => `采纳修订:${text(sentence)}`,
  changeDeclined: ({ sentence }) => `不采纳修订:${text(sentence)}`,
  changeTakenBack: ({ sentence, code, details }) =>
    `退回修订:${text(sentence)}${isCode(code) ? refusalSentence(code, (details ?? {}) as Record<string, string | number>) : ''}`,
  planAmended: () => '方案按修订调整。',
  taskAmended: (body) => amended(body),
  taskAdded: () => '方案修订,新增本项任务。',
  replyToFormerPart: () => '留存答复;该单位已不再承担本项任务,未作改动。',
  replyAfterWithdrawal: () => '留存答复;任务此前已取消,未作改动。',
  taskCancelled: ({ reason, amendmentId }) =>
    amendmentId === undefined ? `任务取消。理由:${text(reason)}` : `方案修订,任务取消:${text(reason)}`,
  taskAccepted: (body) => `办公室验收,任务办结。${despiteOpen(body)}`,
  completionAccepted: ({ closes, ...body }) =>
    closes === true ? `办公室验收,任务办结。${despiteOpen(body)}` : '办公室验收该单位承办部分。',
  completionReturned: ({ reason, n }) =>
    `办公室退回补充${typeof n === 'number' && n > 1 ? `(第${n}次)` : ''}。理由:${text(reason)}`,
  nudged: ({ n, duty, cycle }) => `办公室催办${dutyLabel(text(duty), text(cycle))}(第${Number(n) || 1}次)。`,
  phaseChanged: ({ to }) => `转入${phase(to)}。`,
  phaseClosed: () => '阶段结束。',
  periodsAbsorbed: ({ parts }) => `${count(parts)}个单位较早各期的逾期报送各并为一项,此前提醒记录不变。`,
  scheduled: ({ slots }) => (Number(slots) > 0 ? `排定今后${Number(slots)}个提醒时点。` : '没有需要排定的提醒时点。'),
  rungsDue: ({ rungs }) => due(Array.isArray(rungs) ? (rungs as Body[]) : []),
  noticeDrafted: ({ notice }) => `办公室起草${noticeName(notice)}。`,
  noticeReleased: ({ notice }) => `办公室核发${noticeName(notice)}。`,
  noticeDropped: ({ notice, reason }) => `办公室决定不予印发${noticeName(notice)}。理由:${text(reason)}`,
  escalationReleased: ({ duty, cycle }) => `办公室核定,就${dutyLabel(text(duty), text(cycle))}逾期提示分管负责同志。`,
  escalationDropped: ({ duty, cycle, reason }) =>
    `办公室核定,${dutyLabel(text(duty), text(cycle))}逾期不提示分管负责同志。理由:${text(reason)}`,
  entitiesTold: ({ phase: told }) =>
    text(told) === '' ? '方案结束,已告知各项任务。' : `已告知各项任务转入${phase(told)}。`,
  rungsSkipped: ({ count }) => `${Number(count) || 0}个提醒时点已过,未发送。`,
  planStarted: ({ phase: first }) => `方案启动,进入${phase(first)}。`,
  phaseAdvancing: ({ to, override }) =>
    `推进至${phase(to)},撤回时限内不发送${text(override) === '' ? '' : `。理由:${text(override)}`}。`,
  phaseAdvanceUndone: () => '撤回阶段转换,没有任何单位收到通知。',
  phaseAdvanced: ({ to }) => `已转入${phase(to)}。`,
  planClosed: () => '方案结束。',
  documentRead: ({ title, tasks }) => `读入《${text(title)}》,任务${Number(tasks) || 0}项,待核对。`,
  readingEdited: ({ changes }) => `改动读入稿${Array.isArray(changes) ? changes.length : 0}处。`,
  readingAnswered: ({ answers, withdrawn }) =>
    [
      Array.isArray(answers) && answers.length > 0 ? `答复${answers.length}个问题` : '',
      Array.isArray(withdrawn) && withdrawn.length > 0 ? `撤回${withdrawn.length}个答复` : '',
    ]
      .filter((part) => part !== '')
      .join(',')
      .concat('。'),
  readingImported: ({ title }) => `读入稿《${text(title)}》导入为方案。`,
  readingAmends: ({ title }) => `读入稿《${text(title)}》作为新版提交修订。`,
  readingDiscarded: ({ title }) => `放弃读入稿《${text(title)}》。`,
  readingReopened: ({ title }) => `重新打开读入稿《${text(title)}》。`,
  planImported: () => '导入方案。',
  planRedated: () => '排定方案日期。',
  planStartAsked: () => '提出启动方案。',
  leaveRegistered: ({ person, standIn, lastDay }) =>
    `登记外出:${text(person)}至${fullDayText(text(lastDay))},其间由${text(standIn)}代办。`,
  leaveEnded: ({ person }) => `${text(person)}返岗,事项提示恢复发给本人。`,
  standInChanged: ({ person, from, to, lastDay }) =>
    `${text(from)}不再代${text(person)}办理(外出至${fullDayText(text(lastDay))}),${text(to) === '' ? '暂无人接替,提示恢复发给本人' : `改由${text(to)}代办`}。`,
  contactHandedOver: ({ unit, from, to }) => `${text(unit)}的联络工作由${text(from)}移交${text(to)}。`,
  contactRemoved: ({ person }) => `停用联络人${text(person)}。`,
  contactUnbound: ({ person, accounts }) => `解除${text(person)}的${Number(accounts) || 0}个账号。`,
  unitsMerged: ({ from, to, reason }) => `${text(from)}并入${text(to)},在办事项随之移交。依据:${text(reason)}`,
  roleGranted: ({ person, role }) => `登记${text(person)}为${officeRole(role)}。`,
  roleEnded: ({ person, roles }) =>
    `${text(person)}不再是${(Array.isArray(roles) ? roles : []).map(officeRole).join('、')}。`,
  contactAdded: () => '登记联络人。',
  contactBound: ({ person, accountName }) =>
    `${text(person) || '联络人'}完成绑定${text(accountName) === '' ? '' : `(账号“${text(accountName)}”)`}。`,
  bindingDenied: ({ person, accountName }) =>
    `发给${text(person)}的绑定码由他人${text(accountName) === '' ? '' : `(账号“${text(accountName)}”)`}使用,未予绑定。`,
  codeIssued: () => '发放一次性码。',
  messageResent: ({ person, by }) => `重新发送给${text(person)}的未送达消息${by === 'other' ? ',改用其他渠道' : ''}。`,
  itemSettled: () => '待办事项已办。',
  cardClosed: () => '已发出的卡片关闭。',
  briefDrafted: ({ no }) => `起草第${Number(no) || 1}期简报。`,
  briefEdited: ({ no }) => `修改第${Number(no) || 1}期简报。`,
  briefReleased: ({ no }) => `核发第${Number(no) || 1}期简报。`,
  directiveGiven: ({ briefNo }) => `对第${Number(briefNo) || 1}期简报作出批示,交办公室拟办。`,
  calendarLoaded: ({ year }) => `载入${Number(year) || ''}年放假安排。`,
  refused: ({ code, details }) =>
    `未予登记:${isCode(code) ? refusalSentence(code, (details ?? {}) as Record<string, string | number>) : text(code)}`,
};

const isCode = (code: unknown): code is RefusalCode => typeof code === 'string' && code in REFUSALS;

/** An event in one sentence; a kind without one shows its name, so that nothing is left out. */
export const eventSentence = (kind: string, body: Body, locale: Locale = 'zh'): string =>
  locale === 'en' ? englishEvent(kind, body) : (SENTENCES[kind]?.(body) ?? kind);

export const EVENT_KINDS = Object.keys(SENTENCES);
