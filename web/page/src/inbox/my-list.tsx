import { Button } from 'antd';
import { newClientId } from '../api/client-id.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { inboxWords } from './words.ts';

/** The words for it in every channel. */
const ASKED = '我的任务';

/** One's own list, asked for as in chat: the answer comes into the inbox. */
export function MyList() {
  const words = useWords(inboxWords);
  const act = useAct();
  const ask = () => act.mutate({ path: '/inbox/text', body: { text: ASKED, clientId: newClientId() }, quiet: true });
  return (
    <Button size="small" loading={act.isPending} onClick={ask} data-testid="my-list">
      {words.myList}
    </Button>
  );
}
