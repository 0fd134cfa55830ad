import { chineseNumber } from '../../../document/figures/chinese-number.ts';
import { NUMBER_LIST } from './clauses.ts';
import { prepare } from './prepare.ts';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const HAN = /[零一二三四五六七八九十百]+/g;

/** 第(二十一)项, 二十一, 21. and ㉑ are one number: 21; B-2 is B2; 四(2) is 4.2. */
export function numberKey(printed: string): string {
  return printed
    .replace(/[①-⑳]/g, (sign) => String(CIRCLED.indexOf(sign) + 1))
    .replace(HAN, (han) => String(chineseNumber(han) ?? han))
    .replace(/第|项|条|号|款|任务|工作|个|点|[\s"“”]/g, '')
    .replace(/[-—_]/g, '')
    .replace(/^[(]|[)]$|[.、:,]$/g, (sign, at: number, whole: string) =>
      sign === ')' && /\d\(/.test(whole.slice(0, at)) ? sign : '',
    )
    .replace(/^(\d+)\((\d+)\)?$/, '$1.$2')
    .toUpperCase();
}

/** A stretch that names tasks by number or place. `tasks` null: a number that no open task has. */
export interface Named {
  start: number;
  end: number;
  tasks: number[] | null;
}

const NUM = '(?:\\d{1,3}(?:\\.\\d{1,2}){0,2}|[一二三四五六七八九十百]{1,5})';
/** Characters after a bare number that make it a count of something. */
const MEASURES =
  '家户件个项所座处条台套张名人位篇份场次期批轮间栋株亩吨辆艘组块支只本册卷米根门分万亿千百十%成月年日号天周时元公平立层级类种多余来几点';

export interface Numbering {
  keys: (string | null)[];
  /** As printed and prepared: 五(二)1. */
  printed: (string | null)[];
  count: number;
}

export const numberingOf = (numbers: (string | null)[]): Numbering => ({
  keys: numbers.map((no) => (no === null || no.trim() === '' ? null : numberKey(prepare(no)))),
  printed: numbers.map((no) => (no === null ? null : prepare(no).trim())),
  count: numbers.length,
});

const CHINESE_NUMBER = /^[(]?[一二三四五六七八九十]{1,3}[)、]?$/;

/** Tasks whose printed number this is, else the one in that place; null: there is none. */
function byNumber(numbering: Numbering, written: string): number[] | null {
  const key = numberKey(written);
  const exact = numbering.keys.flatMap((one, at) => (one === key ? [at] : []));
  if (exact.length > 0) return exact;
  const place = Number(key);
  return Number.isInteger(place) && place >= 1 && place <= numbering.count ? [place - 1] : null;
}

const hasKey = (numbering: Numbering, written: string): boolean => numbering.keys.includes(numberKey(written));

/**
 * What a clause says of which tasks it speaks, by number or place. `units`: counters of open targets, so that 第三条
 * of a task counted in 条 is not taken for a task.
 */
export function tasksNumbered(text: string, numbering: Numbering, units: ReadonlySet<string>): Named[] {
  const named: Named[] = [];
  const add = (start: number, length: number, tasks: number[] | null): void => {
    if (!named.some((one) => start < one.end && one.start < start + length))
      named.push({ start, end: start + length, tasks });
  };
  numbering.printed.forEach((no, task) => {
    const at =
      no !== null && /[\d一二三四五六七八九十)][(.\-〔]|\)[\d一二三四五六七八九十]/.test(no) && no.length >= 4
        ? text.indexOf(no)
        : -1;
    if (at >= 0 && no !== null && !/^[\d]/.test(text.slice(at + no.length))) add(at, no.length, [task]);
  });
  // 第二、三项; (一)至(三)项
  for (const match of text.matchAll(NUMBER_LIST)) {
    const tasks = listed(match[0], numbering);
    if (tasks.length > 1) add(match.index, match[0].length, tasks);
  }
  // 第(九)项, 第十二项任务, 第四个
  for (const match of text.matchAll(
    new RegExp(
      `第\\s?\\(?(${NUM})\\)?\\s?(项|条|号|款|个任务|件事|个(?=$|[\\u4e00-\\u9fff])|大?任务)(?:任务|工作)?(?!目?[个家])`,
      'g',
    ),
  )) {
    const [whole, number = '', kind = ''] = match;
    const place = byNumber(numbering, number);
    if ((kind === '个' || kind === '条') && units.has(kind) && !numbering.keys.includes(numberKey(number))) {
      if (match.index !== 0 || kind === '条') continue;
    }
    if (kind === '个' && /[人季月年工]/.test(text.charAt(match.index + whole.length))) continue;
    if (place === null && (kind === '个' || kind === '条')) continue;
    add(match.index, whole.length, place);
  }
  for (const match of text.matchAll(new RegExp(`(${NUM})号?(?:任务|工作任务)(?!目标)`, 'g')))
    if (/号/.test(match[0]) && !/[\d.]$/.test(text.slice(0, match.index)))
      add(match.index, match[0].length, byNumber(numbering, match[1] ?? ''));
  for (const match of text.matchAll(
    new RegExp(`(?:任务|项目|编号|序号|事项|工作|#)\\s?(${NUM})(?![\\d年月个家项条万亿])`, 'g'),
  )) {
    const tasks = byNumber(numbering, match[1] ?? '');
    if (
      tasks &&
      numbering.count > 1 &&
      !/[\u4e00-\u9fff]$/.test(
        text
          .slice(0, match.index)
          .trim()
          .replace(/(?:先|再|还|另外)?(?:说|讲|报)?(?:说|关于|还有|至于|看|除了?)?$/, ''),
      )
    )
      add(match.index, match[0].length, tasks);
  }
  // 第二80%
  const ordinal = /^第([一二三四五六七八九十])(?=[\s,:是\d]|$)/.exec(text);
  if (ordinal && numbering.count > 1) add(0, ordinal[0].length, byNumber(numbering, ordinal[1] ?? ''));
  // (三)项, (三)(五)
  for (const match of text.matchAll(/\(([一二三四五六七八九十百]{1,5}|\d{1,3})\)\s?(?:项|条)?(?:任务)?/g))
    add(
      match.index,
      match[0].length,
      numbering.count === 1 && !hasKey(numbering, match[1] ?? '') ? [] : byNumber(numbering, match[1] ?? ''),
    );
  for (const match of text.matchAll(/[①-⑳]/g))
    if (numbering.count > 1 || hasKey(numbering, match[0])) add(match.index, 1, byNumber(numbering, match[0]));
  // 甲项, B项, 乙:
  numbering.keys.forEach((key, task) => {
    if (key === null || !/^[甲乙丙丁戊己庚辛A-Z]$/.test(key)) return;
    for (const match of text.matchAll(
      new RegExp(`(?<![A-Za-z])${key}(?:项|号|任务|类)|^${key}(?=$|\\s|[\\u4e00-\\u9fff\\d])`, 'gi'),
    ))
      add(match.index, match[0].length, [task]);
  });
  // 四(2), B-2, 3.1: as printed.
  for (const match of text.matchAll(
    /[A-Za-z]{1,3}[-—]?\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,2}|[一二三四五六七八九十]\(\d{1,2}\)/g,
  ))
    if (
      hasKey(numbering, match[0]) &&
      !/[\d.]$/.test(text.slice(0, match.index)) &&
      !/^[\d%万亿]/.test(text.slice(match.index + match[0].length))
    )
      add(match.index, match[0].length, byNumber(numbering, match[0]));
  strangers(text, numbering, add);
  leading(text, numbering, units, add);
  return named.sort((a, b) => a.start - b.start);
}

/** 四、 of three tasks that are printed 一, 二 and 三; G9 beside G2 and G5: a number that no open task has. */
function strangers(
  text: string,
  numbering: Numbering,
  add: (start: number, length: number, tasks: number[] | null) => void,
): void {
  if (numbering.count < 2) return;
  const place = /^[一二三四五六七八九十]{1,3}$/.test(text) ? Number(numberKey(text)) : Number.NaN;
  if (
    place > numbering.count &&
    !hasKey(numbering, text) &&
    numbering.printed.every((no) => /^[一二三四五六七八九十]{1,3}$/.test(no ?? ''))
  )
    add(0, text.length, null);
  const lettered = /^([A-Za-z]{1,3})[-—]?\d{1,3}(?![\d.%])/.exec(text);
  const prefix = lettered?.[1]?.toUpperCase();
  if (
    lettered &&
    prefix !== undefined &&
    !hasKey(numbering, lettered[0]) &&
    numbering.keys.every((key) => key?.replace(/\d+$/, '') === prefix)
  )
    add(0, lettered[0].length, null);
}

/** The tasks of such a list; what lies between two joined by 至 belongs with them. */
function listed(words: string, numbering: Numbering): number[] {
  const tasks = new Set<number>();
  let before: number | undefined;
  for (const match of words.matchAll(
    /([、,和及与至到~-]|以及)?\s?第?\s?\(?(\d{1,3}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,3})\)?/g,
  )) {
    const [task] = byNumber(numbering, match[2] ?? '') ?? [];
    if (task === undefined) return [];
    if (/[至到~-]/.test(match[1] ?? '') && before !== undefined)
      for (let at = before; at <= task; at += 1) tasks.add(at);
    tasks.add(task);
    before = task;
  }
  return [...tasks].sort((a, b) => a - b);
}

