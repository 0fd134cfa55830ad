import { lastDayOf } from '../../calendar/local-date.ts';
import type { PlanTask } from '../../plan/types.ts';
import type { Findings } from '../questions.ts';
import type { DraftTask } from '../tasks/draft-task.ts';
import type { DraftPlan, Span } from '../types.ts';
import type { UnitClauses } from '../units/unit-clauses.ts';
import { askNumbers } from './ask-numbers.ts';
import { holdsMore, isNoName } from './odd-owner.ts';
import { placeOfOwner } from './place-of-owner.ts';
import { sentenceOwner } from '../units/sentence-owner.ts';

interface Tasks {
  plan: DraftPlan;
  found: readonly DraftTask[];
  clauses: UnitClauses;
  simplified: string;
  printed: (span: Span) => string;
}

/** Owners, numbers, due dates and titles of the tasks: what is missing, assumed or contradictory. */
export function askTasks(findings: Findings, { plan, found, clauses, simplified, printed }: Tasks): void {
  const { ask } = findings;
  plan.tasks.forEach((task, at) => {
    const draft = found[at];
    if (!draft) return;
    askOwners(ask, { plan, task, at, draft, simplified, printed });
    if (/[?\ufffd□]{1,}/.test(simplified.slice(draft.title.start, draft.title.end)))
      ask(
        {
          code: 'garbled-text',
          path: `/tasks/${at}/title`,
          text: `任务名称“${task.title}”是否有误?`,
          proposal: null,
          reason: '名称中有无法识别的字符。',
          matters: true,
        },
        draft.title,
      );
    const end = plan.period.end;
    if (task.due && end && lastDayOf(task.due) > lastDayOf(end))
      ask(
        {
          code: 'contradiction',
          path: `/tasks/${at}/due`,
          text: `“${task.title}”的完成时限晚于方案结束时间,以哪个为准?`,
          proposal: task.due,
          reason: `方案到${end}结束。`,
          matters: false,
        },
        draft.due?.at ?? draft.title,
      );
  });
  askNumbers(ask, found, plan.tasks);
  if (clauses.all)
    ask(
      {
        code: 'all-units-clause',
        path: '/tasks',
        text: `“${printed(clauses.all.clause)}”:是否把“${printed(clauses.all.group)}”列为每项任务的责任单位?`,
        proposal: printed(clauses.all.group),
        reason: '文中以一句话规定了各项任务的落实单位,没有逐项列出。',
        matters: false,
      },
      clauses.all.clause,
    );
}

interface OneTask {
  plan: DraftPlan;
  task: PlanTask;
  at: number;
  draft: DraftTask;
  simplified: string;
  printed: (span: Span) => string;
}

function askOwners(ask: Findings['ask'], { plan, task, at, draft, simplified, printed }: OneTask): void {
  const path = `/tasks/${at}/leadUnits`;
  const { leadUnits, responsibleUnits, otherUnits, title } = task;
  if (leadUnits.length + responsibleUnits.length + otherUnits.length === 0) {
    const owner = sentenceOwner(simplified, draft.whole);
    if (owner)
      ask(
        {
          code: 'unit-in-sentence',
          path,
          text: `“${title}”是否由“${printed(owner)}”负责?`,
          proposal: [printed(owner)],
          reason: '责任单位没有单独列出,只在句中提到。',
          matters: false,
        },
        owner,
      );
    else
      ask(
        {
          code: 'no-unit',
          path,
          text: `“${title}”由哪个单位负责?`,
          proposal: null,
          reason: '没有写明责任单位,启动后由办公室指定。',
          matters: false,
        },
        draft.title,
      );
  } else if (leadUnits.length === 0) {
    const first = responsibleUnits[0] ?? otherUnits[0] ?? '';
    ask(
      {
        code: responsibleUnits.length > 0 ? 'lead-assumed' : 'no-lead-unit',
        path,
        text: `“${title}”是否由“${first}”牵头?`,
        proposal: [first],
        reason: '只列出责任单位,没有写明牵头单位,暂以排在首位的单位牵头。',
        matters: false,
      },
      draft.owners[0] ?? draft.title,
    );
  }
  for (const owner of draft.owners) {
    const name = simplified.slice(owner.start, owner.end);
    const noName = isNoName(name);
    if (!noName && !holdsMore(name)) continue;
    ask(
      {
        code: 'unknown-unit',
        path: noName ? `/tasks/${at}` : placeOfOwner(plan, at, printed(owner), owner.role),
        text: `“${printed(owner)}”是否为单位名称?`,
        proposal: null,
        reason: noName ? '不像单位名称,可能有错漏或多读了文字。' : '名称前后像还有其他文字,或者是两个单位的名称。',
        matters: true,
      },
      owner,
    );
  }
}
