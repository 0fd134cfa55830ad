import { shorten } from '../chat/item-label.ts';
import { itemLabel } from '../chat/item-label.ts';
import type { SupervisedState } from '../supervision/types.ts';

const TITLE = 16;

/** 第(九)项“研究制定发展战略”; the title alone where the plan prints no number. */
export function taskName({ no, title }: Pick<SupervisedState, 'no' | 'title'>): string {
  return `${numbered(no)}“${shorten(title, TITLE)}”`;
}

/** 第(九)项; the title where the plan prints no number. */
export const taskNumber = ({ no, title }: Pick<SupervisedState, 'no' | 'title'>): string =>
  numbered(no) || `“${shorten(title, TITLE)}”`;

const numbered = (no: string | null): string => (no === null || no.trim() === '' ? '' : itemLabel(no, ''));

/** 市科技局、市财政局; beyond `shown` of them 市科技局等5个单位. In the order of the plan. */
export const unitsText = (names: string[], shown = 3): string =>
  names.length <= shown ? names.join('、') : `${names[0] ?? ''}等${names.length}个单位`;

export const tasksText = (names: string[], shown = 3): string =>
  names.length <= shown ? names.join('、') : `${names.length}项任务`;

/** A person's words as a quotation of one line. */
export const quoted = (words: string, length = 60): string =>
  `“${shorten(words.trim().replace(/\s+/g, ' '), length).replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** Words that are put into a sentence, without their own full stop. */
export const clause = (words: string): string => words.trim().replace(/[。.;;,,]+$/u, '');

/** Each once, in order. */
export const unique = <T>(values: T[]): T[] => [...new Set(values)];

const FIGURE = /\d[\d,.]*\s*(家|件|所|人次|人|次|亿元|万元|元|个|项|场|户|期|份|处|辆|公里|亩|吨)/;

/** Clauses that bring figures other than the percentage, as they were said: 新增保护工作站3家,累计15家. */
export function figureClauses(words: string, most = 3): string[] {
  return words
    .normalize('NFKC')
    .split(/[,。;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => FIGURE.test(piece) && piece.length <= 40)
    .slice(0, most);
}
