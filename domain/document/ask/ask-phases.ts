import { daysBetween, firstDayOf, lastDayOf } from '../../calendar/local-date.ts';
import { undatedPhases } from '../../plan/propose-phases.ts';
import type { PlanPhase } from '../../plan/types.ts';
import type { DraftPhase } from '../phases/draft-phase.ts';
import type { Findings } from '../questions.ts';
import { askWindow, type AskedPhases } from './ask-window.ts';

type Place = DraftPhase['name'] | null;

/** Phases that meet in one month, named in both windows, follow each other. */
const SHARED_DAYS = 31;

/** Missing phases, missing or doubtful dates, dates that overlap or are out of order. */
export function askPhases({ ask }: Findings, { phases, issuedOn }: AskedPhases, found: readonly DraftPhase[]): void {
  if (found.length === 0)
    ask(
      {
        code: 'no-phases',
        path: '/phases',
        text: '方案没有写明阶段,是否按部署、实施、迎检三个阶段推进?',
        proposal: undatedPhases(),
        reason: '文中没有读到带时间的实施步骤;三个阶段的起止时间在排定日期时给出。',
        matters: true,
      },
      null,
    );
  phases.forEach((phase, at) => {
    const draft = found[at];
    if (!draft) return;
    askWindow({ ask }, { phases, issuedOn }, at, draft);
    askOrder({ ask }, phases[at - 1], phase, at, draft.dates);
  });
}

function askOrder(
  { ask }: Pick<Findings, 'ask'>,
  before: PlanPhase | undefined,
  phase: PlanPhase,
  at: number,
  dates: Place,
): void {
  if (!phase.start || !phase.end) return;
  const turned = lastDayOf(phase.end) < firstDayOf(phase.start);
  if (!turned && (!before?.end || !before.start)) return;
  if (
    turned ||
    firstDayOf(phase.start) < firstDayOf(before?.start ?? phase.start) ||
    lastDayOf(phase.end) < lastDayOf(before?.end ?? phase.end)
  )
    ask(
      {
        code: 'phase-order',
        path: `/phases/${at}`,
        text: `“${phase.name}”的时间是否有误?`,
        proposal: null,
        reason: '起止时间颠倒,或早于前一阶段。',
        matters: true,
      },
      dates,
    );
  else if (before?.end && daysBetween(firstDayOf(phase.start), lastDayOf(before.end)) >= SHARED_DAYS)
    ask(
      {
        code: 'phase-overlap',
        path: `/phases/${at}/start`,
        text: `“${phase.name}”与前一阶段时间重叠,是否照此执行?`,
        proposal: phase.start,
        reason: `前一阶段到${before.end}才结束。`,
        matters: false,
      },
      dates,
    );
}
