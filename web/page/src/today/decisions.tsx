import { Button } from 'antd';
import { useState } from 'react';
import type { Today } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { DecisionRow } from './decision-row.tsx';
import { todayWords } from './words.ts';

/** Before the rest is folded away. */
const SHOWN = 4;

export function Decisions({ today, readOnly }: { today: Today; readOnly: boolean }) {
  const words = useWords(todayWords);
  const [all, setAll] = useState(false);
  const { decisions } = today;
  const hidden = decisions.length - SHOWN;
  return (
    <section className="panel" id="decisions" data-testid="decisions" aria-labelledby="decisions-title">
      <div className="panel-head">
        <h2 id="decisions-title">{readOnly ? words.officeDecisions : words.decisions}</h2>
        <span className="grow" />
        {hidden > 0 && (
          <Button size="small" type="link" onClick={() => setAll(!all)}>
            {all ? words.fewer : words.moreDecisions(hidden)}
          </Button>
        )}
      </div>
      {decisions.length === 0 ? (
        <p className="quiet">{words.noDecisions}</p>
      ) : (
        <ul className="decisions">
          {(all ? decisions : decisions.slice(0, SHOWN)).map((decision) => (
            <DecisionRow
              key={decision.id}
              planId={today.plan.id}
              decision={decision}
              units={today.units}
              now={today.now}
              readOnly={readOnly}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
