import { Button } from 'antd';
import type { PlanRow } from '../../../api.ts';
import { spanText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { planStatusWords } from '../i18n/vocabulary.ts';
import { usePlan } from '../shell/plan-choice.tsx';
import { go, hrefOf } from '../shell/route.ts';
import { shellWords } from '../shell/words.ts';
import { StartButton } from './start-button.tsx';
import { planWords } from './words.ts';

const TONES: Record<PlanRow['status'], string> = {
  draft: 'yellow',
  ready: 'blue',
  running: 'green',
  archived: 'grey',
  closed: 'grey',
};

function PhaseLine({ phase }: { phase: PlanRow['phases'][number] }) {
  const words = useWords(planWords);
  const { name, start, end, printed, proposed } = phase;
  return (
    <li>
      {name} {start !== null && end !== null && <span>{spanText(start, end)}</span>}{' '}
      {proposed && <span className="chip chip-yellow">{words.proposedPhase}</span>}
      {printed !== '' && <span className="quiet"> {words.printed(printed)}</span>}
    </li>
  );
}

export function PlanLine({ plan, redate }: { plan: PlanRow; redate: () => void }) {
  const words = useWords(planWords);
  const statuses = useWords(planStatusWords);
  const shell = useWords(shellWords);
  const { choose } = usePlan();
  const open = () => {
    choose(plan.id);
    go('today');
  };
  const dating = plan.status === 'draft' || plan.status === 'ready';
  return (
    <tr data-plan={plan.id}>
      <th scope="row">
        {plan.title}
        {plan.demo && <span className="chip chip-demo plan-demo">{shell.demo}</span>}
        <span className="quiet plan-number">
          {[plan.place, plan.docNumber].filter((part) => part !== null).join(' · ')}
        </span>
      </th>
      <td data-label={words.status}>
        <span className={`chip chip-${TONES[plan.status]}`}>{statuses[plan.status]}</span>
      </td>
      <td data-label={words.size}>{words.sizeOf(plan.tasks, plan.units, plan.unitsBound)}</td>
      <td data-label={words.phases}>
        {plan.phases.length === 0 ? (
          <span className="quiet">{words.noPhases}</span>
        ) : (
          <ul className="plan-phases">
            {plan.phases.map((phase) => (
              <PhaseLine key={`${phase.kind}${phase.name}`} phase={phase} />
            ))}
          </ul>
        )}
      </td>
      <td>
        <span className="row plan-acts">
          {dating && (
            <Button size="small" onClick={redate}>
              {words.redate}
            </Button>
          )}
          {plan.status === 'ready' && <StartButton plan={plan} />}
          <Button size="small" href={hrefOf('people', plan.id)}>
            {shell.people}
          </Button>
          {plan.status === 'running' && (
            <Button size="small" href={hrefOf('amendments', plan.id)}>
              {words.amend}
            </Button>
          )}
          {!dating && (
            <Button size="small" onClick={open}>
              {words.open}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}
