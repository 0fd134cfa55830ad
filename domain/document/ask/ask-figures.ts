import type { FigureText, FoundTarget } from '../figures/figure-types.ts';
import { endsWithIndicator } from '../figures/goal-verbs.ts';
import { NO_HORIZON } from '../figures/horizon.ts';
import { MAY_COUNT } from '../figures/figure-in-clause.ts';
import { targetsInText } from '../figures/targets-in-text.ts';
import type { Outline, Section } from '../outline-types.ts';
import type { Findings } from '../questions.ts';
import type { PlanTarget } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import { beginsMidSentence } from './cut-lines.ts';
import { cutBefore, oddFigure } from './figure-shape.ts';
import { shownWords } from './shown-words.ts';
import { untakenFigures } from './untaken-figures.ts';

interface Read {
  source: FigureText;
  outline: Outline;
  targets: readonly PlanTarget[];
  found: readonly Pick<FoundTarget, 'at' | 'fields'>[];
}

/** Names that begin or end as no name does, or are too short to say what is counted. */
const ODD_NAME =
  /^(?:[^()]*\)|[的及和与等在到至共将含]|三年|两年|汛前|力\s?争|其\s?中|确\s?保)|(?:[的在将为及和与等,]|\([^()]*)$|\s/;
const TOO_SHORT =
  /^(?:.|改造|新建|建成|完成|新增|培训|建设|.(?:占比|率|比例|比重)|主体|比例|比率|总产|面积|覆盖|完成率|占比|总数|数量|增幅)$/;

/** The second look at the figures: names that read as pieces, and figures that a bolder reading would have taken. */
export function askFigures({ ask }: Findings, { source, outline, targets, found }: Read): void {
  targets.forEach((target, index) => {
    const at = found[index]?.fields?.name ?? found[index]?.at ?? null;
    if (!at || target.value === null || !isOdd(source, target.name, at)) return;
    ask(
      {
        code: 'ambiguous-figure',
        path: `/targets/${index}/name`,
        text: `“${target.name}”是否为指标的完整名称?`,
        proposal: target.name,
        reason: '名称过短,或像是从句子中间截取的。',
        matters: false,
      },
      at,
    );
  });
  askShapes({ ask }, source, targets, found);
  for (const at of untakenFigures(source, outline, found)) {
    ask(
      {
        code: 'ambiguous-figure',
        path: '/targets',
        text: `“${shownWords(source.text.slice(at.start, at.end))}”中的数值是否为应当考核的指标?`,
        proposal: null,
        reason: '此处有数值或数值的残缺,但没有全部作为目标读入。',
        matters: false,
      },
      at,
      true,
    );
  }
  for (const { at, name } of untaken(source, outline, found))
    ask(
      {
        code: 'ambiguous-figure',
        path: '/targets',
        text: `“${name}”是否为应当考核的指标?`,
        proposal: null,
        reason: '句中有数值,但没有作为目标读入。',
        matters: false,
      },
      at,
      true,
    );
}

/** Each figure once, by the form of its own number and name. */
function askShapes(
  { ask }: Pick<Findings, 'ask'>,
  source: FigureText,
  targets: readonly PlanTarget[],
  found: readonly Pick<FoundTarget, 'at' | 'fields'>[],
): void {
  const spaced = (source.folded.match(/\d (?:%|[\u4e00-\u9fff])/g)?.length ?? 0) > targets.length / 4;
  const cut = found.map(({ fields, at }) => cutBefore(source, fields?.name?.start ?? at.start));
  // Lists whose items have no sign at their ends begin many lines so.
  const rarely = cut.filter(Boolean).length <= Math.max(1, found.length * 0.3);
  targets.forEach((target, index) => {
    const one = found[index];
    if (!one) return;
    const odd = oddFigure(source, target, one, spaced);
    const reason = odd ?? (rarely && cut[index] === true ? '名称之前的一行没有写完,名称可能被断行截去开头。' : null);
    if (reason === null) return;
    ask(
      {
        code: 'ambiguous-figure',
        path: `/targets/${index}/value`,
        text: `“${target.name}”的目标是否为${target.value ?? ''}${target.unit ?? ''}?`,
        proposal: target.value,
        reason,
        matters: false,
      },
      one.at,
    );
  });
}

function isOdd({ folded }: FigureText, name: string, at: Span): boolean {
  const said = folded.slice(at.start, at.end);
  const cutAfter =
    /^\s*\n\s*[\u4e00-\u9fff]/.test(folded.slice(at.end, at.end + 8)) &&
    /\d|[二两三四五六七八九十]/.test(folded.slice(Math.max(0, at.start - 4), at.start));
  return ODD_NAME.test(said) || TOO_SHORT.test(name) || cutAfter || beginsMidSentence(folded, at);
}

/** Level figures of sections that weren't read for goals: one a paragraph, from the first to the last. */
function untaken(
  source: FigureText,
  outline: Outline,
  found: readonly Pick<FoundTarget, 'at'>[],
): { at: Span; name: string }[] {
  const taken = new Uint8Array(source.folded.length);
  for (const { at } of found) taken.fill(1, at.start, at.end);
  return spansOf(outline).flatMap(({ heading, ...span }) => {
    if (!MAY_COUNT.test(source.folded.slice(span.start, span.end))) return [];
    const more = targetsInText(source, span, { horizon: NO_HORIZON, goals: true, general: true, strict: false });
    const left = more.targets.filter(
      ({ value, at }) =>
        value.value !== null &&
        (heading || value.comparator !== '=' || endsWithIndicator(value.name)) &&
        !taken.subarray(at.start, at.end).includes(1),
    );
    const [first] = left;
    const last = left.at(-1);
    return first && last ? [{ at: { start: first.at.start, end: last.at.end }, name: first.value.name }] : [];
  });
}

/** What may print goals: before the first heading, and sections that are not about the past or the doers. */
function spansOf({ head, sections }: Outline): (Span & { heading: boolean })[] {
  const bodies = sections.flatMap(function within(section: Section): (Span & { heading: boolean })[] {
    if (['attachment', 'organisation', 'safeguards'].includes(section.role)) return [];
    return [
      { ...section.heading, heading: true },
      { ...section.body, heading: false },
      ...section.children.flatMap(within),
    ];
  });
  return [{ ...head, heading: false }, ...bodies].filter(({ start, end }) => end > start);
}
