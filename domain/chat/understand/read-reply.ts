import type { Calendar } from '../../calendar/types.ts';
import { doubted } from './doubt/doubted.ts';
import { clausesOf, type Clause } from './reply/clauses.ts';
import { heldUp } from './reply/blockers.ts';
import { datesNamed, withoutDays } from './reply/dates-named.ts';
import { draftOf, type Draft } from './reply/draft.ts';
import { measuresOf } from './reply/measures.ts';
import { judge } from './reply/judge.ts';
import { leaveBeside, withLeave } from './reply/leave-beside.ts';
import { leaveOf, type Absence } from './reply/leave.ts';
import { percentsIn } from './reply/percents.ts';
import { prepare } from './reply/prepare.ts';
import { readPart } from './reply/read-part.ts';
import { requestsIn } from './reply/requests.ts';
import { respectively } from './reply/respective.ts';
import { withRows } from './reply/rows.ts';
import { namingOf } from './reply/naming.ts';
import { segmentsOf } from './reply/segments.ts';
import { withHeadedTotals } from './reply/totals-headed.ts';
import { withoutTitle } from './reply/without-title.ts';
import { ASKS, CLAIM, COURTESY, NO_CHANGE, VAGUE } from './reply/words.ts';
import type { ReplyCase, ReplyItem, ReplyQuestion, ReplyReading } from './types.ts';

/** Most that is read of one message; what is read of a longer one is asked about. */
const LONGEST = 5_000;
const NOTHING: ReplyReading = { items: [], question: null };
/** The one question to ask, the weightiest first. */
const FIRST: ReplyQuestion[] = ['conflict', 'which-value', 'which-date', 'which-task', 'vague'];

/** What a reply says of the open tasks of its writer, each field with the words it was read from. Never throws. */
export function readReply(reply: ReplyCase, calendar: Calendar): ReplyReading {
  const { items, question } = readByRule(reply, calendar);
  return { items: items.map(doubted), question };
}

/** The same before the words are weighed as a whole. */
export function readByRule(reply: ReplyCase, calendar: Calendar): ReplyReading {
  const { open } = reply;
  const text = reply.text.slice(0, LONGEST);
  if (open.length === 0 || text.trim() === '') return NOTHING;
  const today = reply.at.slice(0, 10);
  const plain = withRows(prepare(text), open);
  const numbers = new Set(open.map(({ no }) => (no === null ? '' : prepare(no))));
  // 3.1 全部完工: the number of a task.
  const dates = datesNamed(plain, today, calendar).filter(
    ({ start, end }) =>
      !numbers.has(plain.slice(start, end)) && !isNumberOf(numbers, plain, start, end) && !inTitle(plain, start),
  );
  const masked = withoutDays(plain, dates);
  const clauses = clausesOf(masked);
  const measures = open.map((task) => measuresOf(task, prepare));
  const naming = namingOf(
    open.map((task, at) => ({
      no: task.no,
      names: [prepare(task.title), ...(measures[at] ?? []).map((one) => one.plain)].join(' '),
      units: new Set((measures[at] ?? []).map((one) => one.base)),
    })),
  );
  const segments = segmentsOf(clauses, naming, (clause) => clause.text);
  const absence = { plain, masked, dates, clauses, count: open.length, today, calendar };
  const away = leaveOf(absence);
  // 第3项向您请个假: of the tasks that it names.
  const named = [...new Set(segments.parts.flatMap((part) => (part.named && !part.sweeping ? part.tasks : [])))];
  if (away === 'which-task' && named.length > 0) return leaveOfNamed(absence, named);
  if (away) return away === 'which-task' ? { items: [], question: 'which-task' } : away;
  const [head] = clauses;
  // 说反了, first of all, is said of whatever follows.
  const corrects =
    head !== undefined &&
    requestsIn(head.text, false).includes('correction') &&
    !segments.parts.some((part) => part.clause === head && part.named);
  const drafts = new Map<number, Draft>();
  for (const part of respectively(segments.parts, masked)) {
    const { clause } = part;
    const next =
      masked
        .slice(clause.end, clause.end + 24)
        .replace(/^[,\s:、]+/, '')
        .split(/[,。;\n]/, 1)[0] ?? '';
    const body = part.label.reduce(
      (left, { start, end }) =>
        left.slice(0, start - clause.start) + ' '.repeat(end - start) + left.slice(end - clause.start),
      clause.text,
    );
    for (const task of part.tasks) {
      const own = open[task];
      if (!own) continue;
      const draft = drafts.get(task) ?? draftOf(own, measures[task] ?? []);
      drafts.set(task, draft);
      if (part.named && !part.sweeping && open.length > 1) draft.named = true;
      if (part.guessed) draft.unexplained = true;
      const troubles = draft.held.length;
      readPart(draft, {
        clause,
        body: withoutTitle(body, prepare(own.title), clause.before),
        next,
        dates: dates.filter(({ start, end }) => start >= clause.start && end <= clause.end),
        plain,
        today,
        bases: naming.units,
        leave: false,
        label: part.label,
        helps: -1,
      });
      if (part.sweeping && draft.held.length > troubles) draft.sweepingTrouble = true;
    }
  }
  withHeadedTotals(clauses, drafts.values());
  const beside = open.length === 1 ? leaveBeside({ plain, masked, dates, clauses, count: 1, today, calendar }) : null;
  const items: ReplyItem[] = [];
  const endings = new Set<number>();
  const questions = new Set<ReplyQuestion>();
  for (const [task, draft] of [...drafts].sort(([a], [b]) => a - b)) {
    const judged = judge(
      draft,
      task,
      text,
      plain,
      calendar,
      corrects || draft.requests.some(({ request }) => request === 'correction'),
    );
    if (!judged) continue;
    if (judged.endsThen) endings.add(task);
    const item = beside && judged.item.request === null ? withLeave(judged.item, beside) : judged.item;
    items.push(reply.text.length > LONGEST ? { ...item, sure: false } : item);
    for (const question of judged.questions) questions.add(question);
  }
  // 系统登录不上,是要重新申请账号吗: to the office, though it sounds like trouble.
  const asksOnly = clauses.some(({ asked, text: words }) => asked || ASKS.test(words) || ASKS_OFFICE.test(words));
  const reported = segments.loose.some((clause) => reports(clause) && (!asksOnly || states(clause)));
  if (segments.strange || (items.length === 0 && (segments.unknown || reported))) questions.add('which-task');
  return {
    // Whose day of finishing it is was wrong in one of nine, where a new text spoke of several tasks.
    items: items.length === 1 ? items : items.map((item) => (endings.has(item.task) ? { ...item, sure: false } : item)),
    question: FIRST.find((question) => questions.has(question)) ?? null,
  };
}

