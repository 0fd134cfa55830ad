import { Button } from 'antd';
import { newClientId } from '../api/client-id.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { inboxWords } from './words.ts';

/** The words for it in every channel. */
const ASKED = { myList: '我的事项', help: '帮助' };

/** One's own list, or what can be said here, asked for as in chat: the answer comes into the inbox. */
export function AskInbox({ what }: { what: keyof typeof ASKED }) {
  const words = useWords(inboxWords);
  const act = useAct();
  const body = () => ({ text: ASKED[what], clientId: newClientId() });
  return (
    <Button
      size="small"
      loading={act.isPending}
      onClick={() => act.mutate({ path: '/inbox/text', body: body(), quiet: true })}
      data-testid={`ask-${what}`}
    >
      {words[what]}
    </Button>
  );
}
