import { Button } from 'antd';
import { useRef } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { newClientId } from '../api/client-id.ts';
import { useStored } from '../api/stored.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { tick } from '../today/first-minutes-ticks.ts';
import { inboxWords } from './words.ts';

interface Props {
  ref: Ref<HTMLTextAreaElement>;
  draftKey: string;
  person: { person?: string };
}

/** What is typed survives a reload. A failed sending is repeated under the same id, so that it counts once. */
export function ReplyBox({ ref, draftKey, person }: Props) {
  const words = useWords(inboxWords);
  const [draft, setDraft] = useStored(draftKey);
  const act = useAct();
  const clientId = useRef(newClientId());
  const text = draft ?? '';
  const send = () => {
    if (text.trim() === '' || act.isPending) return;
    const body = { text, clientId: clientId.current, ...person };
    act.mutate(
      { path: '/inbox/text', body, quiet: true },
      {
        onSuccess: () => {
          clientId.current = newClientId();
          setDraft(null);
          tick('answer');
        },
      },
    );
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={ref}
        rows={Math.min(5, Math.max(1, Math.ceil(text.length / 20), text.split('\n').length))}
        data-testid="phone-input"
        aria-label={words.placeholder}
        placeholder={words.placeholder}
        value={text}
        readOnly={act.isPending}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={sendOnEnter}
      />
      <Button
        type="primary"
        htmlType="submit"
        data-testid="phone-send"
        loading={act.isPending}
        disabled={text.trim() === ''}
      >
        {words.send}
      </Button>
    </form>
  );
}
