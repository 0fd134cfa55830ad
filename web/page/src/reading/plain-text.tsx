import { Fragment } from 'react';

const GAP = /\n[ \t\u3000\r]*\n\s*?/g;

interface Piece {
  start: number;
  text: string;
}

/** Paragraphs of a text, each with its place. */
function piecesOf(text: string, start: number): Piece[] {
  let from = 0;
  const pieces = [...text.matchAll(GAP)].map((gap) => {
    const piece = { start: start + from, text: text.slice(from, gap.index) };
    from = gap.index + gap[0].length;
    return piece;
  });
  return [...pieces, { start: start + from, text: text.slice(from) }];
}

/** Words between the fields; empty lines between paragraphs take half the room. */
export function PlainText({ text, start }: { text: string; start: number }) {
  return piecesOf(text, start).map((piece, at) => (
    <Fragment key={piece.start}>
      {at > 0 && <span className="paragraph-gap" />}
      <span data-start={piece.start}>{piece.text}</span>
    </Fragment>
  ));
}
