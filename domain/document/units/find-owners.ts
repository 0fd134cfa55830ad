import type { Span } from '../types.ts';
import { matchesOf } from '../matches-of.ts';
import { openingOwners } from './opening-owners.ts';
import { labelledOwners, verbOwners, type Owner } from './owner-list.ts';
import { DIVISION_LABEL, DUE_LABEL, ITEM_SIGNS, OTHER_LABEL, OWNER_LABEL, roleOfWord } from './owner-words.ts';
import { couldBeName, isUnitName } from './unit-name.ts';

/** What a task's own text says of who does it and by when. */
export interface Ownership {
  owners: Owner[];
  /** Texts behind 完成时限 and the like. */
  dues: Span[];
  /** A list without any label or verb: (市X局、市Y局). */
  unlabelled: boolean;
  /** The whole of what was read, brackets included. */
  spans: Span[];
}

const LABEL = new RegExp(
  `(?:^|(?<=[\\s。;,、(〔【\\[:|)〕】\\]${ITEM_SIGNS}-]))((${OWNER_LABEL}|${DIVISION_LABEL})|(?:${OTHER_LABEL})) ?[:：] ?` +
    // 【牵头单位】市X局: the brackets stand for the colon.
    `|(?:^|(?<=[\\s。;${ITEM_SIGNS}-]))[【〔[]((${OWNER_LABEL}|${DIVISION_LABEL})|(?:${OTHER_LABEL}))[】〕\\]] ?:? ?`,
  'g',
);
const CLOSING: Record<string, string> = { '(': ')', '〔': '〕', '【': '】', '[': ']', '〖': '〗' };

/** Top-level bracket groups of a text, the bracket signs included. Unclosed ones end with their line. */
function bracketsOf(text: string): Span[] {
  const groups: Span[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(/[([〔【〖)\]〕】〗\n]/g)) {
    if (CLOSING[sign] !== undefined) {
      if (depth === 0) start = index;
      depth++;
    } else if (depth > 0) {
      depth = sign === '\n' ? 0 : depth - 1;
      if (depth === 0) groups.push({ start, end: index + 1 });
    }
  }
  if (depth > 0) groups.push({ start, end: text.length });
  return groups;
}

/** Segments of a text by its labels: `牵头单位:…;责任单位:…;完成时限:…`. */
function labelled(text: string, offset: number, closed: boolean): Pick<Ownership, 'owners' | 'dues' | 'spans'> {
  const marks = /[:：\]】〕]/.test(text) ? matchesOf(LABEL, text) : [];
  const found: Pick<Ownership, 'owners' | 'dues' | 'spans'> = { owners: [], dues: [], spans: [] };
  // 承办单位 beside 协办单位 alone is in charge; below 主办单位 it isn't.
  const roles = marks.flatMap((mark) =>
    (mark[2] ?? mark[4]) === undefined ? [] : [roleOfWord(mark[2] ?? mark[4] ?? '')],
  );
  const hosts = roles.includes('supporting') && !roles.includes('lead');
  marks.forEach((mark, index) => {
    const from = mark.index + mark[0].length;
    const next = marks[index + 1]?.index ?? text.length;
    const stop = closed
      ? -1
      : text
          .slice(from, next)
          .replace(/^\s*\n/, (gap) => ' '.repeat(gap.length))
          .search(/[。\n]/);
    const to = stop < 0 ? next : from + stop;
    const said = text.slice(from, to);
    const label = mark[1] ?? mark[3] ?? '';
    if ((mark[2] ?? mark[4]) !== undefined) {
      const byVerb = label.endsWith('分工') ? verbOwners(said) : [];
      const owners =
        byVerb.length > 0 ? byVerb : labelledOwners(said, hosts && /承办/.test(label) ? 'lead' : roleOfWord(label));
      found.owners.push(
        ...owners.map((owner) => ({ ...owner, start: owner.start + offset + from, end: owner.end + offset + from })),
      );
      if (owners.length > 0) found.spans.push({ start: offset + mark.index, end: offset + to });
    } else if (DUE_LABEL.test(label)) {
      found.dues.push({ start: offset + from, end: offset + to });
      found.spans.push({ start: offset + mark.index, end: offset + to });
    }
  });
  return found;
}

const shifted = (owner: Owner, by: number): Owner => ({ ...owner, start: owner.start + by, end: owner.end + by });

/** Who owns a task, by every way in which plans print it; `text` is its own simplified text, ranges are of it. */
export function findOwners(text: string): Ownership {
  const found: Ownership = { owners: [], dues: [], unlabelled: false, spans: [] };
  const brackets = bracketsOf(text);
  const around: string[] = [];
  let from = 0;
  for (const { start, end } of brackets) {
    const inner = text.slice(start + 1, /[)〕】\]〗]$/.test(text.slice(start, end)) ? end - 1 : end);
    const byLabel = labelled(inner, start + 1, true);
    const byVerb = byLabel.owners.length + byLabel.dues.length > 0 ? [] : verbOwners(inner);
    if (byLabel.owners.length + byLabel.dues.length + byVerb.length === 0) continue;
    if (byLabel.owners.length + byVerb.length === 0) {
      const bareNames = namesBefore(inner, byLabel.spans[0]?.start ?? 0, start + 1);
      if (bareNames.length > 0) found.unlabelled = true;
      found.owners.push(...bareNames);
    }
    found.owners.push(...byLabel.owners, ...byVerb.map((owner) => shifted(owner, start + 1)));
    found.dues.push(...byLabel.dues, ...(byVerb.length > 0 ? [{ start: start + 1, end }] : []));
    found.spans.push({ start, end });
    around.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  const plain = around.join('') + text.slice(from);
  const lines = labelled(plain, 0, false);
  found.owners.push(...lines.owners);
  found.dues.push(...lines.dues);
  found.spans.push(...lines.spans);
  if (found.owners.length > 0) return found;
  const together = togetherOwners(plain);
  const opening = together.owners.length > 0 ? together : openingOwners(plain);
  const sentence = opening.owners.length > 0 ? opening : ownerSentence(plain);
  if (sentence.owners.length > 0) return { ...found, ...sentence };
  return { ...found, ...lastBracket(text, brackets) };
}

