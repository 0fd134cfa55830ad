import { Button } from 'antd';
import { useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

/** 〔看原文〕〔删去〕 of one entry; one that was left out may come back. */
export function EntryActs({ path, name }: { path: string; name: string }) {
  const words = useWords(readingWords);
  const { view, choose, change, pending } = useReadingDesk();
  const left = view.removed.includes(path);
  const edited = view.edits.some((edit) => edit.path === path);
  return (
    <span className="row entry-acts">
      <Button type="link" size="small" aria-label={`${words.place} ${name}`} onClick={() => choose(path, 'draft')}>
        {words.place}
      </Button>
      {view.can.edit && (
        <Button
          type="link"
          size="small"
          disabled={pending}
          aria-label={`${left ? words.restore : words.drop_} ${name}`}
          onClick={() => change([left && edited ? { undo: path } : { path, now: null }])}
        >
          {left ? words.restore : words.drop_}
        </Button>
      )}
    </span>
  );
}
