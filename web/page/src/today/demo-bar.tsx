import { Button } from 'antd';
import { useState } from 'react';
import type { Me, Today } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { dateText, momentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { ActingAs } from '../shell/acting-as.tsx';
import { tick } from './first-minutes-ticks.ts';
import { todayWords } from './words.ts';

type Step = 'workday' | 'node';

export function DemoBar({ me, today }: { me: Me; today: Today }) {
  const words = useWords(todayWords);
  const act = useAct();
  const [stepping, setStepping] = useState<Step | null>(null);
  const step = (to: Step) => {
    setStepping(to);
    act.mutate(
      { path: '/demo/step', body: { to } },
      { onSuccess: () => tick('node'), onSettled: () => setStepping(null) },
    );
  };
  const { demo } = today;
  if (demo === null) return null;
  const caughtUp =
    demo.caughtUpTo === null
      ? null
      : demo.catchingUp
        ? words.catchingUp(dateText(demo.caughtUpTo))
        : words.caughtUp(dateText(demo.caughtUpTo));
  return (
    <section className="demo-bar" aria-label={words.demoClock}>
      <strong>
        {words.demoClock} {momentText(today.now)}
      </strong>
      <Button
        data-testid="step-workday"
        disabled={!demo.canStep || stepping !== null}
        loading={stepping === 'workday'}
        onClick={() => step('workday')}
      >
        {words.nextDay}
      </Button>
      <Button
        data-testid="step-node"
        disabled={!demo.canStep || stepping !== null}
        loading={stepping === 'node'}
        onClick={() => step('node')}
      >
        {words.nextNode}
      </Button>
      {caughtUp !== null && <span>{caughtUp}</span>}
      <span className="grow" />
      <ActingAs me={me} />
      <span>{words.timers(today.timersWaiting)}</span>
      {today.temporalUi !== null && (
        <Button href={today.temporalUi} target="_blank" rel="noreferrer">
          {words.temporal}
        </Button>
      )}
    </section>
  );
}
