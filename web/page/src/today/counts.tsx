import type { Today } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { todayWords } from './words.ts';

/** The counts are of tasks; a count that is pressed leaves only its tasks on the board. */
export type Filter = 'overdue' | 'behind' | 'dueSoon';

interface Props {
  counts: Today['counts'];
  filter: Filter | null;
  choose: (filter: Filter | null) => void;
  readOnly: boolean;
}

const TONES = { overdue: 'red', behind: 'yellow', dueSoon: 'blue' } as const;
const FILTERS: Filter[] = ['overdue', 'behind', 'dueSoon'];

export function Counts({ counts, filter, choose, readOnly }: Props) {
  const words = useWords(todayWords);
  const toDecisions = () => document.getElementById('decisions')?.scrollIntoView({ block: 'center' });
  return (
    <div className="counts">
      {FILTERS.map((key) => (
        <button
          key={key}
          type="button"
          className={`count count-${TONES[key]}`}
          data-testid={key === 'dueSoon' ? 'counts-due-soon' : `counts-${key}`}
          aria-pressed={filter === key}
          title={filter === key ? words.showAll : words.showOnly(words[key])}
          onClick={() => choose(filter === key ? null : key)}
        >
          <span>
            {words[key]}
            {key === 'dueSoon' && <small> {words.dueSoonHint}</small>}
          </span>
          <b>{counts[key]}</b>
        </button>
      ))}
      <button type="button" className="count" data-testid="counts-decisions" onClick={toDecisions}>
        <span>{readOnly ? words.officeDecisions : words.decisions}</span>
        <b>{counts.decisions}</b>
      </button>
    </div>
  );
}
