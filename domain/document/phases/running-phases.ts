import type { Span } from '../types.ts';
import { readPiece, type ReadPiece } from './draft-of-head.ts';
import { STAGE } from './phase-words.ts';

/** How a window begins: a year, months (4-6月), a quarter, half a year. */
const WHEN =
  '(?:自|从)?(?:\\d{4}|[一二][〇零一二三四五六七八九]{3}|[\\d一二三四五六七八九十]{1,3}(?: ?[-–—~至到] ?[\\d一二三四五六七八九十]{1,3})? ?月|第[一二三四]季度|[上下]半年)';

/** What begins a phase within running text; the first that gives two phases counts. The mark is the first group. */
const MARKS: RegExp[] = [
  new RegExp(`(?:^|[\\n。;:] *)()(?=${STAGE})`, 'g'),
  /(?:^|[\n。;:] *)(\([一二三四五六七八]\) *)/g,
  /(?:^|[\n。;:,] *)([一二三四五六]是)(?=[\u4e00-\u9fff\d“])/g,
  /(?:^|\n) *([—-]{1,2} *)(?=[\u4e00-\u9fff\d])/g,
  /(?:^|\n) *(\d[.、] *)(?=[\u4e00-\u9fff\d])/g,
  /(?:^|\n) *()(?=[\u4e00-\u9fff、]{2,14}(?:阶段)? ?[(〔][^()〔〕\n]{0,24}\d+ ?[月年日])/g,
  new RegExp(`(?:^|\\n) *()(?=[(〔]${WHEN}[^()〔〕\\n]{0,30}[)〕] ?[\\u4e00-\\u9fff])`, 'g'),
  new RegExp(`(?:^|\\n) *()(?=[\\u4e00-\\u9fff、]{2,14}[:。,] ?${WHEN})`, 'g'),
  /(?:^|\n) *()(?=[\u4e00-\u9fff、]{2,14}阶段[。:,(〔\n])/g,
  new RegExp(`(?:^|\\n) *()(?=${WHEN}[^\\n]{3,})`, 'g'),
  /(?:^|[\n。;:] *)()(?=首先|其次|最后|第[一二三四五六]个?阶段)/g,
];

const headingEndOf = (said: string): number => {
  // 2024年1月至2月:动员部署。 — a colon behind the window does not end the heading.
  const found = /[。;\n]|(?<=[)〕]) ?[:,]/.exec(said);
  return found ? found.index : said.length;
};

function piecesOf(simplified: string, text: Span, mark: RegExp, year: number | null): ReadPiece[] {
  const said = simplified.slice(text.start, text.end);
  const starts = [...said.matchAll(mark)].map((found) => text.start + found.index + found[0].length);
  return starts.map((start, at) => {
    const next = starts[at + 1];
    const end = next ?? text.end;
    const whole = { start, end };
    return readPiece(simplified, { whole, headingEnd: start + headingEndOf(simplified.slice(start, end)) }, year);
  });
}

const stageOf = ({ head, whole }: ReadPiece, simplified: string): string =>
  head.stage ? simplified.slice(whole.start + head.stage.start, whole.start + head.stage.end).replace(/\s/g, '') : '';

/** `第二阶段出现事故的,暂缓拨付`: a stage whose window was printed before is spoken of again. */
function repeats(before: readonly ReadPiece[], piece: ReadPiece, simplified: string): boolean {
  const stage = stageOf(piece, simplified);
  return stage !== '' && !piece.dated && before.some((one) => one.dated && stageOf(one, simplified) === stage);
}

/** `第一阶段(2025年3月):动员部署。…`, `一是动员部署阶段,…` within one section's text: its pieces, all of one mark. */
export function runningPieces(simplified: string, text: Span, year: number | null): ReadPiece[] {
  for (const mark of MARKS) {
    const pieces = piecesOf(simplified, text, mark, year).filter(
      ({ staged, dated, head }) => staged || (dated && (head.name !== null || head.stage !== null)),
    );
    const first = pieces.filter((piece, at) => !repeats(pieces.slice(0, at), piece, simplified));
    if (first.length >= 2) return first;
  }
  return [];
}
