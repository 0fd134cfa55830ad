import type { Draft, Edit } from './edit-text.ts';

// Line ends of any system become \n, a form feed parts lines too; \t parts cells and stays.
const CONTROL =
  // eslint-disable-next-line no-control-regex
  /\r\n?|[\f\v\u0085\u2028\u2029]|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]+|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What is no character of the text: control and invisible characters, halves of surrogate pairs. */
export const controls = ({ text }: Draft): Edit[] =>
  [...text.matchAll(CONTROL)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    now: /[\r\n\f\v\u0085\u2028\u2029]/.test(found[0]) ? '\n' : '',
    code: 'control-characters',
  }));

/** Runs of question marks: what a converter made of spaces that it didn't know. */
export const questionMarks = ({ simplified }: Draft): Edit[] =>
  [...simplified.matchAll(/\?{2,}/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    now: '',
    code: 'question-marks',
  }));

/** A title or label spaced out letter by letter: 工 作 方 案. */
export const spacedLetters = ({ simplified }: Draft): Edit[] =>
  [
    ...simplified.matchAll(/(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff] {1,2}){3,}[\u4e00-\u9fff](?![\u4e00-\u9fff])/g),
  ].flatMap((run) =>
    [...run[0].matchAll(/ +/g)].map((gap): Edit => ({
      start: run.index + gap.index,
      end: run.index + gap.index + gap[0].length,
      now: '',
      code: 'spacing',
    })),
  );

/** Paragraphs of a text so loose hold at least so many gaps, and so many each; a sound text has none. */
const LOOSE_GAPS = 6;
const GAPS_A_PARAGRAPH = 0.3;
/** The only blank of a line, so near to its beginning, may part a heading from its text. */
const HEADING_GAP = 24;
const LONGEST_MARK = 14;
/** 行动一 X: the blank ends a number. */
const BEHIND_MARK =
  /(?:^|\n) *(?:(?:重 ?点|主 ?要|专 ?项)? ?(?:任 ?务|行 ?动|工 ?程|项 ?目|举 ?措|措 ?施)|第) ?[一二三四五六七八九十\d]{1,3} ?(?:章|条|节|编|篇|部 ?分)?$/;
const GAP = /(?<=[\u4e00-\u9fff、,。;:]) (?=[\u4e00-\u9fff])/g;

/**
 * Blanks that a scan put into words: where paragraphs of prose hold them, single blanks between two Chinese
 * characters are taken out of every line.
 */
export function looseBlanks({ simplified }: Draft): Edit[] {
  const prose = simplified.split('\n').filter((line) => line.length > HEADING_GAP && /。/.test(line));
  const gaps = prose.reduce((sum, line) => {
    const places = [...line.matchAll(GAP)].map(({ index }) => index);
    return sum + (places.length > 1 ? places : places.filter((place) => place > HEADING_GAP)).length;
  }, 0);
  if (gaps < LOOSE_GAPS || gaps < prose.length * GAPS_A_PARAGRAPH) return [];
  return [...simplified.matchAll(GAP)]
    .filter(({ index }) => !BEHIND_MARK.test(simplified.slice(Math.max(0, index - LONGEST_MARK), index)))
    .map((gap) => ({ start: gap.index, end: gap.index + 1, now: '', code: 'spacing' }));
}
