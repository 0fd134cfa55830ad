import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Input } from 'antd';
import { useRef, useState } from 'react';
import { sendDocument } from '../api/reading-queries.ts';
import { useStored } from '../api/stored.ts';
import { useWords } from '../i18n/language.tsx';
import { go } from '../shell/route.ts';
import { readingWords } from './words.ts';
import './reading.css';

const LIMIT_BYTES = 50 * 1024 * 1024;
const ACCEPT = '.txt,.docx,.doc,.pdf,.html,.htm,.xlsx,.csv';

/** 〔读入方案〕: a file dropped or chosen, or a pasted text, which stays until it was read. */
export function ReadDocument({ open, close }: { open: boolean; close: () => void }) {
  const words = useWords(readingWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [stored, store] = useStored('draft.document');
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const text = stored ?? '';
  const send = useMutation({
    mutationFn: ({ document, name }: { document: Blob; name: string }) => sendDocument(document, name),
    onSuccess: async ({ summary, readingId }, { name }) => {
      if (name === '') store(null);
      void message.success(summary);
      close();
      go('reading', readingId);
      await client.invalidateQueries();
    },
  });
  const read = (document: Blob | undefined, name: string) => {
    if (document === undefined) return;
    setTooLarge(document.size > LIMIT_BYTES);
    if (document.size <= LIMIT_BYTES) send.mutate({ document, name });
  };
  return (
    <Drawer title={words.read} open={open} onClose={close} size={680}>
      <div className="stack" aria-busy={send.isPending}>
        <p>{words.readLead}</p>
        <input
          ref={input}
          type="file"
          accept={ACCEPT}
          hidden
          data-testid="document-file"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            read(file, file?.name ?? '');
            event.target.value = '';
          }}
        />
        <button
          type="button"
          className="drop-file"
          data-over={over}
          disabled={send.isPending}
          onClick={() => input.current?.click()}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            const [file] = event.dataTransfer.files;
            read(file, file?.name ?? '');
          }}
        >
          <strong>{send.isPending ? words.reading : words.drop}</strong>
          <span className="quiet">{words.formats}</span>
        </button>
        {tooLarge && <Alert type="error" showIcon title={words.tooLarge} data-testid="read-problem" />}
        {send.error !== null && <Alert type="error" showIcon title={send.error.message} data-testid="read-problem" />}
        <label htmlFor="document-text">{words.pasteLabel}</label>
        <Input.TextArea
          id="document-text"
          data-testid="document-text"
          rows={14}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            store(event.target.value);
            send.reset();
          }}
        />
        <div className="row">
          <Button
            type="primary"
            disabled={text.trim() === ''}
            loading={send.isPending}
            onClick={() => read(new Blob([text], { type: 'text/plain;charset=utf-8' }), '')}
          >
            {words.submit}
          </Button>
        </div>
      </div>
    </Drawer>
  );
}
