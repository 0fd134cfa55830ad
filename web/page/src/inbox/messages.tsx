import { Fragment, useEffect, useRef } from 'react';
import type { InboxEntry } from '../../../api.ts';
import { clockText, dayOf } from '../i18n/dates.ts';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { Nothing } from '../shell/loading.tsx';
import { Message } from './message.tsx';
import { inboxWords } from './words.ts';

export type PressedButton = InboxEntry['buttons'][number];

interface Props {
  entries: InboxEntry[];
  canAnswer: boolean;
  pressed: string | null;
  press: (button: PressedButton) => void;
}

/** Oldest at the top; the newest is scrolled to when it arrives. */
export function Messages({ entries, canAnswer, pressed, press }: Props) {
  const words = useWords(inboxWords);
  const { language } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const last = entries.at(-1)?.id;
  useEffect(() => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [last, entries.length]);
  return (
    <div className="messages" ref={list} role="log" aria-label={words.log} tabIndex={0}>
      {entries.length === 0 && <Nothing text={words.empty} />}
      {entries.map((entry, index) => {
        const day = dayOf(entry.at, language);
        const before = entries[index - 1];
        return (
          <Fragment key={entry.id}>
            {(before === undefined || dayOf(before.at, language) !== day) && <div className="message-day">{day}</div>}
            <Message entry={entry} time={clockText(entry.at)} canAnswer={canAnswer} pressed={pressed} press={press} />
          </Fragment>
        );
      })}
    </div>
  );
}
