import { Button, Drawer } from 'antd';
import type { BriefSentence } from '../../../api.ts';
import { useBriefSources } from '../api/brief-queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { DerivedWords } from './derived-words.tsx';
import { Source } from './source.tsx';
import { briefWords } from './words.ts';

interface Props {
  briefId: string;
  sentence: BriefSentence | null;
  close: () => void;
  /** Null: this viewer gives no instructions. */
  direct: ((about: BriefSentence) => void) | null;
}

/** 〔据〕: everything that a sentence stands on, as it was said and recorded. */
export function SourcesDrawer({ briefId, sentence, close, direct }: Props) {
  const words = useWords(briefWords);
  const opened = useBriefSources(briefId, sentence?.id ?? null);
  const sources = opened.data?.sentences[0]?.sources ?? [];
  return (
    <Drawer
      title={words.sources(sentence?.sources.length ?? 0)}
      open={sentence !== null}
      onClose={close}
      size={520}
      footer={
        sentence !== null && direct !== null ? (
          <Button type="primary" onClick={() => direct(sentence)}>
            {words.directThis}
          </Button>
        ) : null
      }
    >
      {sentence !== null && (
        <div className="stack" data-testid="sources">
          <p className="source-sentence">{sentence.text}</p>
          {sentence.derivedText !== null && <DerivedWords derived={sentence.derivedText} text={sentence.text} />}
          {opened.data === undefined ? (
            opened.error === null ? (
              <Loading />
            ) : (
              <Failed error={opened.error} again={() => void opened.refetch()} />
            )
          ) : sources.length === 0 ? (
            <Nothing text={words.noSources} />
          ) : (
            <ol className="sources">
              {sources.map((source, index) => (
                <Source key={`${source.entityId}${source.seq}${source.inboxId}${index}`} source={source} />
              ))}
            </ol>
          )}
        </div>
      )}
    </Drawer>
  );
}
