import { Button } from 'antd';
import { forgetDrafts } from '../api/stored.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { shellWords } from './words.ts';

export function SignOut() {
  const words = useWords(shellWords);
  const act = useAct();
  return (
    <Button
      size="small"
      loading={act.isPending}
      onClick={() => act.mutate({ path: '/logout', quiet: true, taken: forgetDrafts })}
    >
      {words.signOut}
    </Button>
  );
}
