import { addDays, lastDayOf, firstDayOf } from '../../calendar/local-date.ts';
import type { PlanPhase, PrintedDate } from '../../plan/types.ts';
import type { DraftPhase, WindowDoubt } from '../phases/draft-phase.ts';
import type { Findings } from '../questions.ts';

export interface AskedPhases {
  phases: readonly PlanPhase[];
  issuedOn: PrintedDate | null;
}

/** The day, month or year after a printed one. */
const after = (date: PrintedDate): PrintedDate => addDays(lastDayOf(date), 1).slice(0, date.length);
const before = (date: PrintedDate): PrintedDate => addDays(firstDayOf(date), -1).slice(0, date.length);

/** What stands in for a missing end of a window: what the phases beside it leave. */
function beside(
  { phases, issuedOn }: AskedPhases,
  at: number,
  key: 'start' | 'end',
  fromIssue: boolean,
): PrintedDate | null {
  if (key === 'end') {
    const next = phases[at + 1]?.start ?? null;
    return next && before(next);
  }
  if (fromIssue || at === 0) return issuedOn;
  const last = phases[at - 1]?.end ?? null;
  return last && after(last);
}

const REASONS: Record<Exclude<WindowDoubt, 'from-issue' | 'festival' | 'no-year'>, string> = {
  'year-moved': '原文只印月份,未印年份;按前后阶段的先后推定为下一年。',
  'year-guessed': '原文只印月份,未印年份,也没有读到印发日期;按文中最先出现的年份推定。',
  'whole-year': '原文写作全年,按方案所在年份推定起止。',
  'single-day': '原文在阶段名称之后只写了一天,可能是会议或报送的日期。',
};

/** A window with an end missing, with what may stand there, or one that was not read for certain. */
export function askWindow(
  { ask }: Pick<Findings, 'ask'>,
  asked: AskedPhases,
  at: number,
  { doubt, dates, name }: DraftPhase,
): void {
  const phase = asked.phases[at];
  if (!phase) return;
  if (!phase.start || !phase.end) {
    const key = phase.start ? 'end' : 'start';
    const proposal = beside(asked, at, key, doubt === 'from-issue');
    const fits = proposal !== null && (key === 'end' || !phase.end || firstDayOf(proposal) <= lastDayOf(phase.end));
    ask(
      {
        code: 'phase-without-dates',
        path: `/phases/${at}/${key}`,
        text: `“${phase.name}”的起止时间是什么?`,
        proposal: fits ? proposal : null,
        reason: missing(phase, doubt),
        matters: true,
      },
      dates ?? name,
    );
    return;
  }
  if (doubt === null || doubt === 'from-issue' || doubt === 'festival' || doubt === 'no-year') return;
  ask(
    {
      code: 'ambiguous-date',
      path: `/phases/${at}/start`,
      text: `“${phase.name}”是否自${said(phase.start)}起、到${said(phase.end)}止?`,
      proposal: phase.start,
      reason: REASONS[doubt],
      matters: doubt !== 'whole-year',
    },
    dates ?? name,
  );
}

function missing({ start, end }: PlanPhase, doubt: WindowDoubt | null): string {
  if (doubt === 'from-issue') return '原文写作自印发之日起,以印发日期为准。';
  if (doubt === 'festival') return '原文以节日为限,没有写明日期。';
  if (doubt === 'no-year') return '只读到月份,全文没有年份。';
  return start || end ? '只读到起止时间中的一个。' : '没有读到起止时间。';
}

/** 2024-03-01 → 2024年3月1日 */
const said = (date: PrintedDate): string =>
  date
    .split('-')
    .map((part, at) => `${Number(part)}${at === 0 ? '年' : at === 1 ? '月' : '日'}`)
    .join('');
