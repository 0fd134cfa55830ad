import { useBurden } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { go, hrefOf } from '../shell/route.ts';
import { shellWords } from '../shell/words.ts';
import { BurdenTable, SparedTable } from './burden-table.tsx';
import { burdenWords } from './burden-words.ts';
import { PeopleTabs } from './people-tabs.tsx';
import { useAnyPlan } from './use-any-plan.ts';
import './people.css';

/** 报送负担: how much each contact is asked week by week, so that the office sees it before they complain. */
export function BurdenPage({ planId }: { planId: string | null }) {
  const words = useWords(burdenWords);
  const shell = useWords(shellWords);
  const { all, plan } = useAnyPlan(planId);
  const burden = useBurden(plan?.id ?? null);
  if (plan === null)
    return (
      <Nothing text={shell.noPlan}>
        <a href={hrefOf('plans')}>{shell.toPlans}</a>
      </Nothing>
    );
  if (burden.data === undefined)
    return burden.error === null ? <Loading /> : <Failed error={burden.error} again={() => void burden.refetch()} />;
  const { persons, units, limit } = burden.data;
  return (
    <>
      <PageHead title={words.title} among={{ plans: all, plan, choose: (id) => go('burden', id) }} />
      <PeopleTabs planId={plan.id} current="burden" />
      <section className="panel">
        <div className="panel-head">
          <span className="quiet">{words.summary(limit.perWeek, limit.perWeekInAll)}</span>
        </div>
        {persons.length === 0 ? <Nothing text={words.none} /> : <BurdenTable burden={burden.data} />}
      </section>
      {units.length > 0 && (
        <section className="panel">
          <div className="panel-head">
            <h2>{words.sparedTitle}</h2>
            <span className="quiet">{words.spared}</span>
          </div>
          <SparedTable units={units} />
        </section>
      )}
    </>
  );
}
