import { useEffect, useRef, useState } from 'react';
import type { FormView, InboxView } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { channelWords, rankWords, wordOr } from '../i18n/vocabulary.ts';
import { tick } from '../today/first-minutes-ticks.ts';
import { ButtonForm } from './button-form.tsx';
import { Messages } from './messages.tsx';
import type { PressedButton } from './messages.tsx';
import { rememberInbox } from './offline-inbox.tsx';
import { formOf, keepForm } from './stored-form.ts';
import { ReplyBox } from './reply-box.tsx';
import { newClientId } from '../api/client-id.ts';
import { inboxWords } from './words.ts';
import './inbox.css';

interface Props {
  view: InboxView;
  /** Whose inbox, when looked at from the office; null: one's own. */
  personId: string | null;
  children?: React.ReactNode;
}

/** One person's inbox: the same in the office's phone frame and on the liaison's telephone. */
export function Inbox({ view, personId, children }: Props) {
  const words = useWords(inboxWords);
  const channels = useWords(channelWords);
  const ranks = useWords(rankWords);
  const act = useAct();
  const [fields, setFields] = useState<{ form: FormView; opener: HTMLElement | null } | null>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  const on = personId === null ? {} : { person: personId };
  const { person, canAnswer } = view;
  useEffect(() => {
    if (personId === null && canAnswer)
      rememberInbox({ id: person.id, name: [person.unit, person.name].filter(Boolean).join(' · ') });
  }, [personId, canAnswer, person.id, person.unit, person.name]);

  const newest = canAnswer ? newestReport(view) : undefined;
  useEffect(() => {
    if (newest !== undefined && personId === null) void keepForm(newest);
  }, [newest, personId, view.entries.length]);

  const press = (button: PressedButton) => {
    if (button.opens === 'reply') return reply.current?.focus();
    setPressed(button.id);
    if (button.opens === 'form' || button.opens === 'fields') return openFields(button);
    post(button);
  };
  const openFields = (button: PressedButton) => {
    // A button that waits is disabled and loses the focus.
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    formOf(button.id, personId)
      .then((found) => {
        if (found === null) return post(button);
        setPressed(null);
        return setFields({ form: found, opener });
      })
      // Without its form it is a button as any other: what it asks for may be said in words.
      .catch(() => post(button));
  };
  const post = (button: PressedButton) => {
    const body = { buttonId: button.id, clientId: newClientId(), ...on };
    act.mutate(
      { path: '/inbox/button', body, quiet: true },
      { onSuccess: () => tick('answer'), onSettled: () => setPressed(null) },
    );
  };

  return (
    <>
      <header className="inbox-head">
        <strong>{person.unit === '' ? person.name : `${person.unit} · ${person.name}`}</strong>
        <span>
          {wordOr(channels, view.channel)} · {wordOr(ranks, person.rank)} ·{' '}
          {view.open.length === 0 ? words.nothingToDo : words.openCount(view.open.length)}
        </span>
        {children}
      </header>
      <Messages entries={view.entries} canAnswer={canAnswer} pressed={pressed} press={press} />
      {canAnswer ? (
        <ReplyBox ref={reply} draftKey={`draft.${person.id}`} person={on} />
      ) : (
        <p className="inbox-note">{words.readOnly}</p>
      )}
      {fields !== null && (
        <ButtonForm
          key={fields.form.buttonId}
          {...fields}
          owner={person.id}
          person={on}
          close={() => setFields(null)}
        />
      )}
    </>
  );
}

/** 逐项填报 of the newest message that has it. */
const newestReport = ({ entries }: InboxView): string | undefined =>
  entries.flatMap(({ buttons }) => buttons.filter(({ opens }) => opens === 'form')).at(-1)?.id;
