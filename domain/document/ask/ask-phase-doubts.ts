import type { PlanPhase } from '../../plan/types.ts';
import type { Outline } from '../outline-types.ts';
import { announcements, type Announcement } from '../phases/announcements.ts';
import type { DraftPhase } from '../phases/draft-phase.ts';
import type { Findings } from '../questions.ts';
import type { Span } from '../types.ts';
import { leftWindows } from './left-windows.ts';
import { isPartOfPhase } from './part-of-phase.ts';
import { brokenCount } from './phase-count.ts';
import { oddWindows, phaseLines } from './phase-shape.ts';

interface Read {
  outline: Outline;
  simplified: string;
  year: number | null;
  found: readonly DraftPhase[];
  phases: readonly PlanPhase[];
  printed: (span: Span) => string;
}

/** 分三个阶段 says how many there are; 分别在申报、审核两个环节 doesn't. */
const SAYS_HOW_MANY = /^分(?:为|成|作|以下|下列|如下|[二两三四五六七八2-8])/;

/** What the plan says of the number of its phases, where that is another; a task may have steps of its own. */
function otherCount({ outline, simplified, found }: Read): Announcement | null {
  const within = (spans: readonly Span[], { at }: Announcement): boolean =>
    spans.some(({ start, end }) => start <= at.start && at.end <= end);
  const aside = [
    ...found.map(({ body }) => body),
    ...outline.sections.filter(({ role }) => role === 'tasks').map(({ whole }) => whole),
  ];
  const said = announcements(simplified).filter(
    (one) => SAYS_HOW_MANY.test(simplified.slice(one.at.start, one.at.end)) && !within(aside, one),
  );
  return said.some(({ count }) => count === found.length) ? null : (said[0] ?? null);
}

/** The second look at the phases: as many as the plan says, counted without a gap, and no window left over. */
export function askPhaseDoubts({ ask }: Findings, read: Read): void {
  const { simplified, found, phases, printed } = read;
  if (found.length === 0) return;
  const other = otherCount(read);
  if (other)
    ask(
      {
        code: 'contradiction',
        path: '/phases',
        text: `文中称“${printed(other.at)}”,读到${found.length}个阶段,是否读全?`,
        proposal: null,
        reason: '阶段的个数与文中所说不符。',
        matters: true,
      },
      other.at,
    );
  const broken = other ? null : brokenCount(simplified, found);
  if (broken)
    ask(
      {
        code: 'contradiction',
        path: '/phases',
        text: `“${phases[broken.index]?.name ?? ''}”之前是否还有阶段?`,
        proposal: null,
        reason: `序号“${broken.printed}”与前面的阶段不连续,可能有脱漏或颠倒。`,
        matters: true,
      },
      found[broken.index]?.name ?? null,
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
  for (const at of phaseLines(simplified, found).filter((line) => !isPartOfPhase(read, line)))
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
  for (const at of leftWindows(read))
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
