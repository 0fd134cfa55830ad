import { firstDayOf, lastDayOf } from '../../calendar/local-date.ts';
import { undatedPhases } from '../../plan/propose-phases.ts';
import type { PlanPhase } from '../../plan/types.ts';
import type { DraftPhase } from '../phases/draft-phase.ts';
import type { Findings } from '../questions.ts';

/** Missing phases, missing dates, dates that overlap or are out of order. */
export function askPhases({ ask }: Findings, phases: readonly PlanPhase[], found: readonly DraftPhase[]): void {
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
    const { name = null, dates = null } = found[at] ?? {};
    const before = phases[at - 1];
    if (!found[at]) return;
    if (!phase.start || !phase.end)
      ask(
        {
          code: 'phase-without-dates',
          path: `/phases/${at}/${phase.start ? 'end' : 'start'}`,
          text: `“${phase.name}”的起止时间是什么?`,
          proposal: null,
          reason: phase.start || phase.end ? '只读到起止时间中的一个。' : '没有读到起止时间。',
          matters: true,
        },
        dates ?? name,
      );
    if (!before?.end || !before.start || !phase.start || !phase.end) return;
    if (
      firstDayOf(phase.start) < firstDayOf(before.start) ||
      lastDayOf(phase.end) < lastDayOf(before.end) ||
      lastDayOf(phase.end) < firstDayOf(phase.start)
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
    else if (firstDayOf(phase.start) <= firstDayOf(before.end))
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
  });
}
