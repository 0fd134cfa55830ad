import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import type { Acted } from '../../../api.ts';
import { post, RequestFailed } from '../api/http.ts';
import { useStored } from '../api/stored.ts';
import { useWords } from '../i18n/language.tsx';
import { JsonForm } from './json-form.tsx';
import { planWords } from './words.ts';

/** A plan as JSON, pasted or from a file. What is wrong is listed with its place, and the text stays. */
export function ImportPlan({ open, close }: { open: boolean; close: () => void }) {
  const words = useWords(planWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [stored, store] = useStored('draft.plan');
  const send = useMutation({
    mutationFn: (plan: object) => post<Acted>('/plans', plan),
    onSuccess: async (acted) => {
      store(null);
      void message.success(acted.summary);
      await client.invalidateQueries();
      close();
    },
  });
  return (
    <Drawer title={words.importTitle} open={open} onClose={close} size={680}>
      <JsonForm
        name="import"
        lead={words.importLead}
        accept=".json,application/json"
        text={stored ?? ''}
        change={(text) => {
          store(text);
          send.reset();
        }}
        submitLabel={words.submit}
        submit={(plan) => send.mutate(plan)}
        pending={send.isPending}
        refused={send.error instanceof RequestFailed ? send.error : null}
      />
    </Drawer>
  );
}
