import { asksExtension } from '../../domain/chat/understand/extension.ts';
import { askMoreTime } from './extension/ask-more.ts';
import { propose, type Target } from './propose.ts';
import type { Decision, InboxRow, RowContext } from './types.ts';

/** Typed words about known parts: a request for more time, or a report. */
export async function proposeWords(context: RowContext, typed: InboxRow, targets: Target[]): Promise<Decision> {
  const [first] = targets;
  return first && targets.length === 1 && asksExtension(first.words)
    ? askMoreTime(context, typed, first.part, first.words)
    : propose(context, typed, targets);
}
