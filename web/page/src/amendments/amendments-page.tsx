import { Button } from 'antd';
import { useState } from 'react';
import { useAmendments } from '../api/amendment-queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { hrefOf } from '../shell/route.ts';
import { AmendmentPanel } from './amendment-panel.tsx';
import { ProposeDrawer } from './propose-drawer.tsx';
import { amendmentWords } from './words.ts';
import './amendments.css';

/** Versions that were laid beside a running plan, newest first. */
export function AmendmentsPage({ planId }: { planId: string }) {
  const words = useWords(amendmentWords);
  const amendments = useAmendments(planId);
  const [proposing, setProposing] = useState(false);
  if (amendments.data === undefined)
    return amendments.error === null ? (
      <Loading />
    ) : (
      <Failed error={amendments.error} again={() => void amendments.refetch()} />
    );
  const { planTitle, amendments: list, can } = amendments.data;
  return (
    <>
      <PageHead title={words.title} bare>
        <span className="quiet">{planTitle}</span>
        <a href={hrefOf('plans')}>{words.back}</a>
        {can.amend && (
          <Button type="primary" data-testid="propose" onClick={() => setProposing(true)}>
            {words.propose}
          </Button>
        )}
      </PageHead>
      {!can.amend && <p className="quiet">{words.notRunning}</p>}
      {list.length === 0 && (
        <section className="panel">
          <Nothing text={words.none} />
        </section>
      )}
      {list.map((amendment) => (
        <AmendmentPanel key={amendment.no} planId={planId} amendment={amendment} canAmend={can.amend} />
      ))}
      <ProposeDrawer planId={planId} open={proposing} close={() => setProposing(false)} />
    </>
  );
}
