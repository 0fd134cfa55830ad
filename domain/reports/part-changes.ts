import { figuresText, type SaidFigure } from '../supervision/figures.ts';
import type { Part } from '../supervision/types.ts';
import type { Facts } from './facts.ts';
import { partOfEvent } from './facts.ts';
import type { BriefEvent } from './types.ts';
import { clause, figureClauses, quoted } from './wording.ts';

/** What one part's events since the last brief come to in the end. */
export interface PartChange {
  part: Part;
  /** Without the unit: 进度由40%提高到60%. */
  text: string;
  events: BriefEvent[];
  /** The progress, where it was reported and nothing was decided. */
  progress: number | null;
}

/** The net change of one part, newest last word; null where nothing but a receipt or a bare 无变化 came. */
export function partChange(facts: Facts, part: Part, events: BriefEvent[]): PartChange | null {
  const own = events.filter((event) => partOfEvent(event) === part.id);
  const decided = completionChange(facts, part, own);
  if (decided) return { part, ...decided, progress: null };
  const reports = own.filter(({ kind }) => kind === 'reportFiled' || kind === 'reportCorrected');
  const [first, last] = [reports[0], reports.at(-1)];
  if (!first || !last) return null;
  return {
    part,
    text: reportText(facts, first, last),
    events: first === last ? [last] : [first, last],
    progress: number(last.body['after']),
  };
}

function completionChange(facts: Facts, part: Part, own: BriefEvent[]): Pick<PartChange, 'text' | 'events'> | null {
  const lastOf = (kind: string): BriefEvent | undefined => own.findLast((event) => event.kind === kind);
  const claim = lastOf('completionClaimed');
  if (part.completion === 'accepted') {
    const accepted = lastOf('completionAccepted');
    if (!accepted) return null;
    return { text: `承办部分${facts.day(accepted.at)}通过验收`, events: withClaim(claim, accepted) };
  }
  if (part.completion === 'returned') {
    const returned = lastOf('completionReturned');
    const reason = clause(text(returned?.body['reason']));
    if (!returned) return null;
    const again = Number(returned.body['n']) > 1 ? `第${Number(returned.body['n'])}次` : '';
    return {
      text: `${facts.day(returned.at)}办结申请${again}退回补充${reason === '' ? '' : `(${reason})`}`,
      events: withClaim(claim, returned),
    };
  }
  if (part.completion !== 'claimed' || !claim) return null;
  return { text: `${facts.day(claim.at)}${lateWord(claim)}申请办结,待验收`, events: [claim] };
}

const withClaim = (claim: BriefEvent | undefined, decided: BriefEvent): BriefEvent[] =>
  claim ? [claim, decided] : [decided];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
/** A report may file an overdue receipt beside: that alone doesn't make it a late report. */
const lateWord = ({ kind, body }: BriefEvent): string =>
  body['late'] === true && (kind !== 'reportFiled' || filesReport(body['filed'])) ? '逾期后' : '';

const filesReport = (filed: unknown): boolean =>
  Array.isArray(filed) && filed.some((duty) => typeof duty === 'string' && duty.startsWith('report/'));

/** Figures from → to over all the reports; the rest by the last one. */
function reportText(facts: Facts, first: BriefEvent, last: BriefEvent): string {
  const [before, after] = [number(first.body['before']), number(last.body['after'])];
  const words = text(last.body['words']);
  const confirmed = (last.body['figures'] ?? []) as SaidFigure[];
  const figures = confirmed.length > 0 ? [figuresText(confirmed)] : figureClauses(words);
  const expected = text(last.body['expectedOn']);
  const progress = progressText(before, after, isQuantified(last));
  const isTold = progress !== '' || figures.length > 0 || words.trim() === '';
  const pieces = [
    progress,
    ...figures,
    ...(isTold ? [] : [`${quoted(clause(words), 40)},未报进度数据`]),
    ...(expected === '' ? [] : [`预计${facts.day(expected)}完成`]),
  ].filter((piece) => piece !== '');
  return `${facts.day(last.at)}${lateWord(last)}${last.kind === 'reportCorrected' ? '更正' : '报送'}:${pieces.length > 0 ? pieces.join(',') : '未报进度数据'}`;
}

/** A report without a figure keeps the progress of the last one: it says nothing about it. */
const isQuantified = ({ body }: BriefEvent): boolean =>
  number(body['after']) !== null && (body['after'] !== body['before'] || /\d/.test(text(body['words'])));

function progressText(before: number | null, after: number | null, quantified: boolean): string {
  if (after === null) return '';
  if (before === null) return `进度${after}%`;
  if (after > before) return `进度由${before}%提高到${after}%`;
  if (after < before) return `进度由${before}%调整为${after}%`;
  return quantified ? `进度仍为${after}%` : '';
}
