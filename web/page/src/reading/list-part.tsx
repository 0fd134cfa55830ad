import { useWords } from '../i18n/language.tsx';
import { EntryActs } from './entry-acts.tsx';
import { Field } from './field.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

export interface Column {
  key: string;
  label: string;
  strong?: boolean;
}

interface Props {
  /** phases, targets, bodies … */
  list: string;
  entries: readonly object[];
  columns: Column[];
  none: string;
}

/** A list of the draft as a table, each entry with its place in the text. */
export function ListPart({ list, entries, columns, none }: Props) {
  const words = useWords(readingWords);
  const { view } = useReadingDesk();
  if (entries.length === 0) return <p className="quiet">{none}</p>;
  const valueOf = (entry: object, key: string): unknown => (entry as Record<string, unknown>)[key];
  return (
    <table className="facts facts-cards reading-table" data-testid={`reading-${list}`}>
      <thead>
        <tr>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{words.acts}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, at) => {
          const path = `/${list}/${at}`;
          const left = view.removed.includes(path);
          const [first] = columns;
          return (
            <tr key={path} data-path={path} data-left={left}>
              {columns.map(({ key, label, strong = false }) => (
                <td key={key} data-label={strong ? undefined : label}>
                  <Field
                    path={`${path}/${key}`}
                    label={label}
                    value={valueOf(entry, key)}
                    strong={strong}
                    left={left}
                  />
                </td>
              ))}
              <td>
                <EntryActs path={path} name={String(valueOf(entry, first?.key ?? ''))} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
