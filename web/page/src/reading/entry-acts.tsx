import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ReadingChange } from '../../../api.ts';
import { valueAt } from '../../../../domain/document/pointer.ts';
import { useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

/** 〔看原文〕〔删去〕 of one entry; one that was left out may come back. `children`: acts of its kind of entry. */
export function EntryActs({ path, name, children }: { path: string; name: string; children?: ReactNode }) {
  const words = useWords(readingWords);
  const { view, choose, change, pending } = useReadingDesk();
  const left = view.removed.includes(path);
  const edit = view.edits.find((one) => one.path === path && one.now === null && one.act !== null);
  // What left an entry out is taken back whole: a merging too. An entry whose adding was taken back is added again.
  const restored: ReadingChange =
    edit === undefined ? { path, now: valueAt(view.plan, path) } : { undoAct: edit.act ?? 0 };
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
          onClick={() => change([left ? restored : { path, now: null }])}
        >
          {left ? words.restore : words.drop_}
        </Button>
      )}
      {view.can.edit && !left && children}
    </span>
  );
}
