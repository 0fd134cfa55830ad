import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { DryRun } from '../../../api.ts';
import { useDryRun } from '../api/queries.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading } from '../shell/loading.tsx';
import { tick } from '../today/first-minutes-ticks.ts';
import { FirstWeek } from './first-week.tsx';
import { phaseWords } from './words.ts';

const LEAST_CHARACTERS = 5;

function Advance({ planId, run, done }: { planId: string; run: DryRun; done: () => void }) {
  const words = useWords(phaseWords);
  const [reason, setReason] = useState('');
  const act = useAct();
  const needsReason = run.gaps.length > 0;
  const short = needsReason && [...reason.trim()].length < LEAST_CHARACTERS;
  const body = { hash: run.hash, ...(reason.trim() !== '' && { reason: reason.trim() }) };
  return (
    <div className="stack">
      {needsReason && (
        <div>
          <label htmlFor="advance-reason">{words.reason}</label>
          <Input.TextArea
            id="advance-reason"
            autoSize={{ minRows: 2 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <p className="quiet">{words.undoNote(run.undoMinutes)}</p>
      <div className="row">
        <Button
          type="primary"
          data-testid="advance"
          disabled={short}
          loading={act.isPending}
          onClick={() => act.mutate({ path: `/plans/${planId}/advance`, body }, { onSuccess: done })}
        >
          {words.advance(run.toName ?? '')}
        </Button>
      </div>
    </div>
  );
}

/** The dossier as it stands, with what is missing; advancing carries the hash of exactly this. */
export function DryRunPanel({ planId, done }: { planId: string; done: () => void }) {
  const words = useWords(phaseWords);
  const dryRun = useDryRun(planId, true);
  useEffect(() => tick('dryRun'), []);
  const run = dryRun.data;
  if (run === undefined)
    return dryRun.error === null ? <Loading /> : <Failed error={dryRun.error} again={() => void dryRun.refetch()} />;
  return (
    <div className="stack" data-testid="dry-run">
      <div className="row">
        <span className="grow quiet">{run.to === null ? words.last : words.lead(run.toName ?? '')}</span>
        <Button size="small" loading={dryRun.isFetching} onClick={() => void dryRun.refetch()}>
          {words.again}
        </Button>
      </div>
      <section>
        <h3>{words.gaps}</h3>
        {run.gaps.length === 0 ? (
          <p>{words.noGaps}</p>
        ) : (
          <ul className="gaps">
            {run.gaps.map(({ code, text, count }) => (
              <li key={code}>
                <span>{text}</span>
                <b>{count}</b>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{words.facts}</h3>
        <dl className="dossier">
          {run.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <FirstWeek days={run.firstWeek} unbound={run.unboundUnits} />
      <p className="quiet">
        {words.hash} <code>{run.hash.slice(0, 12)}</code>
      </p>
      {run.to !== null && <Advance planId={planId} run={run} done={done} />}
    </div>
  );
}
