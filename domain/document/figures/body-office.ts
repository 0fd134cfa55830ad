import type { PlanBody } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import { dutiesAfter } from './body-duties.ts';
import type { FigureText, Found } from './figure-types.ts';

/** 下设办公室,办公室设在X · 办公室设在X · 下设办公室在X: the host ends at a comma, a bracket or a new verb. */
const SEATED =
  /(?:(?:领导小组|联席会议|指挥部|委员会|协调小组|专班)(?:下设)?)?办公室(?:,(?:该?办公室))?(?:\(简称[^)]*\))?(?:日常工作)?\(?(?:设在|设于|设在了|在)(?<host>(?:[^,;。()\n]|\([^()\n]{1,12}\)){2,30})/g;
const BODY = /领导小组|联席会议|指挥部|委员会|协调小组|专班/g;
const NAMED = /(?<name>[^,;。:\n()“”]{2,30}(?:领导小组|联席会议|指挥部))办公室/g;

/** The offices of the bodies in a paragraph, with the unit that hosts them where it is printed. */
export function officeOf(source: FigureText, span: Span, bodies: readonly Found<PlanBody>[]): Found<PlanBody>[] {
  const { folded, text } = source;
  const local = folded.slice(span.start, span.end);
  const found: Found<PlanBody>[] = [];
  if (!local.includes('办公室')) return found;
  for (const match of local.matchAll(SEATED)) {
    const { host = '' } = match.groups ?? {};
    const at = span.start + match.index;
    const end = at + match[0].length;
    const parent = parentOf(folded, Math.max(span.start, at - 60), at + match[0].indexOf('办公室'));
    if (!parent) continue;
    const office = folded.indexOf('办公室', at);
    const seat = folded.indexOf('设在', office);
    const seated = seat >= 0 && seat < end ? text.slice(seat, seat + 2) : '设在';
    const name = `${text.slice(parent.start, parent.end)}${text.slice(office, office + 3)}(${seated}${text.slice(end - host.length, end)})`;
    const value = { name, kind: 'office', duties: dutiesAfter(source, end, span.end) };
    found.push({ value, at: { start: at, end } });
  }
  if (found.length > 0) return found;
  for (const match of local.matchAll(NAMED)) {
    const body = bodies.find(
      ({ value }) => (match.groups?.['name'] ?? '').endsWith(value.name) && value.name.length > 6,
    );
    if (!body) continue;
    const end = span.start + match.index + match[0].length;
    const start = end - 3 - body.value.name.length;
    found.push({
      value: { name: text.slice(start, end), kind: 'office', duties: reportedTo(text, folded, span.start, start) },
      at: { start, end },
    });
  }
  return found;
}

/** 将有关情况报送X办公室: the office receives them. */
function reportedTo(text: string, folded: string, from: number, at: number): string[] {
  const match = /(?:将|把)(?<what>[^,;。]{2,30})(?:报送|报|报告)(?:给|至)?$/.exec(
    folded.slice(Math.max(from, at - 50), at),
  );
  const what = match?.groups?.['what'];
  if (!match || what === undefined) return [];
  const start = Math.max(from, at - 50) + match.index + 1;
  return [`接收报送的${text.slice(start, start + what.length)}`];
}

/** The last body that is spoken of before the office. */
function parentOf(folded: string, from: number, to: number): Span | null {
  const last = [...folded.slice(from, to).matchAll(BODY)].at(-1);
  return last ? { start: from + last.index, end: from + last.index + last[0].length } : null;
}
