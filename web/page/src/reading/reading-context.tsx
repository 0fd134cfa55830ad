import { createContext, useContext } from 'react';
import type { ReadingChange, ReadingView } from '../../../api.ts';
import type { NewAnswer } from '../../../../domain/document/mark.ts';

/** From where a place was chosen: the other side shows it. */
export type Chosen = { path: string; from: 'draft' | 'text'; n: number };

export interface ReadingDesk {
  view: ReadingView;
  /** The place that is lit on both sides. */
  chosen: Chosen | null;
  choose: (path: string, from: Chosen['from']) => void;
  change: (changes: ReadingChange[], done?: () => void) => void;
  answer: (answers: NewAnswer[], done?: () => void) => void;
  withdraw: (questionId: string) => void;
  pending: boolean;
}

export const ReadingContext = createContext<ReadingDesk | null>(null);

export function useReadingDesk(): ReadingDesk {
  const desk = useContext(ReadingContext);
  if (desk === null) throw new Error('outside a reading');
  return desk;
}
