import { findDates } from '../dates.ts';
import type { Outline, Section } from '../outline-types.ts';
import type { DraftPhase } from '../phases/draft-phase.ts';
import type { Findings } from '../questions.ts';
import type { PlanPhase } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import { oddWindows, phaseLines } from './phase-shape.ts';

interface Read {
  outline: Outline;
  simplified: string;
  year: number | null;
  found: readonly DraftPhase[];
  phases: readonly PlanPhase[];
  printed: (span: Span) => string;
}

const COUNTED = /分(?:为|成)?([二两三四五六])个?(?:大)?(?:阶段|步骤|步)(?:进行|实施|推进|开展)?/;
const COUNT: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

/** The second look at the phases: as many as the plan says, and no window left over in their section. */
export function askPhaseDoubts({ ask }: Findings, { outline, simplified, year, found, phases, printed }: Read): void {
  const said = COUNTED.exec(simplified);
  const count = COUNT[said?.[1] ?? ''] ?? found.length;
  if (said && count !== found.length && found.length > 0)
    ask(
      {
        code: 'contradiction',
        path: '/phases',
        text: `文中称“${said[0]}”,读到${found.length}个阶段,是否读全?`,
        proposal: null,
        reason: '阶段的个数与文中所说不符。',
        matters: true,
      },
      { start: said.index, end: said.index + said[0].length },
    );
  for (const { index, reason } of oddWindows(simplified, phases, found))
    ask(
      {
        code: 'ambiguous-date',
        path: `/phases/${index}/start`,
        text: `“${phases[index]?.name ?? ''}”的起止时间是否读全?`,
        proposal: phases[index]?.start ?? null,
        reason,
        matters: true,
      },
      found[index]?.dates ?? found[index]?.name ?? null,
    );
  if (found.length > 0)
    for (const at of phaseLines(simplified, found))
      ask(
        {
          code: 'ambiguous-date',
          path: '/phases',
          text: `“${printed(at).trim()}”是否为一个阶段?`,
          proposal: null,
          reason: '写法像阶段及其起止时间,但没有作为阶段读入。',
          matters: false,
        },
        at,
        true,
      );
  const taken = found.flatMap(({ dates, name }) => [...(dates ? [dates] : []), name]);
  for (const at of windowsIn(outline, simplified, year)) {
    if (taken.some(({ start, end }) => start < at.end && end > at.start)) continue;
    ask(
      {
        code: 'ambiguous-date',
        path: '/phases',
        text: `“${printed(at)}”是否为某一阶段的起止时间?`,
        proposal: null,
        reason: '此处的起止时间没有归入任何阶段。',
        matters: false,
      },
      at,
      true,
    );
  }
}

/** Spans of time, from one date to another, in the sections of phases. */
function windowsIn({ sections }: Outline, simplified: string, year: number | null): Span[] {
  return sections
    .filter(({ role, children }: Section) => role === 'phases' || children.some((child) => child.role === 'phases'))
    .flatMap(({ whole }) =>
      findDates(simplified.slice(whole.start, whole.end), year)
        .filter(({ from, to }) => from !== null && to !== null && from !== to)
        .map(({ span }) => ({ start: whole.start + span.start, end: whole.start + span.end })),
    );
}
