import type { OpenedSource } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { channelWords, wordOr } from '../i18n/vocabulary.ts';
import { hrefOf } from '../shell/route.ts';
import { briefWords } from './words.ts';

const TONES: Record<OpenedSource['kind'], string> = { reply: 'blue', event: 'grey', brief: 'green', hand: 'yellow' };

/** One source: whose words, when and by which channel, and its place in the chain. */
export function Source({ source }: { source: OpenedSource }) {
  const words = useWords(briefWords);
  const channels = useWords(channelWords);
  const { kind, when, unit, who, via, text, entityId, seq, hash, taskId } = source;
  const channel = via === null ? '' : wordOr(channels, via);
  const author = [when, `${unit ?? ''}${who}`, channel === who ? '' : channel].filter((part) => part !== '');
  return (
    <li className="source" data-kind={kind}>
      <p className="source-head">
        <span className={`chip chip-${TONES[kind]}`}>{words[`kind_${kind}`]}</span>
        <span className="quiet">{author.join(' · ')}</span>
      </p>
      <p>{text}</p>
      {source.words !== null && <blockquote aria-label={words.words}>{source.words}</blockquote>}
      {entityId !== null && seq !== null && (
        <dl className="source-chain">
          <dt>{words.chain}</dt>
          <dd>{words.chainPlace(entityId, seq)}</dd>
          {hash !== null && (
            <>
              <dt>{words.hash}</dt>
              <dd>
                <code>{hash}</code>
              </dd>
            </>
          )}
        </dl>
      )}
      {taskId !== null && (
        <p>
          <a href={hrefOf('task', taskId)}>{words.openTask}</a>
        </p>
      )}
    </li>
  );
}
