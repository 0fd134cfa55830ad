import type { Calendar } from '../../calendar/types.ts';
import type { LocalDate } from '../../plan/types.ts';
import { hasContent, type AskedBack } from '../reply-questions.ts';
import { datesNamed, type DateNamed } from './reply/dates-named.ts';
import { kindOf } from './reply/kinds.ts';
import { numbersIn } from './reply/numbers.ts';
import { prepare } from './reply/prepare.ts';
import { readByRule } from './read-reply.ts';
import { NOTHING_READ, type OpenTask, type ReplyField, type ReplyItem } from './types.ts';

export interface AnswerCase {
  /** ISO with offset: the writer's local time. */
  at: string;
  task: OpenTask;
  asks: AskedBack;
  text: string;
}

export interface AnswerRead {
  item: ReplyItem;
  /** Nothing but the answer: it would mean little to anything else. */
  bare: boolean;
  /** What was asked is answered, or is said not to be known. */
  settles: boolean;
}

const NAMES_TASK = /第\s*\(?[\d一二三四五六七八九十百]+(?:\.\d+)?\)?\s*项|^\s*\([\d一二三四五六七八九十]+\)/g;
const ENDS = /^[\s,。.;、:]+|[\s,。.;、了吧呢的]+$/g;
const AROUND_DATE =
  /^(?:是|为|在|于|即|就|应该?|预计|拟|计划|定|力争|争取|将|可|能|日期|时间|办结|完成|具体)*(?:之?以?前|底前|内|完成|办结|左右|前后|可以?|能|报送?|提交|补报|出)*$/;
const AROUND_COUNT =
  /^(?:目前|截至目前|现在?|已经?|累计|合计|共计|总共|一?共|总数|建成|完成|达到?|有|应?该?是|为|就|确实|确为?|进度|数据)*$/;
const UNKNOWN =
  /^(?:目前|现在)?(?:还|仍|暂时?|尚)?(?:未|没有?|不能|无法|不)(?:确?定(?:下来)?|清楚|知道|明确|掌握|好说)$|^(?:待定|说不准|不好说)$/;
const YES = /^(?:是|是的|对|对的|确已|已经?全部完成|已全部办结|全部完成)$/;
const NO = /^(?:否|不是|没有|未|还没有?|尚未|未完成|未全部完成|没有?全部完成|还?没完成|尚未(?:全部)?完成)$/;

const ROUGHLY = /左右$|[多余]$/;

/** Left as they are, two values would stand against each other. */
const CONTRADICTIONS: ReadonlySet<AskedBack['kind']> = new Set([
  'total-below',
  'percent-below',
  'percent-above',
  'done-below',
  'contradicts',
]);

/** What words say that answer one question about one task; null where they are no answer to it. Never throws. */
export function readAnswer({ at, task, asks, text }: AnswerCase, calendar: Calendar): AnswerRead | null {
  const plain = prepare(text).replace(NAMES_TASK, (label) => ' '.repeat(label.length));
  const said = plain.replace(/\s+/g, '').replace(ENDS, '');
  if (said === '' || /[?]|吗$/.test(said)) return null;
  const today = at.slice(0, 10);
  const isLater = !CONTRADICTIONS.has(asks.kind);
  const whole = (item: Partial<ReplyItem>, field: ReplyField, settles = true): AnswerRead => ({
    item: {
      ...NOTHING_READ,
      status: 'in-progress',
      sure: true,
      ...item,
      from: { [field]: { start: 0, end: text.length } },
      words: text,
    },
    bare: true,
    settles,
  });
  if (UNKNOWN.test(said)) return { item: { ...NOTHING_READ, sure: true }, bare: true, settles: isLater };
  if (asks.kind === 'done-below' && YES.test(said)) return whole({ status: 'done' }, 'status');
  if (asks.kind === 'done-below' && NO.test(said)) return whole({}, 'status');
  const day = bareDay(said, asks, today, calendar);
  if (day) return whole({ date: day.date, sure: !day.fuzzy }, 'date', isLater);
  const figure = bareFigure(said, asks, task, { at, calendar });
  if (figure) return whole({ figures: [figure], sure: !ROUGHLY.test(said) }, 'figures');
  const percent = barePercent(said, asks);
  if (percent !== null) return whole({ percent }, 'percent');
  // Without the label that named it, and with nothing else open, the words are about this task.
  const [item] = readByRule({ at, open: [narrowed(task, asks)], text: plain }, calendar).items;
  if (!item || item.noChange || !(hasContent(item) || asks.kind === 'contradicts')) return null;
  const read = withDayAsked(asFigureAsked(item, asks), asks, datesNamed(plain, today, calendar));
  return { item: read, bare: false, settles: answers(read, asks) };
}

