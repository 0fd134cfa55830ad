import type { ReplyItem } from '../types.ts';
import { leaveOf, type Absence } from './leave.ts';
import { percentsIn } from './percents.ts';

/** 累计210人。我下周三培训,周五回来: the writer's own absence, in a sentence of its own beside a report. */
const OWN = /(?:^|[,。;:\s日号])(?:另外?|此外|还有|顺便说一下)?[,\s]*(?:我|本人|请假|休假)/;

export function leaveBeside(text: Absence): ReplyItem | null {
  const sentences = new Set(text.clauses.map(({ sentence }) => sentence));
  for (const sentence of sentences) {
    const all = text.clauses.filter((clause) => clause.sentence === sentence);
    // 进度七成,我下周一到周三请假,周四回岗: from where the writer speaks of themselves.
    const own = all.findIndex(({ text: words }) =>
      /^(?:另外?|此外|还有)?(?:我|本人)(?!们|局|委|办|市|县|区|镇|校|院|单位)/.test(words),
    );
    // 我请假几天,下周四回来,目前累计2150人: up to where the report begins.
    const from = all.slice(Math.max(0, own));
    const report = own < 0 ? -1 : from.findIndex(({ text: words }, at) => at > 0 && tellsOfWork(words));
    const clauses = report < 0 ? from : from.slice(0, report);
    const start = Math.min(...clauses.map((clause) => clause.start));
    const end = Math.max(...clauses.map((clause) => clause.end));
    const words = text.plain.slice(start, end);
    if (!OWN.test(words)) continue;
    const away = leaveOf({
      ...text,
      plain: words,
      clauses,
      dates: text.dates.filter((date) => date.start >= start && date.end <= end),
      whole: text.plain,
    });
    const [item] = away !== null && away !== 'which-task' ? away.items : [];
    if (item?.requestDate) return item;
  }
  return null;
}

/** Counts or shares, or words of finishing. */
const tellsOfWork = (words: string): boolean =>
  /\d[\d.]*[万亿]?[家户件所座处台套亩公人个]|累计|新增|进度|完成|办结/.test(words) || percentsIn(words).length > 0;

/** 家里老人住院: why they are away. */
const OF_THE_HOUSE = /家里|老人|孩子|爱人|父母|母亲|父亲|生病|住院/;

/** A report's reading with the absence told beside it, whose day is none of finishing; both are asked about. */
export const withLeave = (item: ReplyItem, leave: ReplyItem): ReplyItem => ({
  ...item,
  request: 'leave',
  requestDate: leave.requestDate,
  date: null,
  blocker: item.blocker !== null && OF_THE_HOUSE.test(item.blocker) ? null : item.blocker,
  sure: false,
  from: { ...item.from, ...leave.from },
});
