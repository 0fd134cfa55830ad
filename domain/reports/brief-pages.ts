import type { NeutralMessage } from '../chat/message.ts';
import { cutWords } from '../supervision/cut-words.ts';
import { SECTION_HEADINGS } from './brief-title.ts';
import type { BriefSectionKey, StoredSentence } from './types.ts';

export interface LongText {
  heading: string;
  lines: string[];
  office: string;
}

/** Characters of one message: Slack takes 3,000 in a section, Telegram 4,096. */
const PAGE_MAX = 2_800;
/** More messages than this are read on the page. */
const PAGES_MAX = 8;

/** A long text as several messages, cut between lines; what is too much is said to stand on the page. */
export function textPages({ heading, lines, office }: LongText): NeutralMessage[] {
  const pages: string[][] = [[]];
  let length = 0;
  for (const line of lines.flatMap(piecesOf)) {
    if (length + line.length > PAGE_MAX && length > 0) {
      pages.push([]);
      length = 0;
    }
    pages.at(-1)?.push(line);
    length += line.length + 1;
  }
  const shown = pages.slice(0, PAGES_MAX);
  if (pages.length > PAGES_MAX) shown.at(-1)?.push('其余内容请在网页查看。');
  return shown.map((page, at) => ({
    klass: 'answer',
    heading: `【${heading}${shown.length > 1 ? `(${at + 1}/${shown.length})` : ''}】`,
    lines: page,
    buttons: [],
    signature: at === shown.length - 1 ? office : '',
  }));
}

/** A line that no page holds goes on in the next, cut between characters. */
function piecesOf(line: string): string[] {
  if (line.length <= PAGE_MAX) return [line];
  const piece = cutWords(line, PAGE_MAX);
  return [piece, ...piecesOf(line.slice(piece.length))];
}

const NUMBERS = ['一', '二', '三', '四', '五', '六'];

interface ReadSection {
  key: BriefSectionKey;
  sentences: Pick<StoredSentence, 'said' | 'text'>[];
}

/** The whole brief as lines: 一、总体, then its sentences numbered where there are several. */
export function briefLines(spanText: string, sections: ReadSection[]): string[] {
  const filled = sections.filter(({ sentences }) => sentences.length > 0);
  return [
    spanText,
    ...filled.flatMap(({ key, sentences }, at) => [
      `${NUMBERS[at] ?? ''}、${SECTION_HEADINGS[key]}`,
      ...sentences.map(({ said, text }, index) => {
        const number = sentences.length > 1 && key !== 'overall' ? `${index + 1}.` : '';
        return said === null ? `${number}${text}` : `${number}上期:${said}办理情况:${text}`;
      }),
    ]),
  ];
}