/** 12传习活动…, 10项19家, 5完成12个, 五, 1. at the head of a clause. */
function leading(
  text: string,
  numbering: Numbering,
  units: ReadonlySet<string>,
  add: (start: number, length: number, tasks: number[] | null) => void,
): void {
  const item = new RegExp(`^(${NUM})(?:项|条)(?!目)${units.has('项') ? '(?=\\d)' : ''}`).exec(text);
  if (
    item &&
    (numbering.count > 1 || hasKey(numbering, item[1] ?? '')) &&
    /^\d|^十/.test(item[1] ?? '') &&
    hasKey(numbering, item[1] ?? '')
  )
    return add(0, item[0].length, byNumber(numbering, item[1] ?? ''));
  const row = new RegExp(`^(${NUM})[.、]\\s?(?=[^\\d])`).exec(text);
  if (row && (numbering.count > 1 || hasKey(numbering, row[1] ?? '')))
    return add(0, row[0].length, byNumber(numbering, row[1] ?? ''));
  const alone = /^(\d{1,3}|[一二三四五六七八九十]{1,3})[.]?$/.exec(text);
  if (
    alone &&
    (hasKey(numbering, alone[1] ?? '') ||
      (numbering.count > 1 && /\d/.test(text) && Number(alone[1]) <= numbering.count))
  )
    return add(0, text.length, byNumber(numbering, alone[1] ?? ''));
  // 4号已完成, where a task is printed 4: no day, or it would have been covered.
  const numbered = /^(\d{1,3})号(?![线楼机文令])/.exec(text);
  if (numbered && hasKey(numbering, numbered[1] ?? ''))
    return add(0, numbered[0].length, byNumber(numbering, numbered[1] ?? ''));
  const glued = /^(\d{1,3})\s?(?=[\u4e00-\u9fffA-Za-z(])/.exec(text);
  if (
    glued &&
    (hasKey(numbering, glued[1] ?? '') ||
      (numbering.count > 1 && glued[0].endsWith(' ') && Number(glued[1]) <= numbering.count))
  ) {
    const next = text.charAt(glued[0].length);
    if (!MEASURES.includes(next) || glued[0].endsWith(' '))
      add(0, glued[0].length, byNumber(numbering, glued[1] ?? ''));
  }
  // 二申请放到9月15日, where tasks are printed 一, 二 and 三
  const han = /^([一二三四五六七八九十]{1,3})(?=申请|想|拟|完成|办结|同上|没变|未启动|进度|卡在)/.exec(text);
  if (
    han &&
    numbering.count > 1 &&
    hasKey(numbering, han[1] ?? '') &&
    numbering.printed.every((no) => no !== null && CHINESE_NUMBER.test(no))
  )
    add(0, han[0].length, byNumber(numbering, han[1] ?? ''));
}
