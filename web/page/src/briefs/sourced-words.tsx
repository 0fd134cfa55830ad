import { useWords } from '../i18n/language.tsx';
import { briefWords } from './words.ts';

/** Characters that stay on one line with the mark: a word's end and its full stop. */
const KEPT = 3;

/** A sentence with the mark that opens what it stands on. */
export function SourcedWords({ text, open }: { text: string; open: () => void }) {
  const words = useWords(briefWords);
  const characters = [...text];
  return (
    <>
      {characters.slice(0, -KEPT).join('')}
      <span className="sentence-end">
        {characters.slice(-KEPT).join('')}
        <button type="button" className="link-button sentence-source" aria-label={words.sourceOf(text)} onClick={open}>
          〔{words.source}〕
        </button>
      </span>
    </>
  );
}
