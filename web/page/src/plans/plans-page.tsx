import { Button } from 'antd';
import { useState } from 'react';
import type { PlanRow } from '../../../api.ts';
import { usePlans } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { OpenReadings } from '../reading/open-readings.tsx';
import { ReadDocument } from '../reading/read-document.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ImportPlan } from './import-plan.tsx';
import { PlanLine } from './plan-line.tsx';
import { RedateDrawer } from './redate-drawer.tsx';
import { planWords } from './words.ts';
import './plans.css';

export function PlansPage() {
  const words = useWords(planWords);
  const plans = usePlans();
  const [redate, setRedate] = useState<PlanRow | null>(null);
  const [importing, setImporting] = useState(false);
  const [reading, setReading] = useState(false);
  if (plans.data === undefined)
    return plans.error === null ? <Loading /> : <Failed error={plans.error} again={() => void plans.refetch()} />;
  return (
    <>
      <PageHead title={words.title} bare>
        <Button type="primary" data-testid="read-document" onClick={() => setReading(true)}>
          {words.read}
        </Button>
        <Button onClick={() => setImporting(true)}>{words.import}</Button>
      </PageHead>
      <OpenReadings />
      <section className="panel">
        {plans.data.length === 0 ? (
          <Nothing text={words.none} />
        ) : (
          <table className="facts facts-cards" data-testid="plans">
            <thead>
              <tr>
                {[words.plan, words.status, words.size, words.phases].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{words.open}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {plans.data.map((plan) => (
                <PlanLine key={plan.id} plan={plan} redate={() => setRedate(plan)} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <RedateDrawer
        plan={redate === null ? null : (plans.data.find(({ id }) => id === redate.id) ?? redate)}
        close={() => setRedate(null)}
      />
      <ReadDocument open={reading} close={() => setReading(false)} />
      <ImportPlan open={importing} close={() => setImporting(false)} />
    </>
  );
}
