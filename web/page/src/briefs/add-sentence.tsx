import { Button } from 'antd';
import { useState } from 'react';
import type { BriefSectionKey } from '../../../api.ts';
import { useStored } from '../api/stored.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { SentenceEditor } from './sentence-editor.tsx';
import { addKey } from './unsaved.ts';
import { briefWords } from './words.ts';

interface Props {
  briefId: string;
  section: BriefSectionKey;
  heading: string;
}

/** The office's own sentence at the end of a section; it is marked 人工补充. */
export function AddSentence({ briefId, section, heading }: Props) {
  const words = useWords(briefWords);
  const act = useAct();
  const [draft, setDraft] = useStored(addKey(briefId, section));
  const [opened, setOpened] = useState(false);
  if (draft === null)
    return (
      <Button
        className="add-sentence"
        type="link"
        size="small"
        aria-label={words.addTo(heading)}
        onClick={() => {
          setOpened(true);
          setDraft('');
        }}
      >
        + {words.add}
      </Button>
    );
  const body = { changes: [{ kind: 'add', section, text: draft.trim() }] };
  return (
    <SentenceEditor
      label={words.addTo(heading)}
      text={draft}
      setText={setDraft}
      focus={opened}
      pending={act.isPending}
      save={() =>
        act.mutate(
          { path: `/briefs/${encodeURIComponent(briefId)}/edit`, body, quiet: true },
          { onSuccess: () => setDraft(null) },
        )
      }
      cancel={() => setDraft(null)}
    />
  );
}
