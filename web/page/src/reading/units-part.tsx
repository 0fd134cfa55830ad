import { pointerOf } from '../../../../domain/document/pointer.ts';
import { useWords } from '../i18n/language.tsx';
import { Field } from './field.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { labelWords } from './label-words.ts';

/** Units that the tasks name, with what is guessed of them. */
export function UnitsPart() {
  const words = useWords(labelWords);
  const { view } = useReadingDesk();
  return (
    <div className="stack">
      <p className="quiet">{words.unitsLead}</p>
      <table className="facts facts-cards reading-table" data-testid="reading-units">
        <thead>
          <tr>
            {[words.unitName, words.short, words.unitKind, words.relation, words.members].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.plan.units.map(({ name, short, kind, relation, members = [] }) => {
            const path = pointerOf('units', name);
            return (
              <tr key={name} data-path={path}>
                <th scope="row">{name}</th>
                <td data-label={words.short}>
                  <Field path={`${path}/short`} label={`${name} ${words.short}`} value={short} />
                </td>
                <td data-label={words.unitKind}>
                  <Field path={`${path}/kind`} label={`${name} ${words.unitKind}`} value={kind} />
                </td>
                <td data-label={words.relation}>
                  <Field path={`${path}/relation`} label={`${name} ${words.relation}`} value={relation} />
                </td>
                <td data-label={words.members} data-empty={kind !== 'group'}>
                  {kind === 'group' && (
                    <Field path={`${path}/members`} label={`${name} ${words.members}`} value={members} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
