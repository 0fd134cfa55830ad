import { Fragment } from 'react';

/** Words between the fields; empty lines between paragraphs take half the room. */
export function PlainText({ text }: { text: string }) {
  return text.split(/\n[ \t\u3000\r]*\n\s*?/).map((piece, at) => (
    <Fragment key={at}>
      {at > 0 && <span className="paragraph-gap" />}
      {piece}
    </Fragment>
  ));
}
