import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Input } from 'antd';
import { sendDocument } from '../api/reading-queries.ts';
import { useStored } from '../api/stored.ts';
import { useWords } from '../i18n/language.tsx';
import { go } from '../shell/route.ts';
import { DropFile } from './drop-file.tsx';
import { readingWords } from './words.ts';

/** 〔读入方案〕: a file dropped or chosen, or a pasted text, which stays until it was read. */
export function ReadDocument({ open, close }: { open: boolean; close: () => void }) {
  const words = useWords(readingWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [stored, store] = useStored('draft.document');
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
  return (
    <Drawer title={words.read} open={open} onClose={close} size={680}>
      <div className="stack" aria-busy={send.isPending}>
        <p>{words.readLead}</p>
        <DropFile
          testId="document-file"
          isReading={send.isPending}
          problem={send.error?.message ?? null}
          note={words.formats}
          take={(file) => send.mutate({ document: file, name: file.name })}
        />
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
            onClick={() => {
              const document = new Blob([text], { type: 'text/plain;charset=utf-8' });
              send.mutate({ document, name: '' });
            }}
          >
            {words.submit}
          </Button>
        </div>
      </div>
    </Drawer>
  );
}
