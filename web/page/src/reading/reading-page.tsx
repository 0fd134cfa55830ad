import { useState } from 'react';
import { useReading } from '../api/reading-queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading } from '../shell/loading.tsx';
import { useMedia, WIDE } from '../shell/use-media.ts';
import { Blockers } from './blockers.tsx';
import { Draft } from './draft.tsx';
import { partOf, type Part } from './places.ts';
import { ReadingContext } from './reading-context.tsx';
import { ReadingHead } from './reading-head.tsx';
import { SourceText } from './source-text.tsx';
import { useDeskOf } from './use-reading-desk.ts';
import { readingWords } from './words.ts';
import '../task/task.css';
import './reading.css';
import './draft.css';

/** A document's text and what was read of it, side by side; on a small screen one after the other. */
export function ReadingPage({ readingId }: { readingId: string }) {
  const words = useWords(readingWords);
  const query = useReading(readingId);
  const beside = useMedia(WIDE);
  const [asked, setPart] = useState<Part>('questions');
  const part = beside && asked === 'text' ? 'questions' : asked;
  const deskOf = useDeskOf(readingId, (path, from) => {
    if (from === 'text') setPart(partOf(path));
    // 看原文: without room beside the draft, the text takes its place. A field just being edited stays.
    else if (!beside && (path.startsWith('?') || /^\/[a-z]+\/\d+$/.test(path))) setPart('text');
  });
  if (query.data === undefined)
    return query.error === null ? <Loading /> : <Failed error={query.error} again={() => void query.refetch()} />;
  const desk = deskOf(query.data);
  return (
    <ReadingContext value={desk}>
      <ReadingHead view={query.data} />
      {query.data.status === 'review' && <Blockers />}
      <div className="reading" data-testid="reading">
        {beside && (
          <section className="panel source" aria-label={words.text}>
            <div className="panel-head">
              <h2>{words.text}</h2>
              <span className="quiet">{words.textLead}</span>
            </div>
            <SourceText />
          </section>
        )}
        <Draft part={part} show={setPart} withText={!beside} />
      </div>
    </ReadingContext>
  );
}