/** (市X局、市Y局;完成时限:…): names before the label of the time, with or without a verb. */
function namesBefore(inner: string, label: number, offset: number): Owner[] {
  const list = inner.slice(0, Math.max(0, label - offset));
  const owners = verbOwners(list);
  const found = owners.length > 0 ? owners : bareNames(list);
  return found.map((owner) => shifted(owner, offset));
}

/** A list of nothing but names, else nothing. */
function bareNames(list: string): Owner[] {
  const owners = labelledOwners(list, 'responsible');
  return owners.every(({ start, end }) => isUnitName(list.slice(start, end))) ? owners : [];
}

const OWNER_SENTENCE =
  /(?<=^|[。;\n] {0,4})(?:(?:此|该|本|这)项(?:工作|任务|措施)|(?:上述|以上|该|此)(?:工作|任务))?,?(由)?([^。;\n]{2,200}(?:牵头|负责|配合|主办|承办|协办|参与|(?:具体|组织|抓好)(?:实施|落实))[^。;\n]{0,6})(?=[。;\n]|$)/g;

/** What such a sentence ends with: hardly a text has it, and it is found much sooner than the sentence. */
const OWNER_SENTENCE_END =
  /(?=[牵负配主承协参具组抓])(?:牵头|负责|配合|主办|承办|协办|参与|(?:具体|组织|抓好)(?:实施|落实))[^。;\n]{0,6}(?:[。;\n]|$)/;

const TOGETHER =
  /(?<=的(?:问题|工作|任务|内容),)由([^。;,\n]{2,60})会同([^。;\n]{2,200}?)(?:等(?:有关|相关)?(?:部门|单位))?(?:研究|制定|提出|负责|组织|落实|抓紧)[^。;\n]{0,20}(?=[。;\n]|$)/;

/** `关于“…”的问题,由X会同Y、Z等部门研究提出落实意见。`: the first leads. */
function togetherOwners(text: string): Pick<Ownership, 'owners' | 'spans'> {
  const found = TOGETHER.exec(text);
  if (!found?.[1] || !found[2]) return { owners: [], spans: [] };
  const first = found.index + 1;
  const others = text.indexOf(found[2], first + found[1].length);
  const owners = [
    ...labelledOwners(found[1], 'lead').map((owner) => shifted(owner, first)),
    ...labelledOwners(found[2], 'responsible').map((owner) => shifted(owner, others)),
  ];
  return owners.every(({ start, end }) => isUnitName(text.slice(start, end)) || couldBeName(text.slice(start, end)))
    ? { owners, spans: [{ start: found.index, end: found.index + found[0].length }] }
    : { owners: [], spans: [] };
}

/** `由市X局牵头,市Y局、市Z局配合。`, `此项工作由市X局负责。`: a sentence that says nothing else. Without 由 every name must look like one. */
function ownerSentence(text: string): Pick<Ownership, 'owners' | 'spans'> {
  if (!OWNER_SENTENCE_END.test(text)) return { owners: [], spans: [] };
  for (const found of text.matchAll(OWNER_SENTENCE)) {
    const said = found[2] ?? '';
    const owners = verbOwners(said);
    const named = found[1] !== undefined || owners.every(({ start, end }) => isUnitName(said.slice(start, end)));
    const from = found.index + found[0].length - said.length;
    if (named && owners.some(({ role }) => role !== 'supporting'))
      return {
        owners: owners.map((owner) => shifted(owner, from)),
        spans: [{ start: found.index, end: found.index + found[0].length }],
      };
  }
  return { owners: [], spans: [] };
}

/**
 * (市X局、市Y局) at the end of a heading or a paragraph, without a word: its names are owners. A list behind the heading
 * counts first; before the last bracket one must name two at least: (设计) ends a paragraph too.
 */
function lastBracket(text: string, brackets: readonly Span[]): Partial<Ownership> {
  const closing = brackets.filter(({ end }) => /^[。;\s]*(?:\n|$)/.test(text.slice(end, end + 4)));
  const firstLine = text.indexOf('\n');
  const ofHeading = closing.filter(({ end }) => end <= firstLine);
  const last = closing.at(-1);
  for (const span of [...ofHeading, ...closing.toReversed()]) {
    const inner = text.slice(span.start + 1, span.end - 1);
    const owners = bareNames(inner).map((owner) => shifted(owner, span.start + 1));
    if (owners.length > 1 || (owners.length === 1 && span === last)) return { owners, unlabelled: true, spans: [span] };
  }
  return {};
}
