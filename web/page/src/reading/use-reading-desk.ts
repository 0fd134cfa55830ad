import { useState } from 'react';
import type { ReadingView } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import type { Chosen, ReadingDesk } from './reading-context.tsx';

/** Acts on one reading, and the place that is chosen in it. `chose` hears of every choice. */
export function useDeskOf(
  readingId: string,
  chose: (path: string, from: Chosen['from']) => void,
): (view: ReadingView) => ReadingDesk {
  const act = useAct();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const post = (what: string, body: object, done?: () => void) =>
    act.mutate(
      { path: `/readings/${encodeURIComponent(readingId)}/${what}`, body, quiet: true },
      done === undefined ? {} : { onSuccess: done },
    );
  return (view) => ({
    view,
    chosen,
    choose: (path, from) => {
      setChosen((before) => ({ path, from, n: (before?.n ?? 0) + 1 }));
      chose(path, from);
    },
    change: (changes, done) => post('edit', { changes }, done),
    answer: (answers, done) => post('answer', { answers }, done),
    withdraw: (questionId) => post('answer', { withdraw: [questionId] }),
    pending: act.isPending,
  });
}
