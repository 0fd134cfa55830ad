import { useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

/** What keeps the plan from being imported, each a way to its place. */
export function Blockers() {
  const words = useWords(readingWords);
  const { view, choose } = useReadingDesk();
  const { questions, problems, open, blocking, asked, status } = view;
  if (status === 'imported') return null;
  const optional = asked - open.length;
  if (blocking === 0)
    return (
      <p className="blockers" data-ready="true" data-testid="blockers">
        {words.importReady}
        {optional > 0 && words.others(optional)}
      </p>
    );
  const items = [
    ...questions.filter(({ id }) => open.includes(id)).map(({ id, text }) => ({ path: `?${id}`, text })),
    ...problems.map(({ path, message }) => ({ path, text: message })),
  ];
  return (
    <div className="blockers" data-testid="blockers">
      <strong>{words.mustFirst(blocking)}</strong>
      <ol>
        {items.map(({ path, text }, at) => (
          <li key={`${path}${at}`}>
            <button type="button" onClick={() => choose(path, 'text')}>
              {text}
            </button>
          </li>
        ))}
      </ol>
      {optional > 0 && <span className="quiet">{words.others(optional)}</span>}
    </div>
  );
}
