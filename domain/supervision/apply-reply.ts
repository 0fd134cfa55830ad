import { assertNever } from '../assert-never.ts';
import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { askExtension } from './ask-extension.ts';
import { claimCompletion } from './claim-completion.ts';
import { confirmRollUp } from './confirm-roll-up.ts';
import { correctReport, hasReport } from './correct-report.ts';
import { keptWords } from './kept-words.ts';
import { disputeDuty, isWordless } from './dispute-duty.ts';
import { fileDuties } from './file-duties.ts';
import { recentFigures } from './figures.ts';
import { fileReport, blocked } from './file-report.ts';
import { isRetractable, withFiling } from './filings.ts';
import { hasSeen, withSeen } from './seen-items.ts';
import type { ReadingKind } from './reading.ts';
import { record, type Reply } from './record-reply.ts';
import { reportNoChange } from './report-no-change.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';
import { withdrawReply } from './withdraw-reply.ts';

export type { Reply } from './record-reply.ts';

export interface Applied {
  state: SupervisedState;
  outcome: 'recorded' | 'older' | 'seen';
  summary: string;
}

/** Readings that put values in the place of others. A receipt or kept words between two reports make neither of them old. */
const OVERWRITES: readonly ReadingKind[] = ['report', 'correction', 'no-change', 'claim-completion', 'coordination'];

/** What one reply does to a state. A refusal leaves the state as it was; the caller puts it on record. */
export function applyReply(state: SupervisedState, reply: Reply, now: Instant): Applied | { refused: Refusal } {
  if (hasSeen(state, reply.itemId)) return { state, outcome: 'seen', summary: '此前已登记。' };
  const part = state.parts.find(({ id }) => id === reply.partId);
  if (!part && state.status === 'open' && state.formerParts?.some(({ id }) => id === reply.partId))
    return underFormerPart(state, reply, now);
  const refused = refuse(state, part);
  if (refused) return { refused };
  const known = part as Part;

  if (isWordless(reply.reading)) return { refused: refusal('REASON_REQUIRED') };

  const seen = withSeen(state, reply.itemId);
  if (!OVERWRITES.includes(reply.reading.kind)) return recorded(known, decide(seen, known, reply, now), reply, now);
  if (known.lastReceivedAt && reply.receivedAt < known.lastReceivedAt) {
    return {
      state: older(seen, known, reply, now),
      outcome: 'older',
      summary: '已留存。此后已有更新的登记,未作改动。',
    };
  }
  const touched = replacePart(seen, known.id, (p) => ({
    ...p,
    lastReceivedAt: reply.receivedAt,
    lastItemId: reply.itemId,
  }));
  return recorded(known, decide(touched, known, reply, now), reply, now);
}

type Decided = { state: SupervisedState; summary: string } | { refused: Refusal };

function recorded(before: Part, decided: Decided, reply: Reply, now: Instant): Applied | { refused: Refusal } {
  if ('refused' in decided) return decided;
  const { state, summary } = decided;
  const after = isRetractable(reply.reading.kind)
    ? withFiling(before, standingBy(state, reply, before), reply, now)
    : state;
  return {
    outcome: 'recorded',
    state: { ...after, parts: recentFigures(after.parts) },
    summary,
  };
}

/** Whose report stands from now on; a correction says so itself. */
function standingBy(state: SupervisedState, { partId, actor, reading }: Reply, before: Part): SupervisedState {
  if (reading.kind === 'receipt' || (reading.kind === 'correction' && hasReport(before))) return state;
  return replacePart(state, partId, (part) => {
    const after: Part = { ...part, standing: { by: actor.id, byName: actor.name, version: 1 } };
    delete after.takenBackAt;
    return after;
  });
}

export const KEPT_UNDER_FORMER_PART = '你单位已不再承担该项任务;所报内容已留存。';

