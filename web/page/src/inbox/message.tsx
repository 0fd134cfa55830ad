import { Button } from 'antd';
import type { InboxEntry } from '../../../api.ts';
import { sizeText } from '../../../../domain/evidence/size-text.ts';
import { useWords } from '../i18n/language.tsx';
import type { PressedButton } from './messages.tsx';
import { inboxWords } from './words.ts';

interface Props {
  entry: InboxEntry;
  time: string;
  canAnswer: boolean;
  pressed: string | null;
  press: (button: PressedButton) => void;
}

/** One card from the office, or one reply with what became of it. */
export function Message({ entry, time, canAnswer, pressed, press }: Props) {
  const words = useWords(inboxWords);
  const [first = '', ...rest] = entry.lines;
  const open = entry.closedWith === null && entry.buttons.length > 0;
  return (
    <article className={`message message-${entry.side}`} data-testid={`message-${entry.side}`}>
      {(entry.heading !== null || first !== '' || entry.files === undefined) && (
        <p>
          {entry.heading !== null && <strong>{entry.heading}</strong>}
          {first}
        </p>
      )}
      {rest.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      {entry.files !== undefined && (
        <ul className="message-files">
          {entry.files.map(({ id, name, size, state, open: mayOpen }) => (
            <li key={id}>
              {mayOpen ? (
                <a href={`/api/evidence/${id}`} download>
                  {name}
                </a>
              ) : (
                name
              )}{' '}
              <span className="quiet">{[size === null ? '' : sizeText(size), state].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
      {entry.sources !== undefined && entry.closedWith === null && (
        <details className="message-sources">
          <summary>{words.sources}</summary>
          {entry.sources.map(({ item, field, quote }) => (
            <p key={`${item} ${field}`}>{words.source(item, field, quote)}</p>
          ))}
        </details>
      )}
      {open && (
        <div className="message-buttons">
          {entry.buttons.map((button) => (
            <Button
              key={button.id}
              size="small"
              type={button.style === 'primary' ? 'primary' : 'default'}
              danger={button.style === 'danger'}
              disabled={!canAnswer || pressed !== null}
              loading={pressed === button.id}
              onClick={() => press(button)}
            >
              {button.label}
            </Button>
          ))}
        </div>
      )}
      {entry.closedWith !== null && <p className="message-closed">{entry.closedWith}</p>}
      <footer>
        {[entry.signature, time, entry.outcome].filter((part) => part !== null && part !== '').join(' · ')}
      </footer>
    </article>
  );
}
