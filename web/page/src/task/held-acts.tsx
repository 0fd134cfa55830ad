import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { todayWords } from '../today/words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** What is held for the supervisor of a part's unit: 核定提示, or 不提示 with a reason. */
export function HeldActs({ taskId, partId }: { taskId: string; partId: string }) {
  const words = useWords(todayWords);
  const act = useAct();
  const [dropping, setDropping] = useState(false);
  return (
    <>
      <Button
        size="small"
        disabled={act.isPending}
        onClick={() => act.mutate({ path: `/tasks/${taskId}/escalations/release`, body: { partId } })}
      >
        {words.escalate}
      </Button>
      <Button size="small" disabled={act.isPending} onClick={() => setDropping(true)}>
        {words['hold-back']}
      </Button>
      <ReasonDialog
        title={words.holdBackTitle}
        label={words.holdBackReason}
        act={words['hold-back']}
        path={`/tasks/${taskId}/escalations/drop`}
        body={(reason) => ({ partId, reason })}
        open={dropping}
        close={() => setDropping(false)}
      />
    </>
  );
}
