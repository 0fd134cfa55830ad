import { useRef } from 'react';
import { storedValue, storeValue } from '../api/stored.ts';
import { useWords } from '../i18n/language.tsx';
import { ReplyBox } from './reply-box.tsx';
import { inboxWords } from './words.ts';
import './inbox.css';

interface LastInbox {
  id: string;
  name: string;
}

const KEY = 'last-inbox';

/** Whose inbox this device showed last, so that a draft is found again without a network. */
export const rememberInbox = (person: LastInbox): void => {
  const known = JSON.stringify(person);
  if (storedValue(KEY) !== known) storeValue(KEY, known);
};

export function lastInbox(): LastInbox | null {
  try {
    return JSON.parse(storedValue(KEY) ?? 'null') as LastInbox | null;
  } catch {
    return null;
  }
}

/** The inbox without a network: what was typed is there, and more can be; it goes once there is a way again. */
export function OfflineInbox({ person }: { person: LastInbox }) {
  const words = useWords(inboxWords);
  const reply = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="inbox-page" data-testid="offline-inbox">
      <header className="inbox-head">
        <strong>{person.name}</strong>
        <span>{words.offlineLead}</span>
      </header>
      <span className="grow" />
      <ReplyBox ref={reply} draftKey={`draft.${person.id}`} person={{}} />
    </div>
  );
}
