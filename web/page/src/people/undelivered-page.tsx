import { Segmented } from 'antd';
import { useState } from 'react';
import type { UndeliveredRow as Row } from '../../../api.ts';
import { useUndelivered } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { go, hrefOf } from '../shell/route.ts';
import { shellWords } from '../shell/words.ts';
import { PeopleTabs } from './people-tabs.tsx';
import { UndeliveredRow } from './undelivered-row.tsx';
import { undeliveredWords } from './undelivered-words.ts';
import { useAnyPlan } from './use-any-plan.ts';
import './people.css';

type Only = Row['state'] | 'all';
const STATES: Row['state'][] = ['failed', 'ambiguous', 'undeliverable'];

function UndeliveredTable({ rows, planId }: { rows: Row[]; planId: string }) {
  const words = useWords(undeliveredWords);
  const heads = [words.at, words.unit, words.person, words.channel, words.state, words.what, words.reason];
  return (
    <table className="facts facts-cards undelivered" data-testid="undelivered">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <UndeliveredRow key={`${row.state}${row.id}`} row={row} planId={planId} />
        ))}
      </tbody>
    </table>
  );
}

/** 未送达: what did not surely arrive, so that the office takes up the telephone. */
export function UndeliveredPage({ planId }: { planId: string | null }) {
  const words = useWords(undeliveredWords);
  const shell = useWords(shellWords);
  const { all, plan } = useAnyPlan(planId);
  const undelivered = useUndelivered(plan?.id ?? null);
  const [only, setOnly] = useState<Only>('all');
  if (plan === null)
    return (
      <Nothing text={shell.noPlan}>
        <a href={hrefOf('plans')}>{shell.toPlans}</a>
      </Nothing>
    );
  if (undelivered.data === undefined)
    return undelivered.error === null ? (
      <Loading />
    ) : (
      <Failed error={undelivered.error} again={() => void undelivered.refetch()} />
    );
  const { rows } = undelivered.data;
  const shown = only === 'all' ? rows : rows.filter(({ state }) => state === only);
  const countOf = (state: Row['state']) => rows.filter((row) => row.state === state).length;
  return (
    <>
      <PageHead title={words.title} among={{ plans: all, plan, choose: (id) => go('undelivered', id) }} />
      <PeopleTabs planId={plan.id} current="undelivered" />
      <section className="panel">
        {rows.length === 0 ? (
          <Nothing text={words.none} />
        ) : (
          <>
            <div className="panel-head">
              <Segmented<Only>
                size="small"
                aria-label={words.only}
                value={only}
                onChange={setOnly}
                options={[
                  { value: 'all', label: `${words.all} ${rows.length}` },
                  ...STATES.map((state) => ({ value: state, label: `${words[state]} ${countOf(state)}` })),
                ]}
              />
              <span className="quiet">{words.summary}</span>
            </div>
            {shown.length === 0 ? (
              <Nothing text={words.noneOfState} />
            ) : (
              <UndeliveredTable rows={shown} planId={plan.id} />
            )}
          </>
        )}
      </section>
    </>
  );
}
