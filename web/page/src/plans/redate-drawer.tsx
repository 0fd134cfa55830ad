import { Alert, Button, Drawer, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { PlanRow, RedatePreview } from '../../../api.ts';
import { useRedate } from '../api/queries.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading } from '../shell/loading.tsx';
import { tick } from '../today/first-minutes-ticks.ts';
import { RedateModes } from './redate-modes.tsx';
import { RedateRows } from './redate-rows.tsx';
import { StartButton } from './start-button.tsx';
import { planWords } from './words.ts';

type Mode = RedatePreview['mode'];

const LEAST_CHARACTERS = 5;

function Redate({ plan, close }: { plan: PlanRow; close: () => void }) {
  const words = useWords(planWords);
  const [mode, setMode] = useState<Mode | null>(null);
  const [startOn, setStartOn] = useState('');
  const [reason, setReason] = useState('');
  const preview = useRedate(plan.id, mode, startOn);
  const act = useAct();
  useEffect(() => tick('redate'), []);
  if (preview.data === undefined)
    return preview.error === null ? <Loading /> : <Failed error={preview.error} again={() => void preview.refetch()} />;
  const chosen = mode ?? preview.data.mode;
  const unusual = chosen !== preview.data.defaultMode;
  const short = unusual && [...reason.trim()].length < LEAST_CHARACTERS;
  const body = {
    mode: chosen,
    ...(startOn !== '' && { startOn }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
  return (
    <div className="stack">
      <RedateModes mode={chosen} suggested={preview.data.defaultMode} choose={setMode} />
      {(chosen === 'rearrange' || chosen === 'takeover') && (
        <div className="form-grid">
          <label htmlFor="start-on">{words.startOn}</label>
          <Input id="start-on" type="date" value={startOn} onChange={(event) => setStartOn(event.target.value)} />
        </div>
      )}
      {preview.error !== null && <Alert type="error" showIcon title={preview.error.message} />}
      <RedateRows preview={preview.data} stale={preview.isPlaceholderData} />
      <div>
        <label htmlFor="redate-reason">{unusual ? words.reasonNeeded : words.reason}</label>
        <Input.TextArea
          id="redate-reason"
          autoSize={{ minRows: 2 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="row">
        <Button
          type={plan.status === 'ready' ? 'default' : 'primary'}
          data-testid="redate-choose"
          disabled={short || preview.isPlaceholderData}
          loading={act.isPending}
          onClick={() => act.mutate({ path: `/plans/${plan.id}/redate`, body })}
        >
          {words.choose}
        </Button>
        {plan.status === 'ready' && (
          <>
            <StartButton plan={plan} started={close} />
            <span className="quiet">{words.chosen}</span>
          </>
        )}
      </div>
    </div>
  );
}

/** Old dates against new ones in each of the four ways; choosing is one step, starting another. */
export function RedateDrawer({ plan, close }: { plan: PlanRow | null; close: () => void }) {
  const words = useWords(planWords);
  return (
    <Drawer
      title={`${words.redate} · ${plan?.title ?? ''}`}
      open={plan !== null}
      onClose={close}
      size={680}
      destroyOnHidden
    >
      {plan !== null && <Redate key={plan.id} plan={plan} close={close} />}
    </Drawer>
  );
}
