import type { Burden } from '../../../api.ts';
import { shortDate } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { burdenWords } from './burden-words.ts';

type Week = Burden['persons'][number]['weeks'][number];

/** What went, then what is still to come; why more than the budget went stands under it. */
function WeekCell({ week }: { week: Week }) {
  const words = useWords(burdenWords);
  const { digests, rungs, exempt, over, coming } = week;
  const notes = [
    exempt.dueToday > 0 && words.dueToday(exempt.dueToday),
    exempt.urgent > 0 && words.urgent(exempt.urgent),
    exempt.nudge > 0 && words.nudge(exempt.nudge),
  ].filter((note) => note !== false);
  return (
    <td className="burden-week" data-digests={digests}>
      {digests > 0 && <span>{words.sent(digests, rungs)}</span>}
      {notes.map((note) => (
        <small key={note} className="quiet">
          {note}
        </small>
      ))}
      {over > 0 && <small className="chip chip-red">{words.over(over)}</small>}
      {coming.rungs > 0 && <small className="quiet">{words.coming(coming.digests, coming.rungs)}</small>}
    </td>
  );
}

export function BurdenTable({ burden }: { burden: Burden }) {
  const words = useWords(burdenWords);
  return (
    <div className="burden-scroll">
      <table className="facts burden" data-testid="burden">
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.person}</th>
            {burden.weeks.map((week) => (
              <th key={week} scope="col" aria-current={week === burden.thisWeek ? 'date' : undefined}>
                {week === burden.thisWeek ? words.thisWeek : words.weekOf(shortDate(week, burden.thisWeek))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {burden.persons.map(({ personId, unit, name, weeks }) => (
            <tr key={personId}>
              <td className="short">{unit}</td>
              <td className="short">{name}</td>
              {weeks.map((week) => (
                <WeekCell key={week.week} week={week} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ENDS = ['withdrawn', 'superseded', 'skipped', 'undeliverable'] as const;

export function SparedTable({ units }: { units: Burden['units'] }) {
  const words = useWords(burdenWords);
  return (
    <table className="facts" data-testid="spared">
      <thead>
        <tr>
          <th scope="col">{words.unit}</th>
          {ENDS.map((end) => (
            <th key={end} scope="col">
              {words[end]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map(({ unitId, unit, weeks }) => (
          <tr key={unitId}>
            <td>{unit}</td>
            {ENDS.map((end) => (
              <td key={end}>{weeks.reduce((sum, week) => sum + week[end], 0) || ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
