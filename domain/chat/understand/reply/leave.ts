import { hasYear } from '../../../calendar/calendar-index.ts';
import { addDays, yearOf } from '../../../calendar/local-date.ts';
import type { Calendar } from '../../../calendar/types.ts';
import { nextWorkdayOnOrAfter } from '../../../calendar/working-days.ts';
import type { LocalDate } from '../../../plan/types.ts';
import type { ReplyItem, ReplyReading, Span } from '../types.ts';
import type { Clause } from './clauses.ts';
import type { DateNamed } from './dates-named.ts';
import { percentsIn } from './percents.ts';
import { LEAVE_LENGTH_MAX, requestsIn, saysReturn } from './requests.ts';

export interface Absence {
  plain: string;
  masked: string;
  dates: DateNamed[];
  clauses: Clause[];
  count: number;
  today: LocalDate;
  calendar: Calendar;
  /** All of the text, where `plain` is one sentence of it. */
  whole?: string;
}

const REPORTS = /\d[家户件所座处台套亩公]|完成|进度|办结|累计|新增|延期/;
/** 科长出差没人签字: somebody else is away, which holds the work up. */
const OTHERS =
  /(?:[科处局股所队站班组][长员]|领导|主任|经理|会计|专家|院长|校长|镇长|书记|经办人?|负责人|业务员|师傅)(?:们|都|还|正|去|在|昨[天晚]|今天|现在|目前|又)*(?:出差|请假|休假|住院|外出|培训|公出|休年假|在外|学习)/;
const EVERY = /(?:都|均|所有|全部|各项|手上|名下|[两二三四五六七八九]项)/;

/** Somebody says that they are away: which day they are back, and for which tasks; null: something else is said. */
export function leaveOf({
  plain,
  masked,
  dates,
  clauses,
  count,
  calendar,
  today,
  whole = plain,
}: Absence): ReplyReading | 'which-task' | null {
  const said = clauses.find((clause) => requestsIn(clause.text, true).includes('leave'));
  if (!said || plain.trim().length > LEAVE_LENGTH_MAX || REPORTS.test(plain) || percentsIn(plain).length > 0)
    return null;
  if (/不影响|不耽误/.test(plain) || OTHERS.test(plain)) return null;
  if (clauses.some((clause) => requestsIn(clause.text, false).includes('extension'))) return null;
  if (/[??]|吗/.test(plain) || clauses.some((clause) => /停工|暂停|没法|等.{0,8}批/.test(clause.text))) return null;
  const handed = clauses.some(
    (clause) =>
      requestsIn(clause.text, false).some((one) => one === 'handover' || one === 'dispute') &&
      !/期间|AB岗|代/.test(plain),
  );
  if (handed && !dates.some(Boolean)) return null;
  const many = EVERY.test(plain.replace(/[两二三四五六七八九]天/g, ''));
  if (count > 1 && !many) return 'which-task';
  const back = returnOf(dates, whole, masked, today, calendar);
  const span: Span = { start: said.start, end: said.end };
  const open = back === null || back.date === null;
  const items = Array.from({ length: count }, (_, task): ReplyItem => ({
    task,
    status: null,
    percent: null,
    figures: [],
    date: null,
    request: 'leave',
    requestDate: back?.date ?? null,
    blocker: null,
    noChange: false,
    sure: !open && !back.unsure,
    from: { request: span, ...(back?.date ? { requestDate: back.span } : {}) },
    words: plain.trim(),
  }));
  return { items, question: open ? 'which-date' : null };
}

function returnOf(
  dates: DateNamed[],
  plain: string,
  masked: string,
  today: LocalDate,
  calendar: Calendar,
): { date: LocalDate | null; span: Span; unsure: boolean } | null {
  const coming = dates.filter(({ date }) => date === null || date >= today);
  for (const { date, start, end, fuzzy } of coming.toReversed()) {
    const after = masked.slice(end, end + 8).split(/[,。;\n]/, 1)[0] ?? '';
    const before =
      masked
        .slice(Math.max(0, start - 8), start)
        .split(/[,。;\n]/)
        .at(-1) ?? '';
    if (saysReturn(after) || /(?:返岗|回来|回单位|返回|返校|销假)(?:时间|日期)?(?:为|是|:)?$/.test(before))
      return { date: fuzzy ? null : date, span: { start, end }, unsure: fuzzy };
  }
  const last = coming.at(-1);
  if (!last || last.date === null) return null;
  const until =
    /[至到-]\s?$/.test(masked.slice(0, last.start)) || masked.slice(last.start, last.end).length > 6 || last.fuzzy;
  if (!until) return null;
  if (last.fuzzy && !/[日号]|[至到~-]/.test(plain.slice(last.start, last.end)))
    return { date: null, span: last, unsure: true };
  const next = addDays(last.date, 1);
  return {
    date: hasYear(calendar, yearOf(next)) ? nextWorkdayOnOrAfter(calendar, next) : next,
    span: last,
    unsure: true,
  };
}
