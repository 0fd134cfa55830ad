import type { CleanText } from './clean-text.ts';
import type { Outline, Section } from './outline-types.ts';
import type { DraftTask } from './tasks/draft-task.ts';
import type { Span } from './types.ts';
import { trimmed } from './clean/edit-text.ts';
import { chooseTasks, isAttribute, isOwnerAttribute, type ChosenTask } from './tasks/choose-tasks.ts';
import { ownersOfHeading } from './tasks/unit-groups.ts';
import { taskDue } from './tasks/task-due.ts';
import { findOwners, type Ownership } from './units/find-owners.ts';
import { labelledOwners } from './units/owner-list.ts';
import { DUE_LABEL, roleOfWord } from './units/owner-words.ts';

// A scan may put a blank between the two signs.
const MANDATORY = /必 ?做|必 ?选|规定动作/;
const OPTIONAL = /选 ?做|自 ?选|可 ?选/;
const OBLIGATION_MARK = /[(〔【[](?:[必选] ?做|[必自可] ?选)(?:项|任务)?[)〕】\]]$/;

/** (2026年5月底前) behind the name: by when, no part of it. */
const DUE_MARK =
  /[(〔【][^()〔〕【】]{0,12}\d{1,2}月(?:\d{1,2}日|[上中下]旬)?[底末]?(?:之|以)?前(?:完成|到位|落实)?[)〕】]$/;

const obligationIn = (text: string): DraftTask['obligation'] =>
  MANDATORY.test(text) ? 'mandatory' : OPTIONAL.test(text) ? 'optional' : null;

const moved = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by });

function withoutComma(simplified: string, span: Span): Span {
  const { start, end } = trimmed(simplified, span);
  return /[,:]/.test(simplified.charAt(end - 1)) ? { start, end: end - 1 } : { start, end };
}

/** `1.` → `1`, `(三)` as printed. */
export const taskNumber = (no: string | null): string | null => no?.replace(/[、.．,:\s]+$/, '') ?? null;

function fieldsOf(simplified: string, children: readonly Section[]): Pick<DraftTask, 'owners'> & { dues: Span[] } {
  const fields = children.filter((child) => isAttribute(simplified, child));
  const owners = fields
    .filter((child) => isOwnerAttribute(simplified, child))
    .flatMap((child) => {
      const label = simplified.slice(child.heading.start, child.heading.end);
      const said = simplified.slice(child.body.start, child.body.end).split('。')[0] ?? '';
      return labelledOwners(said, roleOfWord(label)).map((owner) => moved(owner, child.body.start));
    });
  const dues = fields.filter(({ heading }) => DUE_LABEL.test(simplified.slice(heading.start, heading.end)));
  return { owners, dues: dues.map(({ body }) => body) };
}

/** Owners and days that another section names, with places counted from `base`. */
function ownedAt(simplified: string, { heading, whole }: Section, base: number): Ownership {
  const { owners, dues, spans, unlabelled } = findOwners(simplified.slice(heading.start, whole.end));
  const by = heading.start - base;
  const here = <T extends Span>(places: T[]): T[] => places.map((place) => moved(place, by));
  return { owners: here(owners), dues: here(dues), spans: here(spans), unlabelled };
}

function taskOf({ section, group, closing }: ChosenTask, simplified: string, year: number | null): DraftTask {
  const { heading, whole } = section;
  const base = heading.start;
  const text = simplified.slice(base, whole.end);
  const own = findOwners(text);
  const shared = closing && closing !== section && own.owners.length === 0 ? ownedAt(simplified, closing, base) : null;
  const found = shared ?? own;
  const fields = fieldsOf(simplified, section.children);
  const mark = OBLIGATION_MARK.exec(simplified.slice(heading.start, heading.end));
  const said = simplified.slice(heading.start, mark ? heading.end - mark[0].length : heading.end);
  const dueMark = DUE_MARK.exec(said);
  const named = { start: heading.start, end: heading.start + (dueMark?.index ?? said.length) };
  // (市X局、市Y局) behind the name, in the same line.
  const bracket = own.spans.find(({ start }) => start > 2 && base + start < named.end);
  const title = bracket ? withoutComma(simplified, { start: named.start, end: base + bracket.start }) : named;
  const marked = dueMark ? [{ start: named.end, end: heading.start + said.length }] : [];
  const dues = [...found.dues.map((span) => moved(span, base)), ...fields.dues, ...marked];
  const stated = { start: base, end: own.spans[0] ? base + own.spans[0].start : whole.end };
  const headings = [section, ...(group ? [group] : [])].map((one) =>
    simplified.slice(one.heading.start, one.heading.end),
  );
  const fieldTexts = section.children
    .filter((child) => isOwnerAttribute(simplified, child))
    .map(({ body }) => simplified.slice(body.start, body.end));
  const owners = [...found.owners.map((owner) => moved(owner, base)), ...fields.owners].sort(
    (a, b) => a.start - b.start,
  );
  return {
    no: taskNumber(section.no),
    noAt: section.no === null ? null : { start: whole.start, end: whole.start + section.no.length },
    title,
    section: group?.heading ?? null,
    whole,
    owners: owners.length > 0 || !group ? owners : ownersOfHeading(simplified, group),
    unlabelled: found.unlabelled,
    due: taskDue(simplified, dues, stated, year),
    obligation:
      [...headings, ...fieldTexts, ...own.spans.map(({ start, end }) => text.slice(start, end))]
        .map(obligationIn)
        .find((one) => one !== null) ?? null,
  };
}

/** The tasks that stand under numbered and plain headings. `year`: meant by dates without one. */
export const sectionTasks = (outline: Outline, { simplified }: CleanText, year: number | null): DraftTask[] =>
  chooseTasks(outline, simplified).map((chosen) => taskOf(chosen, simplified, year));
