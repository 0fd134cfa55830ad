import { DateTime } from 'luxon';
import type { Instant, LocalDate } from '../plan/types.ts';
import { blockerIn } from './understand/blocker.ts';
import { clausesOf, isQuestion, normalise } from './understand/clauses.ts';
import { expectedDateIn } from './understand/dates.ts';
import { claimsDone } from './understand/done.ts';
import { progressIn } from './understand/percent.ts';

export interface PlainReading {
  progress: number | null;
  done: boolean;
  expectedOn: LocalDate | null;
  blocker: string | null;
  /** 已完成, 申请办结: goes to the office as a claim. */
  claims: boolean;
  /** 正在有序推进 and the like: words without measurable content. */
  vague: boolean;
  kind: 'report' | 'claim-completion' | 'words';
}

const NOTHING: PlainReading = {
  progress: null,
  done: false,
  expectedOn: null,
  blocker: null,
  claims: false,
  vague: false,
  kind: 'words',
};

const VAGUE =
  /(有序|积极|稳步|扎实|全面|持续|深入|按计划|按要求|加快|抓紧|大力|正在|正|继续|稳妥)(地)?(推进|开展|进行|落实|实施|办理|组织|筹备|抓好|部署)|进展顺利|推进中|进行中|办理中|按计划进行|高度重视/;

/**
 * What a typed reply plainly says; whatever is doubtful stays null and is asked about on the card. Plain
 * cases only: done, N %, a date, a blocker word. `receivedOn` is the writer's local day.
 */
export function understandPlain(text: string, { receivedOn }: { receivedOn: LocalDate }): PlainReading {
  const normalised = normalise(text);
  if (isQuestion(normalised)) return NOTHING;
  const clauses = clausesOf(normalised);
  const progress = progressIn(clauses);
  const expectedOn = expectedDateIn(clauses, receivedOn);
  const blocker = blockerIn(clauses);
  const claimed = claimsDone(normalised, clauses);
  // A claim beside a lower figure or a blocker contradicts itself: neither is taken for certain.
  const conflict =
    claimed && (progress.doubtful || blocker !== null || (progress.value !== null && progress.value < 100));
  const done = claimed && !conflict;
  const value = conflict ? null : progress.value;
  const found = value !== null || expectedOn !== null || blocker !== null;
  return {
    progress: value,
    done,
    expectedOn,
    blocker,
    claims: done,
    vague: !done && !found && VAGUE.test(normalised) && !clauses.some((clause) => /\d/.test(clause)),
    kind: done ? 'claim-completion' : found ? 'report' : 'words',
  };
}

/** The writer's local day of an instant. */
export const localDayOf = (at: Instant, zone: string): LocalDate =>
  DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd');
