import { itemLabel, shorten } from '../../domain/chat/item-label.ts';
import { dayText, fullDayText } from '../../domain/chat/local-text.ts';
import type { RedatedDate, RedatedPlan } from '../../domain/plan/redate-types.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import type { RedatePreview } from '../../web/api.ts';
import { effectiveSpan, printedOf, printedText } from './views/plan-row.ts';

type Row = RedatePreview['rows'][number];

const moved = ({ printed, effective }: RedatedDate): boolean => printed === null || !effective.startsWith(printed.text);

/** Old beside new, line by line; what never moves stands at the end. */
export function redateRows(facts: PlanFacts, { phases, period, tasks, targets }: RedatedPlan): Row[] {
  const row = (what: string, printed: string, effective: string, isMoved: boolean): Row => ({
    what,
    printed,
    effective,
    moved: isMoved,
  });
  return [
    row('方案期限', printedOf(period), effectiveSpan(period), moved(period.start) || moved(period.end)),
    ...phases.map((phase) =>
      row(
        `${phase.name}${phase.proposed ? '(拟定)' : ''}`,
        printedOf(phase),
        effectiveSpan(phase),
        moved(phase.start) || moved(phase.end),
      ),
    ),
    ...tasks
      .filter(({ dueFrom }) => dueFrom === 'task')
      .map(({ at, due }) =>
        row(taskName(facts, at), printedText(due.printed?.text ?? null), fullDayText(due.effective), moved(due)),
      ),
    ...targets.flatMap(({ at, by, baseline }) => {
      const name = `指标:${shorten(facts.targets[at]?.name ?? '', 20)}`;
      return [
        ...(by ? [row(name, printedText(by.printed?.text ?? null), fullDayText(by.effective), moved(by))] : []),
        ...(baseline
          ? [
              row(
                `${name}(基数)`,
                baseline.printed,
                `${baseline.effective}${baseline.emptied ? '(待填)' : ''}`,
                baseline.printed !== baseline.effective,
              ),
            ]
          : []),
      ];
    }),
    ...(facts.docNumber === null && facts.issuedOn === null
      ? []
      : [
          row(
            '发文字号、印发日期',
            [facts.docNumber, printedText(facts.issuedOn)].filter(Boolean).join(','),
            '不变',
            false,
          ),
        ]),
  ];
}

function taskName(facts: PlanFacts, at: number): string {
  const task = facts.tasks[at];
  return task ? itemLabel(task.no, task.title) : '';
}

/** 顺延17年,2026年11月23日至2028年7月31日。 */
export function redateSummary({ mode, yearsMoved, period, activeFrom }: RedatedPlan): string {
  const span = `${dayText(period.start.effective, '0000')}至${dayText(period.end.effective, period.start.effective)}`;
  switch (mode) {
    case 'shift':
      return yearsMoved === 0 ? `日期不变,${span}。` : `顺延${yearsMoved}年,${span}。`;
    case 'rearrange':
      return `以启动日重排,${span}。`;
    case 'takeover':
      return `自${fullDayText(activeFrom)}起在途接管,此前节点记为“启用前已过”,不补发。`;
    case 'archive':
      return `补录归档,${span},不设提醒。`;
    case 'as-printed':
      return `按所载日期执行,${span}。`;
  }
}
