import type { RedatePreview } from '../../../api.ts';
import { spansIn } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { FirstWeek } from '../phases/first-week.tsx';
import { planWords } from './words.ts';

export function RedateRows({ preview, stale }: { preview: RedatePreview; stale: boolean }) {
  const words = useWords(planWords);
  return (
    <div className="stack" aria-busy={stale} data-testid="redate-preview">
      <p>
        <strong>{preview.summary}</strong>
      </p>
      <table className="facts">
        <thead>
          <tr>
            {[words.what, words.printedDate, words.effective].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, index) => (
            <tr key={`${row.what} ${index}`}>
              <th scope="row">{row.what}</th>
              <td>{row.printed}</td>
              <td>
                {row.moved ? (
                  <>→ {row.effective}</>
                ) : (
                  <>
                    {row.effective === words.fixed ? '' : `${row.effective} `}
                    <span className="chip">{words.fixed}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.questions.length > 0 && (
        <section>
          <h3>{words.questions}</h3>
          <ul className="redate-questions">
            {preview.questions.map(({ code, text, proposed }, index) => (
              <li key={`${code} ${index}`}>
                {text} <span className="quiet">{words.proposedAnswer(spansIn(proposed))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FirstWeek days={preview.firstWeek} unbound={preview.unboundUnits} />
    </div>
  );
}
