import type { Instant } from '../plan/types.ts';
import type { ReadingKind } from './reading.ts';
import type { Reply } from './record-reply.ts';
import type { Duty, Part, SupervisedState } from './types.ts';

/** What an answer may put in the place of something else; `before` of a filing holds those that it did. */
const VALUES = [
  'receiptAt',
  'progress',
  'lastWords',
  'lastReportAt',
  'lastItemId',
  'expectedOn',
  'blocker',
  'blockerSince',
  'unquantifiedRun',
  'noChangeRun',
  'completion',
  'claimedBy',
  'completionAt',
  'returnedWith',
  'recovering',
  'lastReceivedAt',
  'request',
  'standing',
  'takenBackAt',
  'figures',
] as const;

export type FiledValues = Partial<Pick<Part, (typeof VALUES)[number]>>;

/** What one answer changed, kept as long as its author may take it back (policy "Undo"). */
export interface Filing {
  /** Of the inbox item that brought it. */
  itemId: string;
  /** Of its Event in the entity's chain. */
  seq: number;
  kind: ReadingKind;
  by: string;
  byName: string;
  receivedAt: Instant;
  /** The minutes count from here: before the confirmation nothing was registered. */
  recordedAt: Instant;
  /** Values as they stood, of those that it set; null: there was none. */
  before: { [K in keyof FiledValues]: FiledValues[K] | null };
  /** `kind/cycle` of the duties that it filed: they stay in the state as long as this does. */
  met: string[];
}

/** The report that stands for a part: whose it is, and the version to which corrections have brought it. */
export interface StandingReport {
  by: string;
  byName: string;
  version: number;
}

/** Answers that their author may take back; what went to the office in words is answered there. */
const RETRACTABLE: readonly ReadingKind[] = ['receipt', 'report', 'correction', 'no-change', 'claim-completion'];
export const isRetractable = (kind: ReadingKind): boolean => RETRACTABLE.includes(kind);

/** Filings stay this long, whatever a plan's policy grants. */
const KEPT_MS = 30 * 60_000;

/** No more than so many stay in an entity: of a group's answers all at once the newest; the others can be corrected. */
const KEPT_COUNT = 6;

/** The state with this answer's filing, so that it can be taken back; older ones go. */
export function withFiling(
  before: Part,
  state: SupervisedState,
  reply: Pick<Reply, 'itemId' | 'actor' | 'receivedAt' | 'reading'>,
  now: Instant,
): SupervisedState {
  const parts = state.parts.map((part) => {
    if (part.id !== before.id) return part;
    const filing: Filing = {
      itemId: reply.itemId,
      seq: state.eventSeq,
      kind: reply.reading.kind,
      by: reply.actor.id,
      byName: reply.actor.name,
      receivedAt: reply.receivedAt,
      recordedAt: now,
      before: changedValues(before, part, said(reply)),
      met: before.duties.filter((duty) => duty.filedAt === undefined && isFiledNow(part, duty)).map(dutyKey),
    };
    return { ...part, filings: [...(part.filings ?? []), filing] };
  });
  return { ...state, parts: recentOnly(parts, now) };
}

/** Parts without the filings that nobody can take back any more. */
export function recentOnly(parts: Part[], now: Instant): Part[] {
  const all = parts.flatMap(({ filings = [] }) => filings);
  if (all.length === 0) return parts;
  const kept = new Set(
    all
      .filter(({ recordedAt }) => Date.parse(now) - Date.parse(recordedAt) <= KEPT_MS)
      .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
      .slice(-KEPT_COUNT)
      .map(({ itemId }) => itemId),
  );
  if (kept.size === all.length) return parts;
  return parts.map(({ filings = [], ...part }) => {
    const left = filings.filter(({ itemId }) => kept.has(itemId));
    return left.length === 0 ? part : { ...part, filings: left };
  });
}

export const dutyKey = ({ kind, cycle }: Pick<Duty, 'kind' | 'cycle'>): string => `${kind}/${cycle}`;

/** An answer that can still be taken back filed it: the duty is needed to open it again. */
export const mayReopen = ({ filings = [] }: Part, duty: Duty): boolean =>
  filings.some(({ met }) => met.includes(dutyKey(duty)));

const isFiledNow = (part: Part, { kind, cycle }: Duty): boolean =>
  part.duties.some((duty) => duty.kind === kind && duty.cycle === cycle && duty.filedAt !== undefined);

/** Set by the answer even where it says what was said before: taking an earlier one back must not take this too. */
function said({ reading }: Pick<Reply, 'reading'>): readonly (keyof FiledValues)[] {
  switch (reading.kind) {
    case 'receipt':
      return ['receiptAt'];
    case 'no-change':
      return ['noChangeRun'];
    case 'claim-completion':
      return ['completion', 'claimedBy', 'completionAt', 'progress'];
    case 'report':
    case 'correction':
      return [
        'lastWords',
        'blocker',
        'blockerSince',
        'unquantifiedRun',
        'noChangeRun',
        ...(reading.progress !== null || reading.done ? (['progress'] as const) : []),
        ...(reading.expectedOn !== null ? (['expectedOn'] as const) : []),
        ...(reading.figures?.some(({ kind }) => kind === 'total') ? (['figures'] as const) : []),
      ];
    default:
      return [];
  }
}

function changedValues(before: Part, after: Part, always: readonly (keyof FiledValues)[]): Filing['before'] {
  return Object.fromEntries(
    VALUES.filter((key) => always.includes(key) || JSON.stringify(before[key]) !== JSON.stringify(after[key])).map(
      (key) => [key, before[key] ?? null],
    ),
  );
}

const OPTIONAL: readonly string[] = ['blockerSince', 'request', 'standing', 'takenBackAt', 'figures'];

/** Puts values back into a part; an optional one that there wasn't leaves it. */
export function restoreValues(part: Part, values: Filing['before']): Part {
  const entries = Object.entries(values);
  const gone = entries.filter(([key, value]) => value === null && OPTIONAL.includes(key)).map(([key]) => key);
  return Object.fromEntries(
    Object.entries({ ...part, ...values }).filter(([key]) => !gone.includes(key)),
  ) as unknown as Part;
}
