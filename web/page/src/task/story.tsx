import type { StoryEntry } from '../../../api.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { channelWords, wordOr } from '../i18n/vocabulary.ts';
import { Nothing } from '../shell/loading.tsx';
import { taskWords } from './words.ts';

interface Props {
  entries: StoryEntry[];
  openSource: (seq: number) => void;
}

function Entry({ entry, openSource }: { entry: StoryEntry; openSource: Props['openSource'] }) {
  const words = useWords(taskWords);
  const channels = useWords(channelWords);
  const seq = entry.eventSeq;
  const who = [longMomentText(entry.at), entry.unit, entry.actor, wordOr(channels, entry.via), entry.outcome];
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
  return (
    <section className="panel" data-testid="story" aria-labelledby="story-title">
      <div className="panel-head">
        <h2 id="story-title">{words.story}</h2>
        <span className="quiet">{words.storyHint}</span>
      </div>
      {entries.length === 0 ? (
        <Nothing text={words.noStory} />
      ) : (
        <ol className="entries">
          {entries.map((entry) => (
            <Entry key={`${entry.kind}-${entry.id}`} entry={entry} openSource={openSource} />
          ))}
        </ol>
      )}
    </section>
  );
}
