import type { BriefSource, StoredSentence } from '../../../domain/reports/types.ts';

export const EDITOR = { id: 'coordinator', name: '协调员' };

/** A place on a task's chain. */
export const eventOf = (taskId: string, seq = 3): BriefSource => ({ entityId: `task/${taskId}`, seq });

/** A sentence as it is drafted, untouched. */
export const fresh = (
  id: string,
  text: string,
  sources: BriefSource[],
  rest: Partial<StoredSentence> = {},
): StoredSentence => ({
  id,
  text,
  said: null,
  taskId: null,
  sources,
  derivedText: null,
  dropped: false,
  about: [],
  ...rest,
});
