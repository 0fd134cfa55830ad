import type { Outline, OutlineTable, Section, SectionRole } from '../outline-types.ts';
import type { Span } from '../types.ts';
import type { FigureText, FoundTarget } from './figure-types.ts';
import type { Horizon } from './horizon.ts';
import { NO_HORIZON } from './horizon.ts';
import { strayGoals } from './stray-goals.ts';
import { tableTargets } from './table-targets.ts';
import { targetsInText } from './targets-in-text.ts';

const BACKGROUND =
  /^(?:主要)?(?:工作|发展)基础|基本情况|现状|存在(?:的)?(?:主要)?问题|背景|主要成效|取得(?:的)?成[效绩]|面临(?:的)?形势|回顾|经验做法/;
const GENERAL = /^(?:总体|总|战略)目标$|总体要求|指导思想/;
const GOALS = /目标|愿景/;

/** The targets of the whole plan in order; one that is said twice is there once. */
export function readTargets(source: FigureText, outline: Outline): FoundTarget[] {
  const found: FoundTarget[] = [];
  const tasksElsewhere = outline.sections.some(({ role }) => role === 'tasks');
  let shared: Horizon | null = null;
  for (const section of outline.sections) {
    // 总体目标 and 具体目标 side by side are one list.
    shared = section.role === 'goals' ? (shared ?? { ...NO_HORIZON }) : null;
    readSection(
      source,
      section,
      outline.tables,
      { goals: shared !== null, horizon: shared ?? { ...NO_HORIZON }, tasksElsewhere },
      found,
    );
  }
  const goals = outline.sections.flatMap(goalSections);
  const seen = new Set(found.map(({ at }) => at.start));
  // Tables outside every section, such as an annex's.
  const outside = outline.tables
    .flatMap((table) => tableTargets(source, table, NO_HORIZON))
    .filter(({ at }) => !seen.has(at.start));
  const inGoals = found.some(
    ({ value, at }) =>
      value.value !== null && goals.some(({ whole }) => at.start >= whole.start && at.end <= whole.end),
  );
  const stray = inGoals || outside.length > 0 ? [] : strayGoals(source).filter(({ at }) => !seen.has(at.start));
  return once([...found, ...outside, ...stray].toSorted((a, b) => a.at.start - b.at.start));
}

const goalSections = (section: Section): Section[] =>
  section.role === 'goals' ? [section] : section.children.flatMap(goalSections);

interface Around {
  /** Inside a list of goals. */
  goals: boolean;
  /** Shared by the items of one list. */
  horizon: Horizon;
  /** The plan has a section of tasks: what stands outside it is background until it says otherwise. */
  tasksElsewhere: boolean;
}

function readSection(
  source: FigureText,
  section: Section,
  tables: readonly OutlineTable[],
  around: Around,
  found: FoundTarget[],
): void {
  const heading = source.folded.slice(section.heading.start, section.heading.end);
  const background = section.role === 'other' || section.role === 'aims';
  if (background && BACKGROUND.test(heading) && !GOALS.test(heading)) return;
  const own = section.role === 'goals';
  const inner = {
    ...around,
    goals: own,
    ...(own && !around.goals ? { horizon: { ...NO_HORIZON } } : {}),
  };
  const strict =
    section.role === 'aims' || section.role === 'attachment' || (section.role === 'other' && around.tasksElsewhere);
  const heads = headHoldsFigure(source.folded, section, own && around.goals) ? [section.heading] : [];
  for (const paragraph of [...heads, ...paragraphsOf(source.folded, section.body)]) {
    const table = tables.find(({ span }) => paragraph.start >= span.start && paragraph.end <= span.end);
    if (table) {
      if (paragraph.start <= table.span.start)
        found.push(...tableTargets(source, table, own ? inner.horizon : NO_HORIZON));
      continue;
    }
    const read = targetsInText(source, paragraph, {
      horizon: own ? inner.horizon : NO_HORIZON,
      goals: own,
      general: GENERAL.test(heading.trim()) || paragraph === section.heading,
      strict,
    });
    found.push(...read.targets);
    if (own) Object.assign(inner.horizon, read.horizon);
  }
  for (const child of section.children) readSection(source, child, tables, inner, found);
}

/** Measures and how the work is steered count nothing that is to be reached in their headings. */
const UNCOUNTED: readonly SectionRole[] = ['aims', 'phases', 'organisation', 'safeguards', 'attachment'];

/** An item of a list may be nothing but its heading, and so may a task: 新建廉租住房1500套. */
const headHoldsFigure = (folded: string, { role, heading, children }: Section, item: boolean): boolean =>
  item ||
  (children.length === 0 && !UNCOUNTED.includes(role) && /\d|百分之/.test(folded.slice(heading.start, heading.end)));

function paragraphsOf(folded: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  for (let at = folded.indexOf('\n', start); at >= 0 && at < end; at = folded.indexOf('\n', from)) {
    if (at > from) found.push({ start: from, end: at });
    from = at + 1;
  }
  if (end > from) found.push({ start: from, end });
  return found;
}

/** The first of each. What is said again without a time, or with one where none was said, is the same target. */
function once(targets: FoundTarget[]): FoundTarget[] {
  const seen = new Map<string, (string | null)[]>();
  return targets.filter(({ value }) => {
    const key = `${value.name.replace(/\s/g, '')} ${value.value ?? ''} ${value.max ?? ''} ${value.unit ?? ''}`;
    const times = seen.get(key);
    if (times && (value.value === null || value.by === null || times.includes(null) || times.includes(value.by)))
      return false;
    seen.set(key, [...(times ?? []), value.by]);
    return true;
  });
}
