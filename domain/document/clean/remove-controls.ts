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

/** Paragraphs of a text so loose hold at least so many gaps. */
const LOOSE_GAPS = 6;
const GAP = /(?<=[\u4e00-\u9fff、,。;:]) (?=[\u4e00-\u9fff])/g;

/**
 * Blanks that a scan put into words: where paragraphs of prose are full of them, single blanks between two Chinese
 * characters are taken out of every line.
 */
export function looseBlanks({ simplified }: Draft): Edit[] {
  const prose = simplified.split('\n').filter((line) => line.length > 40 && /。/.test(line));
  const gaps = prose.reduce((sum, line) => sum + [...line.matchAll(GAP)].length, 0);
  if (gaps < LOOSE_GAPS || gaps < prose.length) return [];
  return [...simplified.matchAll(GAP)].map((gap) => ({
    start: gap.index,
    end: gap.index + 1,
    now: '',
    code: 'spacing',
  }));
}
