import { quoted } from '../../../domain/reports/wording.ts';
import type { OpenedSource } from '../../../web/api.ts';

const SHOWN = 4;
const WORDS = 120;

/** 11月20日10:12 市科技局张某:报送进展,进度40%→60%。原话:“……”(存证第12条,a1b2c3d4) */
export function sourceText({ when, unit, who, text, words, seq, hash }: OpenedSource): string {
  const author = `${unit ?? ''}${who}`;
  const head = [when, author].filter((piece) => piece !== '').join(' ');
  const said = words === null ? '' : `原话:${quoted(words, WORDS)}`;
  const place = seq === null ? '' : `(存证第${seq}条${hash === null ? '' : `,${hash.slice(0, 8)}`})`;
  return `${head}${head === '' ? '' : ':'}${text}${said}${place}`;
}

/** The sources of one sentence in one line; of many, the first few and how many there are. */
export function footnoteText(sources: OpenedSource[], shown = SHOWN): string {
  const named = sources.slice(0, shown).map(sourceText).join(';');
  return sources.length > shown ? `${named};等共${sources.length}条` : named;
}
