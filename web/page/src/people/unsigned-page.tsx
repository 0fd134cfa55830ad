import type { UnsignedUnit } from '../../../api.ts';
import { useUnsigned } from '../api/queries.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { go, hrefOf } from '../shell/route.ts';
import { shellWords } from '../shell/words.ts';
import { PeopleTabs } from './people-tabs.tsx';
import { unsignedWords } from './unsigned-words.ts';
import { useAnyPlan } from './use-any-plan.ts';
import './people.css';

function UnitRows({ unit }: { unit: UnsignedUnit }) {
  const words = useWords(unsignedWords);
  return unit.items.map((item, at) => (
    <tr key={`${item.taskId} ${item.partId}`}>
      <th scope="row">{at === 0 && unit.unit}</th>
      <td data-label={words.contact}>
        {at === 0 && (unit.contact ?? <span className="chip chip-yellow">{words.unbound}</span>)}
      </td>
      <td data-label={words.task}>
        <a href={hrefOf('task', item.taskId)}>
          {item.no}
          {item.title}
        </a>
        {item.disputed && <span className="chip chip-red">{words.disputed}</span>}
      </td>
      <td data-label={words.asked}>{dateText(item.askedOn)}</td>
      <td data-label={words.due}>{dateText(item.dueOn)}</td>
      <td data-label={words.waiting}>{words.days(item.waitingWorkingDays)}</td>
      <td data-label={words.overdue} data-empty={item.overdueWorkingDays === 0}>
        {item.overdueWorkingDays === 0 ? words.inTime : words.days(item.overdueWorkingDays)}
      </td>
    </tr>
  ));
}

/** 未签收: what no unit has signed for, the reason to take up the telephone. */
export function UnsignedPage({ planId }: { planId: string | null }) {
  const words = useWords(unsignedWords);
  const shell = useWords(shellWords);
  const { all, plan } = useAnyPlan(planId);
  const unsigned = useUnsigned(plan?.id ?? null);
  if (plan === null)
    return (
      <Nothing text={shell.noPlan}>
        <a href={hrefOf('plans')}>{shell.toPlans}</a>
      </Nothing>
    );
  if (unsigned.data === undefined)
    return unsigned.error === null ? (
      <Loading />
    ) : (
      <Failed error={unsigned.error} again={() => void unsigned.refetch()} />
    );
  const units = unsigned.data;
  const heads = [words.unit, words.contact, words.task, words.asked, words.due, words.waiting, words.overdue];
  const count = units.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <PageHead title={words.title} among={{ plans: all, plan, choose: (id) => go('unsigned', id) }}>
        <span className="quiet">{words.summary(units.length, count)}</span>
      </PageHead>
      <PeopleTabs planId={plan.id} current="unsigned" />
      <section className="panel">
        {units.length === 0 ? (
          <Nothing text={words.none} />
        ) : (
          <table className="facts facts-cards" data-testid="unsigned">
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
              {units.map((unit) => (
                <UnitRows key={unit.unitId} unit={unit} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
