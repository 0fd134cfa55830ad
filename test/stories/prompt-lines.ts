import type { Prompt } from '../../prisma/generated/client.ts';
import { partNames, type PartNames } from './part-name.ts';
import type { Stage } from './stage.ts';
import type { StoryClock } from './story-time.ts';

const AUDIENCES: Record<string, string> = {
  liaison: '',
  'section-head': '→科长',
  supervisor: '→分管',
  office: '→办公室',
};
const DUTIES = ['receipt', 'report', 'completion'];

/**
 * Every rung that came due or ended, one line for each part, duty and cycle, oldest first:
 * `科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15 withdrawn 12-24 10:00 已报送`.
 * `→科长` and so on: not to the liaison; `#2`: of the second deadline; the instant after an outcome is when it
 * was reached, where that is not the rung's own; neighbours that ended alike share their end.
 */
export async function promptLines(stage: Stage): Promise<string[]> {
  const names = await partNames(stage);
  const rows = await stage.world.h.prisma.prompt.findMany({ where: { planId: { in: stage.planIds } } });
  const order = names.states.map(({ entityId }) => entityId);
  const groups = Map.groupBy(rows, ({ entityId, partId, duty, cycle }) => [entityId, partId, duty, cycle].join('|'));
  return [...groups.values()]
    .map((group) => group.sort(byTime))
    .sort((a, b) => compare(keyOf(a[0], order), keyOf(b[0], order)))
    .map((group) => lineOf(group, names, stage.time));
}

const byTime = (a: Prompt, b: Prompt): number =>
  a.deadlineSeq - b.deadlineSeq || a.slotAt.getTime() - b.slotAt.getTime() || (a.rung < b.rung ? -1 : 1);

const keyOf = (prompt: Prompt | undefined, order: string[]): (string | number)[] =>
  prompt
    ? [
        order.indexOf(prompt.entityId),
        Number(prompt.partId.replace(/\D/g, '')),
        DUTIES.indexOf(prompt.duty),
        prompt.cycle,
      ]
    : [];

function compare(a: (string | number)[], b: (string | number)[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    if (other !== undefined && value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

function lineOf(group: Prompt[], names: PartNames, time: StoryClock): string {
  const [first] = group as [Prompt];
  const steps: { rungs: string[]; end: string }[] = [];
  for (const prompt of group) {
    const end = endOf(prompt, time);
    const last = steps.at(-1);
    if (last?.end === end) last.rungs.push(rungOf(prompt, time));
    else steps.push({ rungs: [rungOf(prompt, time)], end });
  }
  const cycle = first.cycle === 'once' ? '' : ` ${first.cycle}`;
  const ladder = steps.map(({ rungs, end }) => `${rungs.join(', ')} ${end}`).join('; ');
  return `${names.of(first.entityId, first.partId)} ${first.duty}${cycle}: ${ladder}`;
}

const rungOf = ({ rung, deadlineSeq, audience, slotAt }: Prompt, time: StoryClock): string =>
  `${rung}${deadlineSeq > 1 ? `#${deadlineSeq}` : ''}${AUDIENCES[audience] ?? `→${audience}`} ${time.text(slotAt)}`;

function endOf({ status, reason, slotAt, settledAt }: Prompt, time: StoryClock): string {
  const slot = time.text(slotAt);
  const ended = settledAt === null ? slot : time.text(settledAt);
  return [status, ...(ended === slot ? [] : [ended]), ...(reason === null ? [] : [reason])].join(' ');
}
