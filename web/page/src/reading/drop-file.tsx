import { Alert } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../i18n/language.tsx';
import { readingWords } from './words.ts';
import './reading.css';

/** What the server takes of a document (documents/). */
const LIMIT_BYTES = 50 * 1024 * 1024;
const ACCEPT = '.txt,.docx,.doc,.pdf,.html,.htm,.xlsx,.csv';

interface Props {
  testId: string;
  isReading: boolean;
  /** Why the last one could not be read. */
  problem: string | null;
  /** Beneath the invitation. */
  note?: string;
  take: (file: File) => void;
}

/** A document dropped or chosen; one that is too large is not taken. */
export function DropFile({ testId, isReading, problem, note, take }: Props) {
  const words = useWords(readingWords);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const chosen = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LIMIT_BYTES);
    if (file.size <= LIMIT_BYTES) take(file);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        hidden
        data-testid={testId}
        onChange={(event) => {
          chosen(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className="drop-file"
        data-over={over}
        disabled={isReading}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          chosen(event.dataTransfer.files[0]);
        }}
      >
        <strong>{isReading ? words.reading : words.drop}</strong>
        {note !== undefined && <span className="quiet">{note}</span>}
      </button>
      {tooLarge && <Alert type="error" showIcon title={words.tooLarge} data-testid="read-problem" />}
      {problem !== null && <Alert type="error" showIcon title={problem} data-testid="read-problem" />}
    </>
  );
}
