import { useState } from 'react';
import { useToday } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { usePlan } from '../shell/plan-choice.tsx';
import { hrefOf } from '../shell/route.ts';
import { useViewerRole } from '../shell/use-viewer-role.ts';
import { shellWords } from '../shell/words.ts';
import { AdvancingBanner } from './advancing-banner.tsx';
import { DryRunPanel } from './dry-run-panel.tsx';
import { PhaseStrip } from './phase-strip.tsx';
import { phaseWords } from './words.ts';

export function PhasesPage() {
  const words = useWords(phaseWords);
  const shell = useWords(shellWords);
  const role = useViewerRole();
  const { plan } = usePlan();
  const today = useToday(plan?.id ?? null);
  const [round, setRound] = useState(0);
  if (plan === null)
    return (
      <Nothing text={shell.noPlan}>
        <a href={hrefOf('plans')}>{shell.toPlans}</a>
      </Nothing>
    );
  if (today.data === undefined)
    return today.error === null ? <Loading /> : <Failed error={today.error} again={() => void today.refetch()} />;
  const { phases, advancing, now } = today.data;
  return (
    <>
      <PageHead title={words.title} />
      <PhaseStrip phases={phases} open={null} />
      {advancing !== null && (
        <AdvancingBanner
          planId={plan.id}
          advancing={advancing}
          now={now}
          phases={phases}
          mayUndo={role === 'coordinator'}
        />
      )}
      {role === 'coordinator' && advancing === null && (
        <section className="panel phase-panel" aria-labelledby="dry-run-title">
          <div className="panel-head">
            <h2 id="dry-run-title">{words.dryRun}</h2>
          </div>
          <DryRunPanel key={round} planId={plan.id} done={() => setRound(round + 1)} />
        </section>
      )}
    </>
  );
}
