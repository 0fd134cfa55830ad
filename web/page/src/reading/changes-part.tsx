import { Button } from 'antd';
import { momentText } from '../i18n/dates.ts';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { actText } from './act-text.ts';
import { editWords } from './edit-words.ts';
import { useReadingDesk } from './reading-context.tsx';

/** What persons changed, the latest first: by whom, when, and the way back. */
export function ChangesPart() {
  const words = useWords(editWords);
  const { language } = useLanguage();
  const { view, change, choose, pending } = useReadingDesk();
  if (view.acts.length === 0) return <p className="quiet">{words.noChanges}</p>;
  return (
    <ul className="question-list" data-testid="changes">
      {view.acts.map((act) => {
        const text = actText(view, act, language);
        const path = act.changes[0]?.path ?? '';
        return (
          <li key={act.act} className="change">
            <button type="button" className="question-place" onClick={() => choose(path, 'text')}>
              {text}
            </button>
            <span className="quiet">
              {act.by} {momentText(act.at)}
            </span>
            {view.can.edit && (
              <Button
                type="link"
                size="small"
                disabled={pending}
                aria-label={`${words.undo} ${text}`}
                onClick={() => change([{ undoAct: act.act }])}
              >
                {words.undo}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
