import type { CleanText } from './clean-text.ts';
import type { Outline, Section } from './outline-types.ts';
import type { Span } from './types.ts';
import { findDates, type FoundDate } from './dates.ts';
import { sentencePhases } from './phases/sentence-phases.ts';
import { tablePhases, type DraftPhase } from './phases/table-phases.ts';

const STAGE = /第[一二三四五六1-6] ?(?:个)?(?:阶段|步)/;
const BRACKET = /[(〔【[][^()〔〕【】[\]]*[)〕】\]]/g;
const DATE_LABEL = /^(?:(?:实施|完成|工作)?(?:时间|期限|时限)(?:安排|节点)?|时间) ?:/;

/** Is it a phase: a heading that says so, or one with a window in a section of phases? */
const PHASE_WORD =
  /阶段|部署|动员|启动|宣传发动|摸底|自查|实施|推进|攻坚|整治|整改|验收|总结|迎检|巩固|提升|考核|评估|筹备|准备|申报|制定方案/;

function datesOf(simplified: string, section: Section, year: number | null): { found: FoundDate; at: number } | null {
  const heading = simplified.slice(section.heading.start, section.heading.end);
  const inHeading = findDates(heading, year)[0];
  if (inHeading) return { found: inHeading, at: section.heading.start };
  const body = simplified.slice(section.body.start, section.body.end);
  const lead = /^\s*/.exec(body)?.[0].length ?? 0;
  const first = body.slice(lead, lead + 60);
  const inBody = findDates(first, year)[0];
  const early = inBody && (inBody.span.start <= 2 || DATE_LABEL.test(first) || /^[(〔]/.test(first));
  return inBody && early ? { found: inBody, at: section.body.start + lead } : null;
}

const LATE_STAGE = new RegExp(`^${STAGE.source} ?[(〔][^()〔〕]*[)〕] ?[:,、] ?(?=[\\u4e00-\\u9fff]{2})`);

/** The name without date, brackets and 第一阶段: before a name of its own. */
function nameOf(simplified: string, heading: Span, dated: { found: FoundDate; at: number } | null): Span {
  let { start, end } = heading;
  const said = (): string => simplified.slice(start, end);
  const late = LATE_STAGE.exec(said());
  if (late) start += late[0].length;
  for (const bracket of said().matchAll(BRACKET)) {
    if (!/\d|[〇一二三四五六七八九十]{1,4} ?[年月]|长期|全年/.test(bracket[0])) continue;
    if (bracket.index + bracket[0].length >= end - start - 1) end = start + bracket.index;
    break;
  }
  const from = dated ? dated.at + dated.found.span.start : -1;
  const to = dated ? dated.at + dated.found.span.end : -1;
  if (from >= start && to <= end) {
    if (from - start <= 2) start = to;
    else end = from;
  }
  start += /^[\s:、,。.—–-]*(?:(?:为|是)(?=[\u4e00-\u9fff]{2}))?/.exec(said())?.[0].length ?? 0;
  const stage = new RegExp(`^${STAGE.source} ?[:、,. ]\\s*(?=\\S{2,})`).exec(said());
  if (stage) start += stage[0].length;
  while (start < end && /[\s:、,。.—–\-()〔]/.test(simplified.charAt(start))) start++;
  while (end > start && /[\s:、,。.—–\-(〔]/.test(simplified.charAt(end - 1))) end--;
  return start < end ? { start, end } : heading;
}

/** A heading that is nothing but its window: `2010年9月底前:启动部署阶段。…` has its name behind it. */
function nameBehind(simplified: string, section: Section, dated: { found: FoundDate; at: number } | null): Span | null {
  const { start, end } = section.heading;
  if (!dated || dated.at !== start || dated.found.span.start > 0 || end - start > dated.found.span.end + 1) return null;
  const found = /^[\s:]*([\u4e00-\u9fff、]{2,16})(?=[。,;\n])/.exec(
    simplified.slice(section.body.start, section.body.start + 24),
  );
  const name = found?.[1];
  if (!found || name === undefined) return null;
  const from = section.body.start + found[0].length - name.length;
  return { start: from, end: from + name.length };
}

function phaseOf(simplified: string, section: Section, year: number | null): DraftPhase {
  const dated = datesOf(simplified, section, year);
  const late = nameBehind(simplified, section, dated);
  const whole = late ?? nameOf(simplified, section.heading, dated);
  // 1—3月为宣传发动阶段,落实计划: what is to be done runs on in the same sentence.
  const short = /^[^,;:。]{2,14}阶段(?=[,;])/.exec(simplified.slice(whole.start, whole.end))?.[0].length;
  const name = short === undefined ? whole : { start: whole.start, end: whole.start + short };
  return {
    name,
    start: dated?.found.from ?? null,
    end: dated?.found.to ?? null,
    dates: dated ? { start: dated.at + dated.found.span.start, end: dated.at + dated.found.span.end } : null,
    body: { start: short === undefined && !late ? section.body.start : name.end + 1, end: section.whole.end },
  };
}

/** `2025年3月—5月为调查阶段。`, `2025年3月:动员部署阶段。` — lines that begin with their window. */
function datedLines(said: string, year: number | null): RegExpExecArray[] {
  return [...said.matchAll(/(?:^|\n)[ \t]*([^\n]{4,50})/g)].filter((line) => {
    const text = line[1] ?? '';
    const [first] = findDates(text, year);
    return first?.span.start === 0 && /^(?:为|是| ?[:,—–-]) ?[\u4e00-\u9fff]{2,16}/.test(text.slice(first.span.end));
  });
}

const LATE_NAME = new RegExp(
  `^${STAGE.source} ?[(〔][^()〔〕]*[)〕] ?[:,、] ?[\\u4e00-\\u9fff、]{2,16}(?=[。;\\n(〔]|$)`,
);

/** `第一阶段(2025年3月):动员部署。…` within one section's text. */
function runningPhases(simplified: string, text: Span, year: number | null): DraftPhase[] {
  const said = simplified.slice(text.start, text.end);
  const counted = [...said.matchAll(new RegExp(`(?:^|[\\n。;:] *)(${STAGE.source})`, 'g'))];
  const named = [...said.matchAll(/(?:^|\n) *([\u4e00-\u9fff]{2,14}阶段(?=[。:,(〔]))/g)];
  const dated = said.split('\n').length > 2 ? datedLines(said, year) : [];
  const marks = [counted, named, dated].find((list) => list.length >= 2) ?? [];
  if (marks.length < 2) return [];
  return marks.map((mark, index) => {
    const start = text.start + mark.index + mark[0].length - (mark[1]?.length ?? 0);
    const next = marks[index + 1];
    const end = next ? text.start + next.index + next[0].length - (next[1]?.length ?? 0) : text.end;
    const line = simplified.slice(start, end);
    // 第一阶段(3月):动员部署。 — what the stage is called stands behind its dates.
    const late = LATE_NAME.exec(line);
    // 2024年1月至2月:动员部署。 — a colon behind the window does not end the heading.
    const [window] = findDates(line.slice(0, 60), year);
    const from = window?.span.start === 0 ? window.span.end + 1 : 0;
    const ends = /[。\n]|(?<=[)〕]) ?[:,]|(?<=.{10,}):/.exec(line.slice(from));
    const stop = late?.[0].length ?? (ends ? from + ends.index : line.length);
    const section: Section = {
      no: null,
      level: 9,
      heading: { start, end: start + stop },
      body: { start: Math.min(end, start + stop + 1), end },
      whole: { start, end },
      role: 'phases',
      children: [],
    };
    return phaseOf(simplified, section, year);
  });
}

const isPhase = (simplified: string, section: Section, year: number | null): boolean => {
  const heading = simplified.slice(section.heading.start, section.heading.end);
  return (
    STAGE.test(heading) ||
    /阶段/.test(heading) ||
    (PHASE_WORD.test(heading) && datesOf(simplified, section, year) !== null)
  );
};

/** The plan's phases as printed, in order. `year`: meant by dates without one. */
export function findPhases(outline: Outline, { simplified }: CleanText, year: number | null): DraftPhase[] {
  const { sections } = outline;
  const tabled = tablePhases(outline, simplified, year);
  if (tabled.length >= 2) return tabled;
  const inRole = sections.flatMap(function within(section): Section[] {
    return section.role === 'phases' && section.level > 0 ? [section] : section.children.flatMap(within);
  });
  for (const section of inRole) {
    const list = section.children.filter(
      (child) => isPhase(simplified, child, year) || datesOf(simplified, child, year),
    );
    if (list.length >= 2) return list.map((child) => phaseOf(simplified, child, year));
    const running = runningPhases(simplified, section.whole, year);
    if (running.length >= 2) return running;
    const inSentence = sentencePhases(simplified, section.whole, year);
    if (inSentence.length >= 2) return inSentence;
  }
  // No section for them: headings that call themselves phases, side by side.
  for (const siblings of [sections, ...sections.map(({ children }) => children)]) {
    const list = siblings.filter(({ heading }) => /阶段/.test(simplified.slice(heading.start, heading.end)));
    if (list.length >= 2 && list.some((one) => datesOf(simplified, one, year) !== null))
      return list.map((one) => phaseOf(simplified, one, year));
  }
  return [];
}
