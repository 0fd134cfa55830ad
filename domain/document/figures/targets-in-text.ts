import type { Span } from '../types.ts';
import { directionGoal, sameStep } from './direction-goals.ts';
import type { ClauseFigure } from './figure-in-clause.ts';
import { figuresInClause, MAY_COUNT } from './figure-in-clause.ts';
import type { FigureText, FoundTarget } from './figure-types.ts';
import type { Horizon } from './horizon.ts';
import { clausesIn, sentencesIn } from './sentences.ts';
import { nameWithin } from './target-name.ts';
import { namesOfFigures } from './names-of-figures.ts';
import { targetOfFigure } from './target-of-figure.ts';
import { tenseOf } from './tense.ts';

/** How a stretch of text is to be read. */
export interface TargetReading {
  /** Of the section: what its items inherit. */
  horizon: Horizon;
  /** A list of goals: bare counts and goals without a number are targets too. */
  goals: boolean;
  /** The general aim of the plan: no goals without a number. */
  general: boolean;
  /** Neither goals nor tasks: only what is plainly meant for the future. */
  strict: boolean;
}

/** The targets of one paragraph, and the horizon that it leaves to the next ones. */
export function targetsInText(
  source: FigureText,
  paragraph: Span,
  reading: TargetReading,
): { targets: FoundTarget[]; horizon: Horizon } {
  const state: State = { horizon: reading.horizon, targets: [], years: [], own: null };
  const directions = reading.goals && !reading.general;
  const words = source.folded.slice(paragraph.start, paragraph.end);
  for (const sentence of sentencesIn(words)) {
    const said = words.slice(sentence.start, sentence.end);
    // Without a number or a time a sentence holds goals in words at most.
    if (!directions && !MAY_COUNT.test(said) && !MAY_TIME.test(said)) continue;
    readSentence(
      source,
      { start: sentence.start + paragraph.start, end: sentence.end + paragraph.start },
      reading,
      state,
    );
  }
  const inherits =
    state.own !== null && state.own.per === null && (isEmpty(reading.horizon) || state.targets.length === 0);
  return { targets: state.targets, horizon: inherits && state.own ? state.own : reading.horizon };
}

/** 到2026年和2030年: as many figures follow. */
const TWO_YEARS = /(?<first>(?:19|20)\d{2})年底?[和与、](?<second>(?:19|20)\d{2})年/;
const MAY_TIME = /[年月季期每末]/;
const NO_LEAD = { horizon: null, span: { start: 0, end: 1 } };

interface State {
  horizon: Horizon;
  targets: FoundTarget[];
  /** Where two years share two figures. */
  years: string[];
  /** What the paragraph itself says. */
  own: Horizon | null;
}

function readSentence(source: FigureText, sentence: Span, reading: TargetReading, state: State): void {
  let past = false;
  let meant = !reading.strict;
  let each: Horizon | null = null;
  let outer = state.horizon;
  let first = true;
  let last = sentence.start;
  const before = state.targets.length;
  const wordless: { clause: Span; horizon: Horizon; place: number }[] = [];
  for (const clause of clausesIn(source.folded, sentence)) {
    const words = source.folded.slice(clause.start, clause.end);
    const tense = tenseOf(words, source.issuedYear);
    if (tense !== null) past = tense === 'past';
    if (tense === 'future') meant = true;
    if (past || isBracket(words)) continue;
    const lead = MAY_TIME.test(words) ? nameWithin(source.folded, clause, source.year) : NO_LEAD;
    if (lead.horizon) each = lead.horizon.per === null ? null : lead.horizon;
    // What a later clause says holds up to the semicolon; what the first one says, further.
    if (/;/.test(source.folded.slice(last, clause.start))) {
      state.horizon = outer;
      first = true;
    }
    if (lead.horizon && lead.horizon.per === null) {
      if (first || isEmpty(outer)) outer = state.own = lead.horizon;
      const { first: one, second: other } = TWO_YEARS.exec(words)?.groups ?? {};
      state.years = one !== undefined && other !== undefined ? [one, other] : [];
      state.horizon = state.years.length > 0 ? { ...lead.horizon, scope: null } : lead.horizon;
    }
    first = false;
    last = clause.end;
    if (!meant) continue;
    const horizon = each ?? state.horizon;
    const figures = figuresInClause(source, clause);
    add(source, figures, horizon, state);
    if (figures.length === 0) wordless.push({ clause, horizon, place: state.targets.length });
  }
  const figured = state.targets.length > before;
  const directions = wordless.flatMap(({ clause, horizon, place }) => {
    const found =
      reading.goals && !reading.general
        ? directionGoal(source, clause, horizon)
        : figured
          ? sameStep(source, clause, horizon)
          : null;
    return found ? [{ found, place }] : [];
  });
  state.horizon = outer;
  for (const { found, place } of directions.toReversed()) state.targets.splice(place, 0, found);
}

function add(source: FigureText, figures: ClauseFigure[], around: Horizon, state: State): void {
  const named = namesOfFigures(source, figures, state.targets);
  for (const [index, { figure, name }] of named.entries()) {
    const own = figure.horizon;
    const said = own === null ? around : own.per === null ? own : { ...own, by: own.by };
    const year = named.length === state.years.length ? state.years[index] : undefined;
    const horizon = year === undefined ? said : { ...said, by: year };
    state.targets.push(targetOfFigure(source, figure, name, horizon));
  }
}

const isEmpty = ({ by, per, scope }: Horizon): boolean => by === null && per === null && scope === null;

/** (责任单位:…) and the like hold no figures. */
const isBracket = (words: string): boolean =>
  /^[([〔【]?(?:牵头|责任|配合|承办|主办|协办|完成时限|时间|联系)/.test(words);
