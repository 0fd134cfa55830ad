import { Field } from './field.tsx';
import { EntryRow, ReadingTable } from './reading-table.tsx';
import { useReadingDesk } from './reading-context.tsx';

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
  /** Numbers of the entries as they stand one after another; as read without it. */
  order?: readonly number[];
}

/** A list of the draft as a table, each entry with its place in the text. */
export function ListPart({ list, entries, columns, none, order = entries.map((_, at) => at) }: Props) {
  const { view } = useReadingDesk();
  if (entries.length === 0) return <p className="quiet">{none}</p>;
  const valueOf = (at: number, key: string): unknown => (entries[at] as Record<string, unknown>)[key];
  return (
    <ReadingTable list={list} heads={columns.map(({ label }) => label)}>
      <tbody>
        {order.map((at) => {
          const path = `/${list}/${at}`;
          return (
            <EntryRow key={path} path={path} name={String(valueOf(at, columns[0]?.key ?? ''))}>
              {columns.map(({ key, label, strong = false }) => (
                <td key={key} data-label={strong ? undefined : label}>
                  <Field
                    path={`${path}/${key}`}
                    label={label}
                    value={valueOf(at, key)}
                    strong={strong}
                    left={view.removed.includes(path)}
                  />
                </td>
              ))}
            </EntryRow>
          );
        })}
      </tbody>
    </ReadingTable>
  );
}
