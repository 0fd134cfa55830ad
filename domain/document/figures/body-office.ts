import type { PlanBody } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import { dutiesAfter } from './body-duties.ts';
import type { FigureText, Found } from './figure-types.ts';

/** 下设办公室,办公室设在X · 办公室设在X · 下设办公室在X: the host ends at a comma, a bracket or a new verb. */
const SEATED =
  /(?:(?<body>领导小组|联席会议|指挥部|委员会|协调小组|专班)(?:下设)?)?(?:办公室)(?:,(?:该?办公室))?(?:\(简称[^)]*\))?(?:日常工作)?\(?(?:设在|设于|设在了|在)(?<host>(?:[^,;。()\n]|\([^()\n]{1,12}\)){2,30})/g;
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
    const hostStart = at + match[0].length - host.length;
    const parent = match.groups?.['body'] ?? parentBefore(folded, span.start, at);
    if (parent === null) continue;
    const name = `${printedParent(text, folded, span.start, at, parent)}${/[辦]/.test(text.slice(at, at + match[0].length)) ? '辦' : '办'}公室(${text.slice(hostStart - 2, hostStart) === '设在' || text.slice(hostStart - 2, hostStart) === '設在' ? text.slice(hostStart - 2, hostStart) : '设在'}${text.slice(hostStart, hostStart + host.length)})`;
    const value = { name, kind: 'office', duties: dutiesAfter(source, at + match[0].length, span.end) };
    found.push({ value, at: { start: at, end: at + match[0].length } });
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

function parentBefore(folded: string, from: number, at: number): string | null {
  const before = folded.slice(Math.max(from, at - 60), at);
  return (
    /(?:领导小组|联席会议|指挥部|委员会|协调小组|专班)(?!.*(?:领导小组|联席会议|指挥部|委员会|协调小组|专班))/.exec(
      before,
    )?.[0] ?? null
  );
}

/** The parent's last word as printed. */
function printedParent(text: string, folded: string, from: number, at: number, parent: string): string {
  const place = folded.lastIndexOf(parent, at + parent.length);
  return place >= from ? text.slice(place, place + parent.length) : parent;
}
