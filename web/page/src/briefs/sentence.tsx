import { useState } from 'react';
import type { BriefChange, BriefSentence, BriefView } from '../../../api.ts';
import { useStored } from '../api/stored.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { DerivedWords } from './derived-words.tsx';
import { isByHand } from './numbering.ts';
import { SentenceActs } from './sentence-acts.tsx';
import { SourcedWords } from './sourced-words.tsx';
import { SentenceEditor } from './sentence-editor.tsx';
import { editKey } from './unsaved.ts';
import { briefWords } from './words.ts';

interface Props {
  brief: BriefView;
  sentence: BriefSentence;
  /** 1. ; empty for a struck one among numbered ones; null where none is numbered. */
  number: string | null;
  openSource: (sentence: BriefSentence) => void;
}

/** One sentence with its source; in a draft it is edited, struck and restored in its place. */
export function Sentence({ brief, sentence, number, openSource }: Props) {
  const words = useWords(briefWords);
  const act = useAct();
  const [draft, setDraft] = useStored(editKey(brief.id, sentence.id));
  const [opened, setOpened] = useState(false);
  const { text, said, derivedText, dropped } = sentence;
  const change = (one: BriefChange, done?: () => void) =>
    act.mutate(
      { path: `/briefs/${encodeURIComponent(brief.id)}/edit`, body: { changes: [one] }, quiet: true },
      done === undefined ? {} : { onSuccess: done },
    );
  const editing = draft !== null && brief.can.edit && !dropped;
  return (
    <li className="sentence" data-sentence={sentence.id} data-dropped={dropped}>
      {number !== null && <span className="sentence-no">{number}</span>}
      {said !== null && (
        <p className="sentence-said">
          <span className="sentence-label quiet">{words.said}</span>
          {said}
        </p>
      )}
      <div className="sentence-body">
        {editing ? (
          <SentenceEditor
            label={words.newWords}
            text={draft}
            setText={setDraft}
            focus={opened}
            pending={act.isPending}
            save={() => change({ kind: 'reword', id: sentence.id, text: draft.trim() }, () => setDraft(null))}
            cancel={() => setDraft(null)}
          />
        ) : (
          <p>
            {said !== null && <span className="sentence-label quiet">{words.became}</span>}
            {dropped ? <del>{text}</del> : <SourcedWords text={text} open={() => openSource(sentence)} />}{' '}
            {isByHand(sentence) && <span className="chip chip-blue">{words.byHand}</span>}
            {derivedText !== null && !dropped && <span className="chip chip-yellow">{words.edited}</span>}
            {dropped && <span className="chip">{words.dropped}</span>}
          </p>
        )}
        {brief.can.edit && derivedText !== null && !dropped && !editing && (
          <DerivedWords
            derived={derivedText}
            text={text}
            restore={() => change({ kind: 'reword', id: sentence.id, text: derivedText })}
          />
        )}
      </div>
      {brief.can.edit && !editing && (
        <SentenceActs
          dropped={dropped}
          pending={act.isPending}
          edit={() => {
            setOpened(true);
            setDraft(text);
          }}
          drop={() => change({ kind: 'drop', id: sentence.id })}
          restore={() => change({ kind: 'restore', id: sentence.id })}
        />
      )}
    </li>
  );
}
