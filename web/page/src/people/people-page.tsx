import { useState } from 'react';
import type { People } from '../../../api.ts';
import { usePeople } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { go, hrefOf } from '../shell/route.ts';
import { useViewerRole } from '../shell/use-viewer-role.ts';
import { shellWords } from '../shell/words.ts';
import { AddContact } from './add-contact.tsx';
import { OfficePeople } from './office-people.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { UnitRow } from './unit-row.tsx';
import { useAnyPlan } from './use-any-plan.ts';
import { peopleWords } from './words.ts';
import './people.css';

type Unit = People['units'][number];

/** Contacts of any plan, also of one not started yet: they are entered before the first message goes out. */
export function PeoplePage({ planId }: { planId: string | null }) {
  const words = useWords(peopleWords);
  const shell = useWords(shellWords);
  const { all, plan } = useAnyPlan(planId);
  const people = usePeople(plan?.id ?? null);
  // A unit's supervisor sees that unit's contacts; registering them and merging units are the office's.
  const isOffice = useViewerRole() === 'coordinator';
  const [addTo, setAddTo] = useState<Unit | null>(null);
  if (plan === null)
    return (
      <Nothing text={shell.noPlan}>
        <a href={hrefOf('plans')}>{shell.toPlans}</a>
      </Nothing>
    );
  if (people.data === undefined)
    return people.error === null ? <Loading /> : <Failed error={people.error} again={() => void people.refetch()} />;
  const { units, office } = people.data;
  const bound = units.filter(({ contacts }) => contacts.some(({ rank }) => rank === 'liaison')).length;
  return (
    <>
      <PageHead
        title={isOffice ? words.title : shell.unitPeople}
        among={{ plans: all, plan, choose: (id) => go('people', id) }}
      >
        {isOffice && <span className="quiet">{words.summary(units.length, bound)}</span>}
      </PageHead>
      {isOffice && <PeopleTabs planId={plan.id} current="people" />}
      {isOffice && <OfficePeople planId={plan.id} office={office} />}
      <section className="panel">
        {units.length === 0 ? (
          <Nothing text={words.noUnits} />
        ) : (
          <table className="facts facts-cards" data-testid="people">
            <thead>
              <tr>
                {[words.unit, words.kind, words.relation, words.contacts].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{words.add}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <UnitRow
                  key={unit.id}
                  planId={plan.id}
                  unit={unit}
                  units={units}
                  {...(isOffice ? { add: () => setAddTo(unit) } : {})}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <AddContact key={addTo?.id} planId={plan.id} unit={addTo} close={() => setAddTo(null)} />
    </>
  );
}
