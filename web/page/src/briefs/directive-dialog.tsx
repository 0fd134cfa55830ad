import { Input, Modal } from 'antd';
import type { BriefSentence } from '../../../api.ts';
import { useStored } from '../api/stored.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { briefWords } from './words.ts';

interface Props {
  briefId: string;
  /** The sentence that it is about; null: the brief as a whole. */
  about: BriefSentence | null;
  open: boolean;
  close: () => void;
}

const WORDS_MAX = 2_000;

/** 〔作出批示〕: words that become a draft task for the office. What is typed is kept until it is submitted. */
export function DirectiveDialog({ briefId, about, open, close }: Props) {
  const words = useWords(briefWords);
  const act = useAct();
  const [draft, setDraft] = useStored(`directive.${briefId}.${about?.id ?? ''}`);
  const text = draft ?? '';
  const send = () =>
    act.mutate(
      {
        path: `/briefs/${encodeURIComponent(briefId)}/directive`,
        body: { words: text.trim(), ...(about !== null && { sentenceId: about.id }) },
      },
      {
        onSuccess: () => {
          setDraft(null);
          close();
        },
      },
    );
  return (
    <Modal
      title={words.direct}
      open={open}
      onCancel={close}
      onOk={send}
      okText={words.directSend}
      cancelText={words.cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: text.trim() === '' }}
      destroyOnHidden
    >
      <div className="stack" data-testid="directive-dialog">
        {about !== null && (
          <blockquote className="directive-about">
            <span className="quiet">{words.directOn}</span> {about.text}
          </blockquote>
        )}
        <div>
          <label htmlFor="directive-words">{words.directWords}</label>
          <Input.TextArea
            id="directive-words"
            autoFocus
            autoSize={{ minRows: 4 }}
            maxLength={WORDS_MAX}
            value={text}
            onChange={(event) => setDraft(event.target.value)}
          />
        </div>
        <p className="quiet">{words.directHint}</p>
      </div>
    </Modal>
  );
}