/** Its part was withdrawn while it was on its way: what was said is kept under that part, and nothing is owed any more. */
const underFormerPart = (state: SupervisedState, reply: Reply, now: Instant): Applied => ({
  state: record(withSeen(state, reply.itemId), reply, now, 'replyToFormerPart', { reading: reply.reading }, []),
  outcome: 'recorded',
  summary: KEPT_UNDER_FORMER_PART,
});

/** Came after a newer one was applied: it overwrites nothing, but what was owed when it was received is filed. */
function older(state: SupervisedState, part: Part, reply: Reply, now: Instant): SupervisedState {
  const { reading, receivedAt } = reply;
  if (reading.kind === 'coordination') return record(state, reply, now, 'replyOlder', { reading }, []);
  const filed = fileDuties(state, part.id, ['receipt', 'report'], receivedAt, '已报送');
  const next = replacePart(filed.state, part.id, (p) => ({
    ...p,
    receiptAt: p.receiptAt ?? receivedAt,
    lastReportAt: p.lastReportAt !== null && p.lastReportAt > receivedAt ? p.lastReportAt : receivedAt,
    recovering: p.recovering || filed.wasRed,
  }));
  return record(next, reply, now, 'replyOlder', { reading, filed: filed.filed, late: filed.late }, filed.settled);
}

function refuse(state: SupervisedState, part: Part | undefined): Refusal | null {
  if (state.status === 'closed') return refusal('TASK_CLOSED', { status: '办结' });
  if (state.status === 'cancelled') return refusal('TASK_CLOSED', { status: '取消' });
  if (!part) return refusal('PART_UNKNOWN', { unit: '' });
  if (part.completion === 'accepted') return refusal('TASK_CLOSED', { status: '办结' });
  if (state.status === 'waiting') return refusal('PHASE_NOT_OPEN');
  return null;
}

function decide(state: SupervisedState, part: Part, reply: Reply, now: Instant): Decided {
  const { reading } = reply;
  switch (reading.kind) {
    case 'receipt': {
      if (part.receiptAt !== null)
        return { state: record(state, reply, now, 'receiptRepeated', {}, []), summary: '此前已签收。' };
      const filed = fileDuties(state, part.id, ['receipt'], reply.receivedAt, '已签收');
      const next = replacePart(filed.state, part.id, (p) => ({
        ...p,
        receiptAt: reply.receivedAt,
        // Red turns yellow when filed (policy "Lights"), whatever it was that was late.
        recovering: p.recovering || filed.wasRed,
      }));
      return {
        state: record(next, reply, now, 'receiptGiven', { late: filed.late }, filed.settled),
        summary: '已签收',
      };
    }
    case 'report':
      return fileReport(state, part, reply, reading, now);
    case 'no-change':
      return reportNoChange(state, part, reply, reading, now);
    case 'claim-completion':
      return claimCompletion(state, part, reply, reading, now);
    case 'correction':
      return hasReport(part)
        ? correctReport(state, part, reply, reading, now)
        : fileReport(state, part, reply, { ...reading, kind: 'report' }, now);
    case 'withdraw':
      return withdrawReply(state, part, reply, reading, now);
    case 'ask-extension':
      return askExtension(state, part, reply, reading, now);
    case 'roll-up':
      return confirmRollUp(state, {
        part,
        reading,
        receivedAt: reply.receivedAt,
        record: (next, kind, body, settled) => record(next, reply, now, kind, body, settled),
      });
    case 'coordination':
      return {
        state: record(
          replacePart(state, part.id, (p) => ({
            ...p,
            ...blocked(p, keptWords(reading.words) || '提请协调', reply.receivedAt),
          })),
          reply,
          now,
          'coordinationAsked',
          { words: reading.words },
          [],
        ),
        summary: '已提请协调,办公室将在3个工作日内答复',
      };
    case 'dispute':
      return disputeDuty(state, part, reply, reading.reason, now);
    case 'kept-words':
      return {
        state: record(state, reply, now, 'wordsKept', { words: reading.words }, []),
        summary: '原话已留存,未改动进度',
      };
    default:
      return assertNever(reading);
  }
}
