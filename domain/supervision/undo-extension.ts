import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { movedTo } from './decide-extension.ts';
import { recordAct, type ActBy, type Acted } from './office-act.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';
import { partOf } from './part-of.ts';

/** Takes a decision on an extension back within its minutes: the request is open again, and nobody was told. */
export function undoExtension(
  state: SupervisedState,
  partId: string,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const found = partOf(state, partId);
  if ('refused' in found) return found;
  const { part } = found;
  const { decided } = part;
  if (!decided || now >= decided.undoUntil) return { refused: refusal('EXTENSION_UNDO_LATE') };
  // What was asked for is not needed any more, or something else was asked for since.
  if (part.completion === 'claimed' || part.request) return { refused: refusal('EXTENSION_SUPERSEDED') };
  const { request, granted, dueOnBefore } = decided;
  const moved = granted ? movedTo(state, part, dueOnBefore, '延期批复已撤回') : { state, settled: [] };
  const next = replacePart(moved.state, part.id, (p) => {
    const after: Part = { ...p, request };
    if (granted) after.extensions = (p.extensions ?? 1) - 1;
    delete after.decided;
    return after;
  });
  return {
    state: recordAct(next, by, now, 'extensionUndone', { partId, requestId: request.id, granted }, moved.settled),
    summary: '已撤回延期批复,没有通知申请单位',
  };
}
