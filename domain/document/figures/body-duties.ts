import type { Span } from '../types.ts';
import type { FigureText } from './figure-types.ts';
import { clausesIn } from './sentences.ts';

const DUTY =
  /^(?:具体|主要|全面|统一|牵头)?(?:负责|统筹|协调|研究|加强|部署|指导|督促|组织|推进|贯彻|落实|制定|审议|定期|召开|明确|健全|营造|及时|承担|听取|解决|检查)/;
const SKIPPED =
  /^(?:制度|工作制度|机制|\(以下[^)]*\)|[^,;]{0,12}(?:任|担任|为)(?:组长|召集人|副组长|成员|总指挥|第一)[^,;]*)$/;
const MOST = 8;
/** A sentence of duties is hardly longer. */
const REACH = 600;

/** What a body is to do, as the clauses after its name say: until the sentence ends or speaks of something else. */
export function dutiesAfter({ text, folded }: FigureText, from: number, to: number): string[] {
  const listed = /^(?:的)?(?:主要)?(?:工作)?职责(?:是|为|包括)?:?/.exec(folded.slice(from, from + 12));
  const role = /^的(?<duty>[^,;。的]{2,12})(?:作用|职能)/.exec(folded.slice(from, from + 20))?.groups?.['duty'];
  if (role !== undefined) return [text.slice(from + 1, from + 1 + role.length)];
  const last = Math.min(to, from + REACH);
  const stop = folded.slice(from, last).search(/[。\n]/);
  const end = stop < 0 ? last : from + stop;
  const start = from + (listed?.[0].length ?? 0);
  const duties: string[] = [];
  for (const clause of clausesOf(folded, { start, end }, listed !== null)) {
    const words = folded.slice(clause.start, clause.end);
    if (SKIPPED.test(words)) continue;
    if (listed === null && !DUTY.test(words)) {
      if (/办公室|办公地点/.test(words) || duties.length > 0) break;
      continue;
    }
    duties.push(text.slice(clause.start, clause.end).replace(/^(?:具体)(?=[负負])/, ''));
    if (duties.length >= MOST) break;
  }
  return duties;
}

/** A printed list of duties is parted by semicolons alone. */
function clausesOf(folded: string, span: Span, listed: boolean): Span[] {
  if (!listed) return clausesIn(folded, span);
  const found: Span[] = [];
  let from = span.start;
  for (const match of folded.slice(span.start, span.end).matchAll(/;/g)) {
    found.push({ start: from, end: span.start + match.index });
    from = span.start + match.index + 1;
  }
  found.push({ start: from, end: span.end });
  return found.filter(({ start, end }) => end - start > 2);
}
