import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { phaseWords } from './words.ts';
import './phases.css';

interface Props {
  days: { day: string; prompts: number; persons: number }[];
  unbound: string[];
}

/** What would go out over the first week, and which units could not be told. */
export function FirstWeek({ days, unbound }: Props) {
  const words = useWords(phaseWords);
  const most = Math.max(1, ...days.map(({ prompts }) => prompts));
  return (
    <section>
      <h3>{words.firstWeek}</h3>
      {days.every(({ prompts }) => prompts === 0) ? (
        <p className="quiet">{words.noLoad}</p>
      ) : (
        <ul className="load">
          {days.map(({ day, prompts, persons }) => (
            <li key={day}>
              <span>{dateText(day)}</span>
              <i aria-hidden="true">
                <i style={{ width: `${(100 * prompts) / most}%` }} />
              </i>
              <span>{words.perDay(prompts, persons)}</span>
            </li>
          ))}
        </ul>
      )}
      {unbound.length > 0 && (
        <p className="unbound">
          <strong>{words.unbound(unbound.length)}</strong> {unbound.join('、')}
        </p>
      )}
    </section>
  );
}
