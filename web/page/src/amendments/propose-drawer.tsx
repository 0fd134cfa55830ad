import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useState } from 'react';
import type { AmendmentProposed } from '../../../api.ts';
import { post, RequestFailed } from '../api/http.ts';
import { sendDocument } from '../api/reading-queries.ts';
import { useWords } from '../i18n/language.tsx';
import { JsonForm } from '../plans/json-form.tsx';
import { hrefOf } from '../shell/route.ts';
import { amendmentWords } from './words.ts';

const ACCEPT = '.txt,.docx,.doc,.pdf,.html,.htm,.xlsx,.csv,.json';

/** A new version as a document or JSON, from a file or pasted; what it changes is listed, nothing is changed. */
export function ProposeDrawer({ planId, open, close }: { planId: string; open: boolean; close: () => void }) {
  const words = useWords(amendmentWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [source, setSource] = useState<string | null>(null);
  const [readingId, setReadingId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: (version: object) => post<AmendmentProposed>(`/plans/${planId}/amendments`, version),
    onSuccess: async (proposed) => {
      void message.success(proposed.summary);
      await client.invalidateQueries();
      close();
    },
  });
  const propose = async (document: File) => {
    setProblem(null);
    setReadingId(null);
    try {
      const read = await sendDocument(document, document.name);
      setReadingId(read.readingId);
      send.mutate({ readingId: read.readingId });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const refused = send.error instanceof RequestFailed ? send.error : null;
  return (
    <Drawer title={words.proposeTitle} open={open} onClose={close} size={680}>
      <JsonForm
        name="propose"
        lead={words.proposeLead}
        accept={ACCEPT}
        text={text}
        change={(next, from) => {
          setText(next);
          setSource(from);
          setProblem(null);
          send.reset();
        }}
        document={(file) => void propose(file)}
        submitLabel={words.submit}
        submit={(facts) => send.mutate({ facts, ...(source === null ? {} : { source }) })}
        pending={send.isPending}
        problem={problem}
        refused={refused}
        chosen={source !== null && <span className="quiet">{source}</span>}
      >
        {refused !== null && readingId !== null && <a href={hrefOf('reading', readingId)}>{words.review}</a>}
      </JsonForm>
    </Drawer>
  );
}
