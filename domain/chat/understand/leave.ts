import { DateTime } from 'luxon';
import type { LocalDate } from '../../plan/types.ts';
import { normalise } from './clauses.ts';
import { datesIn } from './dates.ts';

/** 外出至11月30日,由李某代. `until` null: no day that is still to come. `standIn` null: AB岗, or nobody, was named. */
export interface LeaveWords {
  from: LocalDate | null;
  until: LocalDate | null;
  standIn: string | null;
}

/** Longer texts are reports in which somebody was away. */
const LENGTH_MAX = 60;

const AWAY = /外出|出差|休假|请假|公出|离岗|年休假?|产假|病假|脱产|外出学习/;
const OPENS =
  /^(本人|我)?(因[^,。;]{1,12}[,]?)?(将|需|要|拟|现)?(自|从|于)?[^,。;]{0,14}?(外出|出差|休假|请假|公出|离岗|年休|产假|病假)/;
const STANDS_IN = /代|AB岗|A岗|B岗|顶岗|接替/i;
const UNTIL = /(?:至|到|~|-)([^,。;、由]*?[日号底末一二三四五六天])/;
const NAMED = [
  /由(?:同科室|本科室|我科|科室)?([^,。;、由]{1,8}?)(?:同志)?(?:代|顶岗|接替|负责)/,
  /(?:AB|B)岗(?:为|是|:)?([\u4e00-\u9fa5]{2,4}?)(?:同志)?(?:代|顶岗|接替|负责)?[。]?$/i,
  /(?:^|[,。;、])(?:请)?([\u4e00-\u9fa5]{2,4}?)(?:同志)?(?:代|顶岗)(?:办|管|岗|为办理|办理)?[。]?$/,
];
const NO_NAME = /^(AB|A|B)岗|^同事|^他人|^其他|^单位/i;
const REPORTS = /\d+(\.\d+)?%|完成|进度/;

/** Somebody says that they are away and who stands in (policy "People": by words); null: something else is said. */
export function leaveIn(text: string, today: LocalDate): LeaveWords | null {
  const words = normalise(text);
  if (words.length > LENGTH_MAX || !AWAY.test(words) || !OPENS.test(words) || REPORTS.test(words)) return null;
  const said = UNTIL.exec(words);
  // A bare 外出至30日 asks who stands in; without a day only the words of standing in tell it from small talk.
  if (!said && !STANDS_IN.test(words)) return null;
  const until = dayIn(said?.[1] ?? '', today);
  const before = words.slice(0, said?.index ?? 0);
  return { from: /自|从|起|\d[日号]?$/.test(before) ? dayIn(before, today) : null, until, standIn: nameIn(words) };
}

/** 已返岗, 销假 and the like, by themselves. */
export const isBack = (text: string): boolean =>
  /^(本人|我)?(已经?|现已)?(返岗|销假|回岗|返回岗位|回单位上班|结束外出)(了)?[。.]?$/.test(normalise(text));

function nameIn(words: string): string | null {
  for (const pattern of NAMED) {
    const name = pattern.exec(words)?.[1];
    if (name !== undefined && name !== '' && !NO_NAME.test(name)) return name;
  }
  return null;
}

/** The day that is meant; a bare 30日 is the next one that comes. null: none, or past. */
function dayIn(words: string, today: LocalDate): LocalDate | null {
  const day = DateTime.fromISO(today, { zone: 'utc' });
  const [found] = datesIn(words, day);
  if (found) return found.date;
  const bare = /(?:^|[^月\d])(\d{1,2})[日号]/.exec(words)?.[1];
  if (bare === undefined) return null;
  const here = day.set({ day: Number(bare) });
  const next = Number(bare) >= day.day ? here : here.plus({ months: 1 });
  return next.isValid && next.day === Number(bare) ? next.toFormat('yyyy-MM-dd') : null;
}
