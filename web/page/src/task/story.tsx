import { Segmented } from 'antd';
import { useState } from 'react';
import type { StoryEntry } from '../../../api.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { channelWords, wordOr } from '../i18n/vocabulary.ts';
import { Nothing } from '../shell/loading.tsx';
import { useOpenedAt } from './scroll-to.ts';
import { taskWords } from './words.ts';

interface Props {
  entries: StoryEntry[];
  openSource: (seq: number) => void;
}

/** `told`: without what the calendar did by itself. */
type Shown = 'told' | 'all' | 'reply';

function Entry({ entry, openSource }: { entry: StoryEntry; openSource: Props['openSource'] }) {
  const words = useWords(taskWords);
  const channels = useWords(channelWords);
  const seq = entry.eventSeq;
  const via = wordOr(channels, entry.via);
  const who = [longMomentText(entry.at), entry.who, via === entry.who ? '' : via, entry.outcome];
  return (
    <li id={`entry-${entry.id}`} className={`entry entry-${entry.kind}`}>
      <p className="quiet">{who.filter((part) => part !== null && part !== '').join(' · ')}</p>
      <p>
        {entry.text}
        {seq !== null && (
          <>
            {' '}
            <button type="button" className="link-button" onClick={() => openSource(seq)}>
              〔{words.source(seq)}〕
            </button>
          </>
        )}
      </p>
      {entry.words !== null && <blockquote aria-label={words.words}>{entry.words}</blockquote>}
    </li>
  );
}

/** Oldest to newest; a reply's own words are never shortened. */
export function Story({ entries, openSource }: Props) {
  const words = useWords(taskWords);
  const [only, setOnly] = useState<Shown>('told');
  const box = useOpenedAt<HTMLDivElement>(null);
  const shown = entries.filter(
    ({ kind, routine }) => only === 'all' || (only === 'told' ? !routine : kind === 'reply'),
  );
  return (
    <section className="panel" data-testid="story" aria-labelledby="story-title">
      <div className="panel-head">
        <h2 id="story-title">{words.story}</h2>
        <span className="quiet">{words.storyHint}</span>
        <span className="grow" />
        <Segmented<Shown>
          size="small"
          value={only}
          onChange={setOnly}
          options={[
            { value: 'told', label: words.told },
            { value: 'all', label: words.all },
            { value: 'reply', label: words.replies },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <Nothing text={words.noStory} />
      ) : (
        <div className="task-list" ref={box} tabIndex={0} role="region" aria-label={words.story}>
          <ol className="entries">
            {shown.map((entry) => (
              <Entry key={`${entry.kind}-${entry.id}`} entry={entry} openSource={openSource} />
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
