import { useWords } from '../i18n/language.tsx';
import { entryOf } from './viewer.ts';
import { hrefOf } from './route.ts';
import type { PageName } from './route.ts';
import { shellWords } from './words.ts';

interface Props {
  pages: PageName[];
  current: PageName;
  office: string;
  decisions: number;
  /** Whose contacts the people are, where they are of one unit alone. */
  ownUnit: boolean;
  children?: React.ReactNode;
}

export function Navigation({ pages, current, office, decisions, ownUnit, children }: Props) {
  const words = useWords(shellWords);
  return (
    <header className="side">
      <div className="brand">
        <strong>督办 Duban</strong>
        <span>{office}</span>
      </div>
      <nav aria-label={words.navigation}>
        {pages.map((page) => (
          <a key={page} href={hrefOf(page)} aria-current={page === entryOf(current) ? 'page' : undefined}>
            <span>{page === 'people' && ownUnit ? words.unitPeople : words[page as 'today']}</span>
            {page === 'today' && decisions > 0 && <b aria-label={`${decisions}`}>{decisions}</b>}
          </a>
        ))}
      </nav>
      {children}
    </header>
  );
}
