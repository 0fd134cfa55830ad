import type { FoundPeriod } from './head/find-period.ts';
import type { FoundTitle } from './head/find-title.ts';
import type { HeadFacts } from './head/find-head.ts';
import type { DraftPhase } from './phases/draft-phase.ts';
import type { Findings } from './questions.ts';
import type { DraftTask } from './tasks/draft-task.ts';
import type { DraftPlan, Span } from './types.ts';
import { ROLE_LISTS } from './units/role-lists.ts';

interface Found {
  title: FoundTitle | null;
  head: HeadFacts;
  period: FoundPeriod;
  phases: readonly DraftPhase[];
  tasks: readonly DraftTask[];
  plan: DraftPlan;
  printed: (span: Span) => string;
}

/** Where each field of head, phases and tasks stands; each unit of a task on its own. */
export function setAnchors({ anchor }: Findings, { title, head, period, phases, tasks, plan, printed }: Found): void {
  anchor('/title', title?.title ?? null);
  anchor('/docNumber', head.docNumber);
  anchor('/issuedOn', head.issuedOn?.at ?? null);
  anchor('/issuer', head.issuer);
  anchor('/place', head.place);
  anchor('/period/start', period.start?.at ?? null);
  anchor('/period/end', period.end?.at ?? null);
  phases.forEach(({ name, dates, start, end }, at) => {
    anchor(`/phases/${at}/name`, name);
    anchor(`/phases/${at}/start`, start === null ? null : dates);
    anchor(`/phases/${at}/end`, end === null ? null : dates);
  });
  tasks.forEach((task, at) => {
    anchor(`/tasks/${at}`, task.whole);
    anchor(`/tasks/${at}/no`, task.noAt);
    anchor(`/tasks/${at}/title`, task.title);
    anchor(`/tasks/${at}/section`, task.section);
    anchor(`/tasks/${at}/due`, task.due?.at ?? null);
    for (const owner of task.owners) {
      const list = plan.tasks[at]?.[ROLE_LISTS[owner.role]] ?? [];
      const place = list.indexOf(printed(owner));
      if (place >= 0) anchor(`/tasks/${at}/${ROLE_LISTS[owner.role]}/${place}`, owner);
    }
  });
}
