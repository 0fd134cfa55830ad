import { useState } from 'react';
import { RequestFailed } from '../api/http.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { subItemWords } from './sub-item-words.ts';

/** 验收; where sub-items are open, the reason for which it is accepted nevertheless is asked. */
export function useAccept(taskId: string | null) {
  const words = useWords(subItemWords);
  const act = useAct();
  const [despite, setDespite] = useState<{ partId: string | null } | null>(null);
  const path = `/tasks/${taskId}/accept`;
  const bodyOf = (partId: string | null) => (partId === null ? {} : { partId });
  const accept = (partId: string | null) =>
    act.mutate(
      { path, body: bodyOf(partId) },
      {
        onError: (error) => {
          if (error instanceof RequestFailed && error.code === 'SUB_ITEMS_OPEN') setDespite({ partId });
        },
      },
    );
  const dialog = despite !== null && (
    <ReasonDialog
      title={words.despiteTitle}
      label={words.despiteReason}
      act={words.despiteAct}
      path={path}
      body={(reason) => ({ ...bodyOf(despite.partId), reason })}
      open
      close={() => setDespite(null)}
    />
  );
  return { accept, dialog, isPending: act.isPending };
}
