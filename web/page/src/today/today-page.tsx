import { Drawer } from 'antd';
import { useEffect, useState } from 'react';
import type { Me, Today } from '../../../api.ts';
import { useToday } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { usePlan } from '../shell/plan-choice.tsx';
import { NARROW, ROOMY, useMedia, WIDE } from '../shell/use-media.ts';
import { viewerRole } from '../shell/viewer.ts';
import { hrefOf } from '../shell/route.ts';
import { shellWords } from '../shell/words.ts';
import { AdvancingBanner } from '../phases/advancing-banner.tsx';
import { DryRunDrawer } from '../phases/dry-run-drawer.tsx';
import { PhaseStrip } from '../phases/phase-strip.tsx';
import { BoardPanel } from './board-panel.tsx';
import { Counts } from './counts.tsx';
import type { Filter } from './counts.tsx';
import { Decisions } from './decisions.tsx';
import { DemoBar } from './demo-bar.tsx';
import { firstSelection } from './first-selection.ts';
import { PhoneFrame } from './phone-frame.tsx';
import { isSelected, select, useSelection } from './selection.ts';
import { TodayHead } from './today-head.tsx';
import { todayWords } from './words.ts';
import './today.css';

function TodayView({ me, today }: { me: Me; today: Today }) {
  const words = useWords(todayWords);
  const [filter, setFilter] = useState<Filter | null>(null);
  const [dryRun, setDryRun] = useState(false);
  const [phoneOpen, setPhoneOpen] = useState(false);
  const wide = useMedia(WIDE);
  const roomy = useMedia(ROOMY);
  const narrow = useMedia(NARROW);
  const role = viewerRole(me);
  const selection = useSelection();
  const known = today.board.some((row) => row.cells.some((cell) => isSelected(selection, row, cell)));
  useEffect(() => {
    if (!known) select(firstSelection(today));
  }, [known, today]);

  const board = (
    <BoardPanel
      today={today}
      filter={filter}
      cards={narrow}
      readOnly={role !== 'coordinator'}
      clear={() => setFilter(null)}
      picked={() => setPhoneOpen(!wide)}
    />
  );
  const decisions = <Decisions today={today} readOnly={role !== 'coordinator'} />;
  const strip = <PhaseStrip phases={today.phases} open={role === 'coordinator' ? () => setDryRun(true) : null} />;
  const phone = <PhoneFrame today={today} role={role} />;
  return (
    <>
      <TodayHead today={today} />
      {today.demo !== null && <DemoBar me={me} today={today} />}
      {!narrow && strip}
      {today.advancing !== null && (
        <AdvancingBanner
          planId={today.plan.id}
          advancing={today.advancing}
          now={today.now}
          phases={today.phases}
          mayUndo={role === 'coordinator'}
        />
      )}
      <Counts counts={today.counts} filter={filter} choose={setFilter} readOnly={role !== 'coordinator'} />
      {narrow && decisions}
      {narrow && strip}
      <div className="today-grid">
        <div className="stack">
          {narrow ? (
            board
          ) : roomy ? (
            <>
              {board}
              {decisions}
            </>
          ) : (
            <>
              {decisions}
              {board}
            </>
          )}
        </div>
        {wide && (
          <aside className="today-aside" aria-label={role === 'coordinator' ? words.phone : words.replies}>
            {phone}
          </aside>
        )}
      </div>
      {!wide && (
        <Drawer
          className="phone-drawer"
          placement="right"
          size={420}
          title={role === 'coordinator' ? words.phone : words.replies}
          open={phoneOpen}
          onClose={() => setPhoneOpen(false)}
          destroyOnHidden
        >
          {phone}
        </Drawer>
      )}
      <DryRunDrawer planId={today.plan.id} open={dryRun} close={() => setDryRun(false)} />
    </>
  );
}

export function TodayPage({ me }: { me: Me }) {
  const words = useWords(shellWords);
  const { plan } = usePlan();
  const today = useToday(plan?.id ?? null);
  if (plan === null)
    return (
      <Nothing text={words.noPlan}>
        <a href={hrefOf('plans')}>{words.toPlans}</a>
      </Nothing>
    );
  if (today.data === undefined)
    return today.error === null ? <Loading /> : <Failed error={today.error} again={() => void today.refetch()} />;
  return <TodayView me={me} today={today.data} />;
}
