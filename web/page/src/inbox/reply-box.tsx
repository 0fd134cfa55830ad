import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent, Ref } from 'react';
import { RequestFailed } from '../api/http.ts';
import { sendIdOf, sendIdTaken } from '../api/send-id.ts';
import { useStored } from '../api/stored.ts';
import { useAct } from '../api/use-act.ts';
import { useOnline } from '../api/use-online.ts';
import { useWords } from '../i18n/language.tsx';
import { tick } from '../today/first-minutes-ticks.ts';
import { AttachButton } from './attach-button.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { useAttached } from './use-attached.ts';
import { inboxWords } from './words.ts';

interface Props {
  ref: Ref<HTMLTextAreaElement>;
  /** `draft.` and whose it is. */
  draftKey: string;
  person: { person?: string };
}

/**
 * What is typed and attached survives a reload. A failed sending is repeated under the same id, so that it counts
 * once: at a press, or by itself when the network is back.
 */
export function ReplyBox({ ref, draftKey, person }: Props) {
  const words = useWords(inboxWords);
  const [draft, setDraft] = useStored(draftKey);
  const [outbox, setOutbox] = useStored(`${draftKey}.unsent`);
  const files = useAttached(`${draftKey}.files`, person.person);
  const [over, setOver] = useState(false);
  const online = useOnline();
  const act = useAct();
  const text = draft ?? '';
  const isEmpty = text.trim() === '' && files.attached.length === 0;
  const isUploading = files.uploading.some(({ failed }) => failed === null);
  const idKey = `${draftKey}.id`;
  const send = () => {
    if (isEmpty || act.isPending || isUploading) return;
    const ids = files.attached.map(({ id }) => ({ id }));
    const content = JSON.stringify([text, ids]);
    const body = {
      text,
      clientId: sendIdOf(idKey, content),
      ...(ids.length > 0 && { files: ids }),
      ...person,
    };
    act.mutate(
      { path: '/inbox/text', body, quiet: true },
      {
        onSuccess: () => {
          sendIdTaken(idKey);
          setDraft(null);
          setOutbox(null);
          files.clear();
          tick('answer');
        },
        onError: (error) => setOutbox(error instanceof RequestFailed && error.status === 0 ? 'waiting' : null),
      },
    );
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  const left = useRef(outbox);
  // Left behind by a reload, and there is a network again.
  useEffect(() => {
    if (left.current !== null && navigator.onLine) latest.current();
  }, []);
  useEffect(() => {
    if (outbox === null) return;
    const again = () => latest.current();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [outbox]);
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    files.add(event.dataTransfer.files);
  };
  return (
    <form
      className={over ? 'reply reply-over' : 'reply'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      {!online && (
        <p className="reply-note" role="status" data-testid="offline-note">
          {words.offline}
        </p>
      )}
      {online && outbox !== null && (
        <p className="reply-note" role="status">
          {words.unsent}
        </p>
      )}
      <AttachedFiles files={files} />
      <AttachButton files={files} />
      <textarea
        ref={ref}
        rows={Math.min(5, Math.max(1, Math.ceil(text.length / 20), text.split('\n').length))}
        data-testid="phone-input"
        aria-label={words.placeholder}
        placeholder={words.placeholder}
        value={text}
        readOnly={act.isPending}
        onChange={(event) => setDraft(event.target.value)}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) files.add([...event.clipboardData.files]);
        }}
        onKeyDown={sendOnEnter}
      />
      <Button
        type="primary"
        htmlType="submit"
        data-testid="phone-send"
        loading={act.isPending}
        disabled={isEmpty || isUploading}
      >
        {words.send}
      </Button>
    </form>
  );
}