function leaveOfNamed(absence: Absence, tasks: number[]): ReplyReading {
  const away = leaveOf({ ...absence, count: 1 });
  if (away === null || away === 'which-task') return NOTHING;
  return {
    ...away,
    items: tasks.toSorted((a, b) => a - b).flatMap((task) => away.items.map((item) => ({ ...item, task }))),
  };
}

/** 6号又整治了二十八条, where a task is printed 6: its number, unless the words go on as after a day. */
const isNumberOf = (numbers: ReadonlySet<string>, plain: string, start: number, end: number): boolean =>
  /^\d{1,2}号$/.test(plain.slice(start, end)) &&
  numbers.has(plain.slice(start, end - 1)) &&
  /(?:^|[。;\n,])\s*$/.test(plain.slice(0, start)) &&
  !/^(?:之?前|以前|左右|前后|[上下]午|能|可|就|才|会|要|完|交|报|开|到)/.test(plain.slice(end));

/** 《…意见(2026—2030年)》: the name of a document. */
const inTitle = (plain: string, at: number): boolean =>
  plain.lastIndexOf('《', at) > plain.lastIndexOf('》', at) && plain.indexOf('》', at) > 0;

const ASKS_OFFICE = /请教|想(?:确认|了解|知道|核实)|麻烦指点|咨询|问一?下/;
/** Something that could be counted on, whatever else the text asks. */
const states = ({ text }: Clause): boolean =>
  /\d/.test(text) || CLAIM.test(text) || NO_CHANGE.test(text) || percentsIn(text).length > 0;

const REPORTS =
  /\d|[一二三四五六七八九十]成|完成|办|补报|差|进度|推进|延期|新增|累计|停|已(?!收)|印发|出台|送审|定稿|改过|没|不再|更正|写错|协调|报/;

/** Something is said that belongs to a task. */
function reports({ text, asked }: Clause): boolean {
  if (asked || ASKS.test(text) || (COURTESY.test(text) && !/\d/.test(text))) return false;
  if (/抓紧报|尽快|马上报|来函|办公室辛苦|回您|收到|通知|值班/.test(text)) return false;
  return (
    CLAIM.test(text) ||
    NO_CHANGE.test(text) ||
    VAGUE.test(text) ||
    heldUp(text) !== null ||
    REPORTS.test(text) ||
    percentsIn(text).length > 0 ||
    requestsIn(text, false).length > 0
  );
}
