import type { Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { numberMark } from '../outline/number-mark.ts';

export interface FoundTitle {
  title: Span;
  /** Where the lines of the head end that carry the title; headings stand behind it. */
  end: number;
  /** What carries the plan: its own title line, a notice that names it, a report about it. */
  from: 'own-line' | 'notice' | 'report' | 'first-line';
  /** The line of the covering notice, where there is one. */
  notice: Span | null;
}

const PLAN_WORDS =
  '方案|计划|规划|纲要|意见|办法|措施|要点|细则|行动|分工|安排|清单|任务书|分解表|分工表|责任表|任务表|台账|若干政策|实施方案|工作表|一览表|通知';
const TRAILER =
  '(?:[(〔](?:[^()〔〕]{1,20})[)〕]|[\\d〇一二三四五六七八九]{4} ?[-—–~至]{1,2} ?[\\d〇一二三四五六七八九]{4} ?年?)*';
const ENDS_AS_PLAN = new RegExp(`(?:${PLAN_WORDS})${TRAILER}$`);
const NOTICE =
  /(?:关于|现?将)?(?:印发|转发|发布|下发|公布|批转)[《“]?(.{4,80}?)[》”]?(?:的)?(?:通知|公告|函|批复|通告)(?:\(.{1,20}\))?$/;
const QUOTED = /《([^《》]{4,80})》/g;
const REPORT = /出台|印发|发布|公布|解读|审议通过|实施《/;
const LONGEST = 90;
/** These words end many other headings too, so only near the beginning does a line with them name the plan. */
const STRONG = new RegExp(`(?:方案|计划|规划|纲要|意见|办法|要点|细则|任务书|分解表|分工表|责任表)${TRAILER}$`);
const WEAK_UNTIL = 400;
/** What is attached to a plan is named after it: X方案任务分解表. */
const TABLE_NAME = new RegExp(`(?:分解表|分工表|责任表|任务表|工作表|一览表|清单|台账)${TRAILER}$`);
const ATTACHMENT = /^附(?:件|表|录) ?[\d一二三四五六七八九十]{0,3} ?:?$/;
/** `X方案(某政发〔2031〕5号)`. */
const NUMBER_BEHIND = /(?<=[\u4e00-\u9fff》])[(][\u4e00-\u9fff]{1,14}[〔[]\d{4}[〕\]] ?\d{1,4} ?号[)]$/;
const REPORT_LINES = 6;

interface Line extends Span {
  said: string;
}

/** Title lines may be broken: lines follow one another, none ends as a plan's name but the last. */
function merged(lines: readonly Line[], simplified: string): Line[] {
  const whole: Line[] = [...lines];
  for (let at = 0; at + 1 < lines.length; at++) {
    for (const take of [2, 3]) {
      const group = lines.slice(at, at + take);
      const first = group[0];
      const last = group.at(-1);
      if (!first || !last || group.length < take) continue;
      const said = group.map((line) => line.said).join('');
      const years = take === 2 && ENDS_AS_PLAN.test(first.said) && /^[(〔]\d{4}.{0,16}[)〕]$/.test(last.said);
      if (years) whole.push({ start: first.start, end: last.end, said });
      const broken = group
        .slice(0, -1)
        .every((line) => !ENDS_AS_PLAN.test(line.said) && !/[。,:;、号日]$|^各|^[(〔【]|^附件|^\d/.test(line.said));
      if (
        broken &&
        said.length <= LONGEST &&
        ENDS_AS_PLAN.test(said) &&
        !/[。;:]/.test(said) &&
        /^[^\n]*(?:\n\s*)[^\n]*(?:\n\s*[^\n]*)?$/.test(simplified.slice(first.start, last.end))
      )
        whole.push({ start: first.start, end: last.end, said });
    }
  }
  return whole.sort((a, b) => a.end - b.end || b.start - a.start);
}

const isPlanTitle = ({ said }: Line): boolean =>
  said.length >= 4 &&
  said.length <= LONGEST &&
  ENDS_AS_PLAN.test(said) &&
  numberMark(said) === null &&
  !/[。;:?]|^[(〔【《]|^附|^根据|^现将|^各/.test(said) &&
  !/(?:印发|转发|下发|批转).{2,}(?:通知|函)/.test(said);

function headLines(simplified: string): Line[] {
  const lines: Line[] = [];
  for (const line of linesOf(simplified)) {
    const whole = trimmed(simplified, line);
    if (whole.start === whole.end) continue;
    const bracket = NUMBER_BEHIND.exec(simplified.slice(whole.start, whole.end));
    const { start, end } = bracket ? trimmed(simplified, { ...whole, end: whole.start + bracket.index }) : whole;
    const said = simplified.slice(start, end).replace(/^[•·●*#]+ */, '');
    const mark = numberMark(said);
    if (mark && mark.style !== 'num' && mark.style !== 'num-paren' && said.length < 200 && lines.length > 0) break;
    lines.push({ start: end - said.length, end, said });
    if (lines.length >= 60) break;
  }
  return lines;
}

const core = (text: string): string => text.replace(/[\s《》“”()〔〕]/g, '').replace(/\d{4}[-—–~至]*\d{0,4}年?/g, '');

/** `X市关于Y的规划` below a headline that names those who issue it: `X市某部 X市某局关于Y的规划`. */
function saysAgain(line: Line, headline: Line): boolean {
  const subject = ({ said }: Line): string => core(said.slice(Math.max(0, said.indexOf('关于'))));
  return line.start >= headline.end && line.said.includes('关于') && subject(line) === subject(headline);
}

/** A table is named as a plan only where it is what was issued, or nothing else is named. */
function planTitles(titles: readonly Line[], inner: Line | null, attachedFrom: number): Line[] {
  const plans = titles.filter(({ said }) => !TABLE_NAME.test(said));
  if (inner) return titles.filter((line) => plans.includes(line) || core(line.said) === core(inner.said));
  if (plans.some(({ said }) => !said.endsWith('通知'))) return plans;
  return titles.filter(({ start }) => start < attachedFrom);
}

/** The title of the plan itself, as far as the head prints it, else of the notice or report that carries it. */
export function findTitle(simplified: string): FoundTitle | null {
  const lines = headLines(simplified);
  const whole = merged(lines, simplified);
  const notice = whole.find(({ said }) => NOTICE.test(said) && said.length <= 160) ?? null;
  const inner = notice ? innerOf(notice) : null;
  const report = lines
    .slice(0, REPORT_LINES)
    .find(({ said }) => REPORT.test(said) && /《[^《》]+》/.test(said) && said.length <= LONGEST);
  const titles = whole.filter(
    (line) => isPlanTitle(line) && (STRONG.test(line.said) || (!report && line.start < WEAK_UNTIL)),
  );
  const attached = report ? lines.find(({ said }) => ATTACHMENT.test(said)) : undefined;
  const own = planTitles(titles, inner, attached?.start ?? simplified.length);
  const same = inner ? own.findLast((line) => core(line.said) === core(inner.said)) : undefined;
  // Above the plan may stand the notice, below it the titles of its attachments.
  const named = own.filter((line) => !line.said.endsWith('通知'));
  const headline = notice ? named.find((line) => line.start >= notice.end) : named[0];
  const last = (headline && (named.find((line) => saysAgain(line, headline)) ?? headline)) ?? own.at(-1);
  const longest = (line: Line): Line =>
    own.find((one) => one.end === line.end && one.start < line.start && own.includes(one)) ?? line;
  const below = inner && notice && !same ? belowNotice(simplified, inner, notice.end) : null;
  if (below) return { title: below, end: below.end, from: 'own-line', notice };
  if (same) return { title: same, end: same.end, from: 'own-line', notice };
  if (last && !(inner && last.end <= (notice?.end ?? 0)))
    return { title: longest(last), end: last.end, from: 'own-line', notice };
  if (inner && notice) return { title: inner, end: notice.end, from: 'notice', notice };
  const quoted = report ? [...report.said.matchAll(QUOTED)].find((one) => ENDS_AS_PLAN.test(one[1] ?? '')) : undefined;
  if (report && quoted?.[1] !== undefined) {
    const start = report.start + quoted.index + 1;
    const title = fullName(simplified, quoted[1]) ?? { start, end: start + quoted[1].length };
    return { title, end: report.end, from: 'report', notice: null };
  }
  const handed = handedOut(simplified);
  if (handed) return handed;
  const told = toldOf(simplified, lines[0]?.end ?? 0);
  if (told) return told;
  const first = lines.find(({ said }) => (said.slice(0, LONGEST).match(/[\u4e00-\u9fff]/g)?.length ?? 0) > 2);
  return first && first.said.length <= LONGEST && !/[。]$/.test(first.said)
    ? { title: first, end: first.end, from: 'first-line', notice: null }
    : null;
}

/** The plan's name on lines of its own, below a notice that numbers its own demands first. */
function belowNotice(simplified: string, inner: Line, from: number): Line | null {
  const wanted = core(inner.said);
  let before: Span[] = [];
  for (const line of linesOf(simplified)) {
    if (line.start < from) continue;
    const span = trimmed(simplified, line);
    if (span.end === span.start) continue;
    before = [...before.slice(-2), span];
    if (span.end - span.start > LONGEST) continue;
    for (let at = before.length - 1; at >= 0; at--) {
      const start = before[at]?.start ?? span.start;
      const said = simplified.slice(start, span.end).replace(/\n\s*/g, '');
      if (said.length <= LONGEST && core(said) === wanted) return { start, end: span.end, said };
    }
  }
  return null;
}

const HANDED_OUT =
  /现?将 ?《([^《》\n]{4,80}(?:《[^《》\n]{2,40}》[^《》\n]{2,60})?)》(?:\([^()\n]{1,30}\))?[^。\n《》]{0,20}(?:印发|下发|转发|发给)/;
const HANDED_OUT_WITHIN = 3_000;

/** A notice without its headline: 现将《X》印发给你们 names the plan. */
function handedOut(simplified: string): FoundTitle | null {
  const found = HANDED_OUT.exec(simplified.slice(0, HANDED_OUT_WITHIN));
  const name = found?.[1];
  if (!found || name === undefined || !ENDS_AS_PLAN.test(name)) return null;
  const start = found.index + found[0].indexOf(name);
  const title = { start, end: start + name.length };
  const line = linesOf(simplified).find(({ end }) => end >= title.end);
  return { title, end: line?.end ?? title.end, from: 'notice', notice: null };
}

const TOLD_OF = /(?:印发|出台|发布|公布|下发|制定|通过)(?:实施)?了?《([^《》\n]{4,80})》[^。\n]{0,12}(?:\(以下简称|,)/;

/** A report under a headline of its own: 近日,某市印发《X方案》(以下简称《方案》),…. */
function toldOf(simplified: string, end: number): FoundTitle | null {
  const found = TOLD_OF.exec(simplified.slice(0, HANDED_OUT_WITHIN));
  const name = found?.[1];
  if (!found || name === undefined || !ENDS_AS_PLAN.test(name)) return null;
  const start = found.index + found[0].indexOf(name);
  return { title: { start, end: start + name.length }, end, from: 'report', notice: null };
}

/** A headline shortens the name that the report's first sentence prints in full: 《X市…》. */
function fullName(simplified: string, name: string): Span | null {
  for (const found of simplified.slice(0, 3_000).matchAll(QUOTED)) {
    const full = found[1] ?? '';
    if (full.length > name.length && full.endsWith(name))
      return { start: found.index + 1, end: found.index + 1 + full.length };
  }
  return null;
}

function innerOf(notice: Line): Line | null {
  const found = NOTICE.exec(notice.said);
  const name = found?.[1];
  if (!found || name === undefined) return null;
  const start = notice.start + notice.said.indexOf(name, found.index);
  return { start, end: start + name.length, said: name };
}
