import { Button } from 'antd';
import { useReadings } from '../api/reading-queries.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { hrefOf } from '../shell/route.ts';
import { readingWords } from './words.ts';

/** Readings that wait for their review, above the plans; nothing where there is none. */
export function OpenReadings() {
  const words = useWords(readingWords);
  const readings = useReadings();
  const open = readings.data?.readings.filter(({ status }) => status === 'review') ?? [];
  if (open.length === 0) return null;
  return (
    <section className="panel" data-testid="open-readings">
      <div className="panel-head">
        <h2>{words.inReview}</h2>
      </div>
      <ul className="open-readings">
        {open.map(({ id, title, fileName, tasks, asked, blocking, readAt }) => (
          <li key={id} data-reading={id}>
            <span className="open-reading-title">
              <strong>{title}</strong>
              <span className="quiet">
                {[fileName === '' ? words.pasted : fileName, words.sizeOf(tasks), longMomentText(readAt)].join(' · ')}
              </span>
            </span>
            <span className={`chip chip-${blocking > 0 ? 'yellow' : 'green'}`}>{words.asked(asked, blocking)}</span>
            <Button size="small" href={hrefOf('reading', id)}>
              {words.continue}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
