import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { dutyKey, restoreValues, type Filing } from './filings.ts';
import { record, type Reply } from './record-reply.ts';
import { replacePart } from './settle.ts';
import type { Duty, Part, SupervisedState } from './types.ts';
import { deadlineOf } from './deadline-of.ts';

/** 撤回: an answer is taken back by its author. `itemId` null: the newest of theirs about the part. */
export interface WithdrawReading {
  kind: 'withdraw';
  itemId: string | null;
  /** The plan's policy replyUndoMinutes, known where the policy is. */
  undoMinutes: number;
}

/**
 * Takes an answer back within its minutes (policy "Undo"): values of before come back unless a later answer set
 * them, and a duty is owed again unless a later answer files it. Judged by when the withdrawal was received.
 */
export function withdrawReply(
  state: SupervisedState,
  part: Part,
  reply: Reply,
  reading: WithdrawReading,
  now: Instant,
): { state: SupervisedState; summary: string } | { refused: Refusal } {
  const filings = part.filings ?? [];
  const filing = filings.findLast(({ itemId, by }) =>
    reading.itemId === null ? by === reply.actor.id : itemId === reading.itemId,
  );
  if (!filing) return { refused: withoutFiling(part, reply, reading) };
  if (filing.by !== reply.actor.id) return { refused: refusal('REPLY_NOT_YOURS', { name: filing.byName }) };
  if (Date.parse(reply.receivedAt) - Date.parse(filing.recordedAt) > reading.undoMinutes * 60_000)
    return { refused: refusal('REPLY_STANDS', { minutes: reading.undoMinutes }) };
  if (filing.kind === 'claim-completion' && part.completion !== 'claimed')
    return { refused: refusal('REPLY_ACTED_ON') };

  const later = filings.slice(filings.indexOf(filing) + 1);
  const [next, ...others] = later;
  const restored = Object.fromEntries(
    Object.entries(filing.before).filter(([key]) => !later.some(({ before }) => key in before)),
  );
  const { duties, reopened, refiled } = dutiesWithout(part, filing, later, part.deadlineSeq + 1);
  const isOpenAgain = reopened.length > 0;
  const claim = filing.kind === 'claim-completion' && later.findLast(({ kind }) => kind === 'claim-completion');
  const changed: Part = {
    ...restoreValues(part, restored),
    ...(claim ? { claimedBy: claim.by, completionAt: claim.receivedAt } : {}),
    ...(next ? { unquantifiedRun: runWithout(part, filing, next) } : {}),
    duties,
    // Rungs of the older deadline ended with the answer: the ones to come are new.
    deadlineSeq: part.deadlineSeq + (isOpenAgain ? 1 : 0),
    ...(isReport(filing) && !later.some(isReport) ? { takenBackAt: reply.receivedAt } : {}),
    filings: [
      ...filings.slice(0, filings.indexOf(filing)),
      ...(next ? [withoutOlder(next, filing, refiled)] : []),
      ...others,
    ],
  };
  const { before, after } = { before: part.progress, after: changed.progress };
  const withdrawn = {
    ...replacePart(state, part.id, () => changed),
    scheduleSeq: state.scheduleSeq + (isOpenAgain ? 1 : 0),
  };
  const body = { itemId: filing.itemId, undoes: filing.seq, reading: filing.kind, before, after, reopened, refiled };
  return {
    state: record(withdrawn, reply, now, 'replyWithdrawn', body, []),
    summary: `已撤回,${standing(changed)}${isOpenAgain ? ',原事项仍待办理' : ''}`,
  };
}

const isReport = ({ kind }: Filing): boolean => kind !== 'receipt' && kind !== 'correction';

function withoutFiling(part: Part, reply: Reply, { itemId, undoMinutes }: WithdrawReading): Refusal {
  const { standing: report } = part;
  if (report && report.by !== reply.actor.id && (itemId === null || itemId === part.lastItemId))
    return refusal('REPLY_NOT_YOURS', { name: report.byName });
  return refusal('REPLY_STANDS', { minutes: undoMinutes });
}

/** What the withdrawn answer filed: owed again, or filed by a later answer, late by that one's receipt. */
function dutiesWithout(
  part: Part,
  filing: Filing,
  later: Filing[],
  seq: number,
): { duties: Duty[]; reopened: string[]; refiled: string[] } {
  const reopened: string[] = [];
  const refiled: string[] = [];
  const duties = part.duties.map((duty) => {
    // Filed by something else: an earlier answer that was applied after it.
    if (!filing.met.includes(dutyKey(duty)) || duty.filedAt !== filing.receivedAt) return duty;
    const other = later.find((one) => files(one, duty));
    if (other) {
      refiled.push(dutyKey(duty));
      return { ...duty, filedAt: other.receivedAt, late: other.receivedAt > deadlineOf(duty).redAt };
    }
    reopened.push(dutyKey(duty));
    const { filedAt: _at, late: _late, ...open } = duty;
    return { ...open, seq };
  });
  return { duties, reopened, refiled };
}

function files({ kind, receivedAt }: Filing, duty: Duty): boolean {
  if (duty.kind === 'completion') return kind === 'claim-completion';
  if (duty.kind === 'receipt') return kind !== 'correction';
  return kind !== 'receipt' && kind !== 'correction' && duty.openFrom <= receivedAt;
}

/** The later answer stands on what the withdrawn one stood on, and files what it filed. */
const withoutOlder = (next: Filing, filing: Filing, refiled: string[]): Filing => ({
  ...next,
  before: {
    ...next.before,
    ...Object.fromEntries(Object.entries(filing.before).filter(([key]) => key in next.before)),
  },
  met: [...next.met, ...refiled],
});

/** Of two unquantified reports the withdrawn one doesn't count. */
function runWithout(part: Part, filing: Filing, next: Filing): number {
  const [first, second] = [filing.before.unquantifiedRun, next.before.unquantifiedRun];
  const run = part.unquantifiedRun ?? 0;
  if (typeof first !== 'number') return run;
  if (typeof second !== 'number') return first;
  return second > first && run > second ? run - 1 : run;
}

const standing = ({ progress, lastWords }: Part): string =>
  progress !== null ? `恢复为此前登记的进度${progress}%` : lastWords !== null ? '恢复为此前登记的内容' : '此前没有登记';
