import { addDays } from '../../calendar/local-date.ts';
import type { Calendar } from '../../calendar/types.ts';
import type { LocalDate } from '../../plan/types.ts';
import { normalise } from './clauses.ts';
import { isFirm } from './days.ts';
import { clausesOf } from './reply/clauses.ts';
import { datesNamed, withoutDays, type DateNamed } from './reply/dates-named.ts';
import { leaveBeside } from './reply/leave-beside.ts';
import { leaveOf, type Absence } from './reply/leave.ts';
import { prepare } from './reply/prepare.ts';
import type { ReplyItem } from './types.ts';

/** 外出至11月30日,由李某代. `until` null: no last day away that is still to come. `standIn` null: AB岗, or nobody, was named. */
export interface LeaveWords {
  from: LocalDate | null;
  until: LocalDate | null;
  standIn: string | null;
}

const STANDS_IN = /代|AB岗|A岗|B岗|顶岗|接替/i;
/** 组织学员外出, 外出人员名单: others are away, or it is the work itself. */
const OTHERS_AWAY =
  /(?:组织|安排|选派|派出|带队|率队|抽调|企业|职工|学员|学生|教师|干部|党员|群众|专班)[^,。;]{0,8}(?:外出|出差|培训|学习|请假|休假|考察)|(?:外出|出差|培训|学习|请假|休假)(?:的)?(?:人员|人数|名单|报名|通知|方案|制度|审批|学习班|考察组)/;
/** 明天请假, 11月25日我因事请假一天: one day away. */
const ONE_DAY =
  /^\s*(?:[上下]午)?(?:我|本人)?(?:因[^,。;]{1,8})?(?:需|要|拟|将)?(?:请.{0,3}假|休假|年休|出差|外出|公出)/;
/** 我下周请假三天, 要出差一周, and no more: a leave whose last day isn't said. */
const WHEN =
  '(?:[今明后]天|[本这下]周[一二三四五六日]?|[本这下]个?月|近期|最近|[上下]午|[,、\\s]|我|本人|需|要|想|拟|将|得)*';
const BARE_LEAVE = new RegExp(
  `^${WHEN}(?:因[^,。;]{1,8})?${WHEN}(?:请[^,。;]{0,3}假|休[年婚产病]?假|年休|出差|外出|公出|住院)[了约]?(?:[\\d一两二三四五六七八九十半几]+(?:天|日|周|个?月))?[了啊吧。.!]*$`,
);
const NAMED = [
  /由(?:同科室|本科室|我科|科室)?([^,。;、由]{1,8}?)(?:同志)?(?:代|顶岗|接替|负责)/,
  /(?:AB|B)岗(?:为|是|:)?([\u4e00-\u9fa5]{2,4}?)(?:同志)?(?:代|顶岗|接替|负责)?[。]?$/i,
  /(?:^|[,。;、])(?:请)?([\u4e00-\u9fa5]{2,4}?)(?:同志)?(?:代|顶岗)(?:办|管|岗|为办理|办理)?[。]?$/,
  // 有事找赵某
  /(?:有事|急事|工作|业务|事情|期间)[^,。;]{0,4}(?:找|联系|对接)(?:我们|本科|同科)?(?:的)?([\u4e00-\u9fa5]{2,4}?)(?:同志)?(?:$|[,。;、])/,
];
const NO_NAME = /^(AB|A|B)岗|^同事|^他人|^其他|^单位/i;

/**
 * Somebody says that they are away, from when, until when and who stands in (policy "People": by words), alone or in a
 * sentence beside a report; null: something else is said, or neither a day nor a stand-in. `today`: the writer's day.
 */
export function leaveIn(text: string, today: LocalDate, calendar: Calendar): LeaveWords | null {
  const plain = prepare(text);
  if (OTHERS_AWAY.test(plain)) return null;
  const absence = absenceIn(plain, today, calendar);
  const away = leaveOf(absence);
  const [item] = away === null || away === 'which-task' ? [] : away.items;
  const said = item ? wordsOf(item, absence, text) : null;
  return said ?? (BARE_LEAVE.test(plain.trim()) ? { from: null, until: null, standIn: null } : null);
}

/** The same in a sentence of its own beside a report. */
export function leaveBesideIn(text: string, today: LocalDate, calendar: Calendar): LeaveWords | null {
  const plain = prepare(text);
  const absence = absenceIn(plain, today, calendar);
  const item = OTHERS_AWAY.test(plain) ? null : leaveBeside(absence);
  return item && wordsOf(item, absence, text);
}

function absenceIn(plain: string, today: LocalDate, calendar: Calendar): Absence {
  const dates = datesNamed(plain, today, calendar);
  const masked = withoutDays(plain, dates);
  return { plain, masked, dates, clauses: clausesOf(masked), count: 1, today, calendar };
}

function wordsOf(item: ReplyItem, { plain, dates, today, calendar }: Absence, text: string): LeaveWords | null {
  const span = item.from.requestDate;
  const said = span && dates.find(({ start }) => start === span.start);
  const standIn = nameIn(normalise(text));
  if (!said || item.requestDate === null) {
    const day = oneDay(dates, plain);
    // A bare 外出至30日 asks who stands in; without a day only the words of standing in tell it from small talk.
    return day === null && !STANDS_IN.test(plain) ? null : { from: day, until: day, standIn };
  }
  // 28日返岗 names the day of being back, 外出至28日 the last one away.
  const until = said.date === item.requestDate ? addDays(item.requestDate, -1) : said.date;
  return { from: firstDay(said, dates, plain, { today, calendar }), until, standIn };
}

const oneDay = (dates: DateNamed[], plain: string): LocalDate | null => {
  const [only, ...others] = dates;
  return only && others.length === 0 && isFirm(only) && ONE_DAY.test(plain.slice(only.end)) ? only.date : null;
};

/** The first day away: named before the last one, or the head of a range. */
function firstDay(
  last: DateNamed,
  dates: DateNamed[],
  plain: string,
  { today, calendar }: Pick<Absence, 'today' | 'calendar'>,
): LocalDate | null {
  // 25日至27日出差,28日返岗: the range stands before the day of being back.
  for (const range of dates.filter(({ start }) => start <= last.start)) {
    const [head = '', tail] = plain.slice(range.start, range.end).split(/[至到~-]/);
    if (tail === undefined) continue;
    const [found] = datesNamed(/\d$/.test(head) ? `${head}日` : head, today, calendar);
    return found?.date ?? null;
  }
  const [first] = dates;
  return first && first !== last && isFirm(first) ? first.date : null;
}

/** 已返岗, 销假 and the like, by themselves. */
export const isBack = (text: string): boolean =>
  /^(本人|我)?(已经?|现已)?(返岗|销假|回岗|返回岗位|回单位上班|结束外出|休假结束)(了)?[。.]?$/.test(normalise(text));

function nameIn(words: string): string | null {
  for (const pattern of NAMED) {
    const name = pattern.exec(words)?.[1];
    if (name !== undefined && name !== '' && !NO_NAME.test(name)) return name;
  }
  return null;
}
