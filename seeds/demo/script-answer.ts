import type { Instant, LocalDate } from '../../domain/plan/types.ts';
import type {
  ScriptContext,
  ScriptedAnswer,
  ScriptedContact,
  ScriptedOutcome,
  ScriptedReply,
  ScriptLine,
} from './types.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Every seeded plan is in China, which has had no daylight saving since 1991. */
const ZONE_OFFSET_MS = 8 * 60 * MINUTE_MS;

/** A line is the same question however often it is asked. */
export function lineKey(line: Pick<ScriptLine, 'no' | 'title' | 'duty' | 'cycle'>): string {
  return [line.no ?? '', line.title, line.duty, line.cycle].join('|');
}

/**
 * What a scripted contact answers to one message, and how many minutes after it; null where it stays
 * silent. Pure: the same script, lines and context give the same answer.
 */
export function scriptAnswer(
  script: ScriptedContact,
  lines: readonly ScriptLine[],
  context: ScriptContext,
): ScriptedOutcome | null {
  const { behaviour } = script;
  if (behaviour.kind === 'silent' || lines.length === 0) return null;
  if (behaviour.kind === 'wrong' && context.answeredBefore === 0) {
    const text = `${naming(behaviour.taskNo, behaviour.title)}已完成60%,正在按计划推进。`;
    return { delayMinutes: behaviour.delayMinutes, replies: [{ line: 0, action: 'text', text }] };
  }

  const planned = new Set(context.planned ?? []);
  const today = localDate(context.sentAt);
  const replies: ScriptedReply[] = [];
  let delayMinutes =
    behaviour.kind === 'late'
      ? minutesOverWeekdays(context.sentAt, behaviour.delayWorkingDays)
      : behaviour.delayMinutes;
  for (const [index, line] of lines.entries()) {
    if (planned.has(lineKey(line))) continue;
    const row = rowFor(script.answers, line, today);
    if (row?.silent) continue;
    const reply = row
      ? rowReply(row, line)
      : unscriptedReply(script, line, today, context.answeredBefore + replies.length);
    if (!reply) continue;
    replies.push({ line: index, ...reply });
    if (row?.delayWorkingDays !== undefined) {
      delayMinutes = Math.max(delayMinutes, minutesOverWeekdays(context.sentAt, row.delayWorkingDays));
    }
  }
  return replies.length > 0 ? { delayMinutes, replies } : null;
}

function rowFor(answers: readonly ScriptedAnswer[], line: ScriptLine, today: LocalDate): ScriptedAnswer | undefined {
  return answers.findLast(
    (row) =>
      row.taskNo === line.no &&
      !(row.silent === 'unless-nudged' && line.rung.startsWith('nudge-')) &&
      (row.duty === undefined || row.duty === line.duty) &&
      (row.from === undefined || row.from <= today) &&
      (row.until === undefined || today < row.until),
  );
}

function rowReply(row: ScriptedAnswer, line: ScriptLine): Omit<ScriptedReply, 'line'> {
  switch (row.buttons ?? (line.duty === 'receipt' ? 'receipt' : 'text')) {
    case 'receipt':
      return { action: 'receipt' };
    case 'no-change':
      return { action: 'no-change' };
    case 'completion':
      return { action: 'claim-completion', text: row.text ?? '已按要求完成,申请办结。' };
    case 'report':
      return { action: 'report', text: row.text ?? '正在按计划推进。', progress: row.progress };
    case 'text':
      return { action: 'text', text: row.text ?? '', confirm: true };
  }
}

/** Whoever has no row for a task still answers like a conscientious liaison: signs, reports, completes on the day. */
function unscriptedReply(
  script: ScriptedContact,
  line: ScriptLine,
  today: LocalDate,
  answeredBefore: number,
): Omit<ScriptedReply, 'line'> | null {
  if (line.duty === 'receipt') return { action: 'receipt' };
  if (line.duty === 'report') {
    // Rises with every answer, so that a later report never falls below an earlier one.
    const progress = Math.min(90, 10 + answeredBefore * 5);
    return {
      action: 'report',
      progress,
      text: `${naming(line.no, line.title)}已完成${progress}%,正在按计划推进。`,
    };
  }
  const daysLeft = Math.round((Date.parse(line.dueOn) - Date.parse(today)) / DAY_MS);
  const early = line.rung === 'd7' || line.rung === 'd3' || line.rung === 'issue';
  if (!early || daysLeft <= 1) {
    return { action: 'claim-completion', text: `${naming(line.no, line.title)}已按要求完成,申请办结。` };
  }
  if (line.rung === 'issue') return null;
  // Not due yet: what the script reports about the task, so that the two never contradict each other.
  const report = rowFor(script.answers, { ...line, duty: 'report' }, today);
  if (report) return rowReply(report, line);
  const progress = daysLeft <= 5 ? 95 : 92;
  return { action: 'report', progress, text: `${naming(line.no, line.title)}已进入收尾,可按期办结。` };
}

function naming(no: string | null, title: string): string {
  return no === null ? `“${title}”` : `第${no}项`;
}

function localDate(at: Instant): LocalDate {
  return new Date(Date.parse(at) + ZONE_OFFSET_MS).toISOString().slice(0, 10);
}

/** Weekends pass over; holidays don't, for a person may well answer on one. */
function minutesOverWeekdays(from: Instant, days: number): number {
  let shifted = Date.parse(from) + ZONE_OFFSET_MS;
  const start = shifted;
  for (let left = days; left > 0;) {
    shifted += DAY_MS;
    const weekday = new Date(shifted).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return (shifted - start) / MINUTE_MS;
}