/** Where a day was asked, the only one that is named is meant: 12月8日,进度80%. */
function withDayAsked(item: ReplyItem, asks: AskedBack, [only, ...others]: DateNamed[]): ReplyItem {
  if (asks.kind !== 'which-date' || item.date !== null || !only || others.length > 0) return item;
  const { start, end, date, past, fuzzy } = only;
  return date === null || past
    ? item
    : { ...item, date, sure: item.sure && !fuzzy, from: { ...item.from, date: { start, end } } };
}

/** 12月8日, 是下周二, 8号前; where a day was asked 12.8 and 15 too. */
function bareDay(
  said: string,
  asks: AskedBack,
  today: LocalDate,
  calendar: Calendar,
): { date: LocalDate; fuzzy: boolean } | null {
  const asDay =
    asks.kind === 'which-date'
      ? said.replace(/^(\d{1,2})[./-](\d{1,2})$/, '$1月$2日').replace(/^(\d{1,2})$/, '$1日')
      : said;
  const dates = datesNamed(asDay, today, calendar);
  const [only] = dates;
  if (!only || dates.length > 1) return null;
  const { start, end, date, past, fuzzy } = only;
  if (date === null || past || !AROUND_DATE.test(asDay.slice(0, start) + asDay.slice(end))) return null;
  return { date, fuzzy: fuzzy || /^\d+$/.test(said) };
}

function bareFigure(
  said: string,
  asks: AskedBack,
  task: OpenTask,
  { at, calendar }: { at: string; calendar: Calendar },
): ReplyItem['figures'][number] | null {
  const read = (text: string, open: OpenTask) => readByRule({ at, open: [open], text }, calendar).items[0]?.figures[0];
  switch (asks.kind) {
    case 'which-kind': {
      const kind = /^\D*$/.test(said) && said.length <= 8 ? kindOf(said, '', said) : null;
      return kind && { name: null, value: asks.value, unit: asks.unit, kind };
    }
    case 'which-figure': {
      const named = numbersIn(said).length === 0 ? read(`${said}${asks.value}${asks.unit}`, task) : undefined;
      return named?.name ? { ...named, value: asks.value, unit: asks.unit } : null;
    }
    case 'figure':
    case 'total-below': {
      const numbers = numbersIn(said);
      const [number] = numbers;
      if (!number || number.range || numbers.length > 1) return null;
      const after = said.slice(number.end).replace(ROUGHLY, '');
      const unit = after.startsWith(asks.unit) ? asks.unit : (/^个/.exec(after)?.[0] ?? '');
      if (!AROUND_COUNT.test(said.slice(0, number.start) + after.slice(unit.length))) return null;
      const figure = read(`累计${number.raw}${asks.unit}`, narrowed(task, asks));
      return figure ? { ...figure, name: asks.name, kind: 'total' } : null;
    }
    default:
      return null;
  }
}

/** 80, 80%, 进度80: where a share was asked, a number is one. */
function barePercent(said: string, asks: AskedBack): number | null {
  if (!['percent', 'percent-below', 'percent-above', 'done-below'].includes(asks.kind)) return null;
  const match = /^(\D*?)(\d{1,3}(?:\.\d+)?)(?:%|个?百分点)?$/.exec(said);
  const value = match && AROUND_COUNT.test(match[1] ?? '') ? Number(match[2]) : null;
  return value !== null && value <= 100 ? value : null;
}

/** With no other measure than the one that was asked for, its number needs no name. */
const narrowed = (task: OpenTask, asks: AskedBack): OpenTask =>
  asks.kind === 'figure' || asks.kind === 'total-below'
    ? { ...task, targets: [{ name: asks.name, unit: asks.unit, value: targetOf(task, asks.name) }], last: null }
    : task;

const targetOf = ({ targets }: OpenTask, name: string): number =>
  targets.find((target) => target.name === name)?.value ?? 0;

/** 累计几家 was asked: a number without 新增 is the total. */
const asFigureAsked = (item: ReplyItem, asks: AskedBack): ReplyItem =>
  asks.kind === 'figure' || asks.kind === 'total-below'
    ? {
        ...item,
        figures: item.figures.map((one) =>
          one.unit === asks.unit && one.kind === null ? { ...one, name: one.name ?? asks.name, kind: 'total' } : one,
        ),
      }
    : item;

function answers(item: ReplyItem, asks: AskedBack): boolean {
  switch (asks.kind) {
    case 'which-date':
      return item.date !== null || item.status === 'done';
    case 'figure':
    case 'total-below':
      return item.figures.some(({ unit }) => unit === asks.unit);
    case 'which-kind':
      return item.figures.some(({ unit, kind }) => unit === asks.unit && kind !== null);
    case 'which-figure':
      return item.figures.some(({ unit, name }) => unit === asks.unit && name !== null);
    default:
      return item.percent !== null || item.status === 'done' || item.date !== null;
  }
}
