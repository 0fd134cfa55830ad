import type { Button } from '../../../domain/chat/message.ts';

/** A row whose buttons have no ids yet. */
export interface Draft {
  text: string;
  planId: string;
  buttons: (Button & { confirm?: string })[];
}

export interface DraftSection {
  title: string;
  rows: Draft[];
}
