import { Select } from 'antd';
import { useWords } from '../i18n/language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { usePlan } from './plan-choice.tsx';
import type { PlanChoice } from './plan-choice.tsx';
import { shellWords } from './words.ts';

/** Title line of a page; where several plans run, the title chooses among them, or `among` those a page names. `bare`: the page is about no one plan. */
export function PageHead({
  title,
  bare = false,
  among,
  children,
}: {
  title?: string;
  bare?: boolean;
  among?: PlanChoice;
  children?: React.ReactNode;
}) {
  const words = useWords(shellWords);
  const ownChoice = usePlan();
  const choice = among ?? ownChoice;
  const { plans, choose } = choice;
  const plan = bare ? null : choice.plan;
  return (
    <div className="page-head">
      {title !== undefined && <h1>{title}</h1>}
      {plans.length > 1 && plan !== null ? (
        <Select
          className="plan-select"
          aria-label={words.plan}
          variant={title === undefined ? 'borderless' : 'outlined'}
          value={plan.id}
          onChange={choose}
          popupMatchSelectWidth={false}
          options={plans.map(({ id, title: name }) => ({ value: id, label: name }))}
        />
      ) : (
        plan !== null && (title === undefined ? <h1>{plan.title}</h1> : <span className="quiet">{plan.title}</span>)
      )}
      {plan?.demo === true && <span className="chip chip-demo">{words.demo}</span>}
      {children}
      <span className="grow" />
      <span className="page-language">
        <LanguageSwitch />
      </span>
    </div>
  );
}
