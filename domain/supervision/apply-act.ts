import { assertNever } from '../assert-never.ts';
import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { acceptPart, acceptTask, returnPart } from './accept-completion.ts';
import { addedParts } from './added-parts.ts';
import { amendEntity } from './amend-entity.ts';
import { rollUpAtDesk } from './confirm-roll-up.ts';
import { decideExtension } from './decide-extension.ts';
import { decideDispute } from './decide-dispute.ts';
import { dropEscalation, releaseEscalation } from './decide-escalation.ts';
import { fileEvidence } from './file-evidence.ts';
import { noteSubItem } from './note-sub-item.ts';
import { nudgePart } from './nudge-part.ts';
import { MIN_REASON, recordAct, type ActBy, type Acted, type OfficeAct } from './office-act.ts';
import { pauseTask, resumeTask } from './pause-task.ts';
import { hasSeen, withSeen } from './seen-items.ts';
import { reassignPart } from './reassign-part.ts';
import { clearAll } from './settle.ts';
import { scanSigned, signOff } from './sign-off.ts';
import type { SupervisedState } from './types.ts';
import { undoExtension } from './undo-extension.ts';

/** What one act of the office does to a state; a refusal leaves it as it was. */
export function applyAct(
  state: SupervisedState,
  act: OfficeAct,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  if (hasSeen(state, by.actId)) return { state, summary: '此前已办理。' };
  if (state.status === 'closed' || state.status === 'cancelled') {
    return { refused: refusal('TASK_CLOSED', { status: state.status === 'closed' ? '办结' : '取消' }) };
  }
  const seen = withSeen(state, by.actId);
  switch (act.kind) {
    case 'accept':
      return act.partId === null ? acceptTask(seen, act, by, now) : acceptPart(seen, act.partId, act, by, now);
    case 'return':
      return returnPart(seen, act.partId, act.reason, by, now);
    case 'nudge':
      return nudgePart(seen, act, by, now);
    case 'release-escalation':
      return releaseEscalation(seen, act, by, now);
    case 'hold-escalation':
      return dropEscalation(seen, act, by, now);
    case 'assign': {
      const parts = addedParts(seen, act.parts);
      if (parts.length === seen.parts.length) return { state: seen, summary: '该单位此前已指定。' };
      const next = { ...seen, parts, scheduleSeq: seen.scheduleSeq + 1 };
      return { state: recordAct(next, by, now, 'unitsAssigned', { parts: act.parts }, []), summary: '已指定承办单位' };
    }
    case 'reassign':
      return reassignPart(seen, act, by, now);
    case 'decide-dispute':
      return decideDispute(seen, act, by, now);
    case 'opt-in':
      return {
        state: recordAct({ ...seen, optional: false, scheduleSeq: seen.scheduleSeq + 1 }, by, now, 'optedIn', {}, []),
        summary: '已列入选做事项',
      };
    case 'cancel': {
      if (act.reason.trim().length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
      const cleared = clearAll(seen, '任务取消');
      return {
        state: recordAct(
          { ...cleared.state, status: 'cancelled' },
          by,
          now,
          'taskCancelled',
          { reason: act.reason },
          cleared.settled,
        ),
        summary: '任务已取消',
      };
    }
    case 'amend':
      return amendEntity(seen, act.amendment, by, now);
    case 'decide-extension':
      return decideExtension(seen, act, by, now);
    case 'undo-decision':
      return undoExtension(seen, act.partId, by, now);
    case 'sign-off':
      return signOff(seen, act, by, now);
    case 'scan-signed':
      return scanSigned(seen, act, by, now);
    case 'pause':
      return pauseTask(seen, act, by, now);
    case 'resume':
      return resumeTask(seen, act, by, now);
    case 'roll-up':
      return rollUpAtDesk(seen, act, by, now);
    case 'sub-item':
      return noteSubItem(seen, act, by, now);
    case 'file-evidence':
      return fileEvidence(seen, act, by, now);
    default:
      return assertNever(act);
  }
}
