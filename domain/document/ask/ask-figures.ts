import type { FigureText, FoundTarget } from '../figures/figure-types.ts';
import type { Outline } from '../outline-types.ts';
import type { Findings } from '../questions.ts';
import type { PlanTarget } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import { bolderReading } from './bolder-reading.ts';
import { beginsMidSentence } from './cut-lines.ts';
import { cutBefore, oddFigure } from './figure-shape.ts';
import { oddName } from './odd-name.ts';
import { shownWords } from './shown-words.ts';
import { unreadNumbers } from './unread-numbers.ts';
import { untakenFigures } from './untaken-figures.ts';

/** Characters of a sentence that a question marks before a figure. */
const SENTENCE = 60;

interface Read {
  source: FigureText;
  outline: Outline;
  targets: readonly PlanTarget[];
  found: readonly Pick<FoundTarget, 'at' | 'fields'>[];
}

/** The second look at the figures: names that read as pieces, and figures that a bolder reading would have taken. */
export function askFigures({ ask }: Findings, { source, outline, targets, found }: Read): void {
  targets.forEach((target, index) => {
    const at = found[index]?.fields?.name ?? found[index]?.at ?? null;
    const reason = at && target.value !== null ? reasonOf(source, target, at) : null;
    if (!at || reason === null) return;
    ask(
      {
        code: 'ambiguous-figure',
        path: `/targets/${index}/name`,
        text: `“${target.name}”是否为指标的完整名称?`,
        proposal: target.name,
        reason,
        matters: false,
      },
      sentenceAround(source.folded, at),
    );
  });
  askShapes({ ask }, source, targets, found);
  const open = [...untakenFigures(source, outline, found), ...unreadNumbers(source, outline, found)];
  for (const at of open) {
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
  for (const { at, name } of bolderReading(source, outline, found))
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
      odd?.includes('分句') === true ? sentenceAround(source.folded, one.at) : one.at,
    );
  });
}

/** From the beginning of the sentence, as far as a page shows: a name that is none may stand in the clause before. */
function sentenceAround(folded: string, { start, end }: Span): Span {
  const before = folded.slice(Math.max(0, start - SENTENCE), start);
  return { start: start - (/[^。;\n]*$/.exec(before)?.[0].length ?? 0), end };
}

function reasonOf({ folded }: FigureText, target: PlanTarget, at: Span): string | null {
  const cutAfter =
    /^\s*\n\s*[\u4e00-\u9fff]/.test(folded.slice(at.end, at.end + 8)) &&
    /\d|[二两三四五六七八九十]/.test(folded.slice(Math.max(0, at.start - 4), at.start));
  if (cutAfter || beginsMidSentence(folded, at)) return '名称可能被断行截断。';
  return oddName(folded.slice(at.start, at.end), target);
}
