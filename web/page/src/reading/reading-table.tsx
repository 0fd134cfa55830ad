import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.tsx';
import { EntryActs } from './entry-acts.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

/** A list of the draft; the last column holds what can be done with an entry. */
export function ReadingTable({ list, heads, children }: { list: string; heads: string[]; children: ReactNode }) {
  const words = useWords(readingWords);
  return (
    <table className="facts facts-cards reading-table" data-testid={`reading-${list}`}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{words.acts}</span>
          </th>
        </tr>
      </thead>
      {children}
    </table>
  );
}

interface RowProps {
  path: string;
  name: string;
  /** Acts beyond 〔看原文〕〔删去〕. */
  acts?: ReactNode;
  children: ReactNode;
}

/** One entry with its place in the text; one that was left out stands crossed out. */
export function EntryRow({ path, name, acts, children }: RowProps) {
  const { view, chosen } = useReadingDesk();
  return (
    <tr data-path={path} data-left={view.removed.includes(path)} data-lit={chosen?.path === path}>
      {children}
      <td>
        <EntryActs path={path} name={name}>
          {acts}
        </EntryActs>
      </td>
    </tr>
  );
}
