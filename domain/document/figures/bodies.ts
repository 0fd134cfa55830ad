import type { PlanBody } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import type { FigureText, Found } from './figure-types.ts';
import { networkIn } from './body-network.ts';
import { officeOf } from './body-office.ts';
import { dutiesAfter } from './body-duties.ts';

const KINDS: [RegExp, string][] = [
  [/领导小组$|协调小组$|工作组$/, 'leading group'],
  [/联席会议$/, 'joint conference'],
  [/指挥部$/, 'headquarters'],
  [/专班$/, 'task force'],
  [/专家(?:咨询)?(?:委员会|组|库)$|咨询委员会$/, 'expert committee'],
  [/委员会$/, 'committee'],
];

const END = /领导小组|协调小组|联席会议|指挥部|工作专班|专家(?:咨询)?委员会|咨询委员会|(?:推进|协调|工作)委员会/g;
/** Words that make or use a body; what they name is one of the plan's own. */
const MADE =
  /(?:成立|组建|设立|建立健全|建立|建立完善|健全|完善|调整充实|调整|充实|组成|下设|(?:充分)?发挥|依托)(?:了|由[^,;。]{2,30}(?:组成的|参加的|为组长的|任组长的|任总召集人的|为召集人的|牵头的|负责的))?$/;
const EARLIER = /(?:依托|发挥|利用|完善|健全|调整|充实)$/;
const OF_OTHERS = /^(?:国家|国务院|省委|省政府|省级|省|中央|全国|上级|各级|各地|各县|各区|各镇|各乡|有关)/;
const NOT_IN_NAME =
  /[,;:。!?\n()“”"]|(?:成立|组建|设立|建立健全|建立|健全|完善|调整充实|调整|充实|下设|充分发挥|发挥|召开|报(?!刊|道|业)|在|由|向|经(?!济|营|开|信|贸|管)|以|请|各|设在|参加|根据|按照|依托|纳入|加强|对(?!外|台|口)|为|是|统一|作为|现有|报送|提请|定期|明确|不断|与|和|的)/g;

/** The bodies that steer the plan: those that it sets up, and those whose duties it lists. */
export function bodiesIn(source: FigureText, spans: readonly Span[]): Found<PlanBody>[] {
  const found: Found<PlanBody>[] = [];
  for (const span of spans) {
    for (const paragraph of paragraphsOf(source.folded, span)) readParagraph(source, paragraph, found);
  }
  return found;
}

function readParagraph(source: FigureText, span: Span, found: Found<PlanBody>[]): void {
  const { folded, text } = source;
  const local = folded.slice(span.start, span.end);
  for (const match of local.matchAll(END)) {
    const end = span.start + match.index + match[0].length;
    const mention = mentionAt(folded, span.start, end);
    if (!mention) continue;
    const words = folded.slice(mention.name.start, mention.name.end);
    const known = found.find(({ value }) =>
      isSame(foldName(value.name), foldName(text.slice(mention.name.start, mention.name.end))),
    );
    const isNew = mention.made && !GENERIC.test(words) && !OF_OTHERS.test(words) && kindOf(words) !== null;
    if (known) addDuties(known, dutiesAfter(source, mention.name.end, span.end));
    else if (isNew || saysDuties(folded.slice(end, span.end))) add(source, mention.name, span, found);
  }
  const network = networkIn(source, span);
  if (network) found.push(network);
  for (const office of officeOf(source, span, found)) {
    const known = found.find(({ value }) => value.kind === 'office' && value.name === office.value.name);
    if (!known) found.push(office);
  }
}

function add(source: FigureText, name: Span, span: Span, found: Found<PlanBody>[]): void {
  const { text, folded } = source;
  const kind = kindOf(folded.slice(name.start, name.end));
  if (!kind) return;
  const duties = dutiesAfter(source, name.end, span.end);
  const value = { name: text.slice(name.start, name.end), kind, duties };
  // 成立A,建立B制度,统筹…: one clause after two bodies is said of both.
  const before = found.at(-1);
  if (before && before.value.duties.length === 0 && before.at.end > name.start - 8 && before.at.end <= name.start)
    addDuties(before, duties);
  found.push({ value, at: name, fields: { name } });
}

/** The name before its last word, back to a word that can't be part of it. */
function mentionAt(folded: string, from: number, end: number): { name: Span; made: boolean } | null {
  const before = folded.slice(Math.max(from, end - 48), end);
  let cut = 0;
  for (const stop of before.matchAll(NOT_IN_NAME)) {
    const after = stop.index + stop[0].length;
    // 和 stands inside many names: 规划和自然资源工作领导小组.
    if (stop[0] === '和' && !/(?:联席会议|小组)和$/.test(before.slice(0, after))) continue;
    if (after < before.length - 3) cut = after;
  }
  const start = end - before.length + cut;
  const name = { start: start + (/^[\s、]+/.exec(folded.slice(start, end))?.[0].length ?? 0), end };
  if (end - name.start < 4) return null;
  const lead = folded.slice(Math.max(from, name.start - 40), name.start);
  const earlier = EARLIER.test(lead) && !/作用|制度|职责|机制/.test(folded.slice(end, end + 12));
  return { name, made: MADE.test(lead) && !earlier };
}

const kindOf = (name: string): string | null => KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
const saysDuties = (after: string): boolean => /^(?:的)?(?:主要)?(?:工作)?职责(?:是|为|包括|:)/.test(after);
/** A kind, not a name: 各区要成立工作专班. */
const GENERIC = /^(?:工作|专项)?(?:专班|指挥部|工作组)$/;
const foldName = (name: string): string => name.replace(/[\s“”]/g, '');
/** 领导小组 and 试点工作领导小组 are short for the longer name that ends so. */
const isSame = (full: string, short: string): boolean => full === short || full.endsWith(short) || short.endsWith(full);

function addDuties(body: Found<PlanBody>, duties: string[]): void {
  for (const duty of duties) if (!body.value.duties.includes(duty)) body.value.duties.push(duty);
}

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
