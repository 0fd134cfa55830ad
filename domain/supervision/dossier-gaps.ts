import { assertNever } from '../assert-never.ts';
import { itemLabel } from '../chat/item-label.ts';
import type { Instant } from '../plan/types.ts';
import type { Duty, PhaseWindow, SupervisedState } from './types.ts';
import { deadlineOf } from './deadline-of.ts';
import { periodsOf } from './stands-for.ts';

/** Something that the phase should have brought and hasn't; leaving it open needs a reason. */
export interface Gap {
  code: 'receipts-missing' | 'phase-duties-open' | 'reports-overdue' | 'completions-open' | 'evidence-missing';
  text: string;
  /** The same in English, for whoever chose it. */
  en: string;
  /** What is missing, by entity and part: two dossiers with as many gaps, but others, are not the same. */
  items: string[];
}

interface Held {
  tasks: SupervisedState[];
  own: SupervisedState | null;
}

/**
 * Gaps by the phase that is left: receipts and the phase's own duties after deployment, overdue reports and
 * completions due by its end after implementation, completions and evidence after inspection.
 */
export function gapsOf(phase: PhaseWindow, { tasks, own }: Held, now: Instant): Gap[] {
  const open = tasks.filter(({ status, optional }) => (status === 'open' || status === 'waiting') && !optional);
  const ownDuties = phaseDutiesOpen(own);
  switch (phase.kind) {
    case 'deployment':
      return some([receiptsMissing(open), ownDuties]);
    case 'implementation':
      return some([
        completionsOpen(open.filter(({ dueOn }) => dueOn === null || dueOn <= phase.end)),
        reportsOverdue(open, now),
        ownDuties,
      ]);
    case 'inspection':
      return some([completionsOpen(open), evidenceMissing(open), ownDuties]);
    default:
      return assertNever(phase.kind);
  }
}

const some = (gaps: Gap[]): Gap[] => gaps.filter(({ items }) => items.length > 0);

function receiptsMissing(open: SupervisedState[]): Gap {
  const items = open.flatMap((task) =>
    task.parts
      .filter(({ receiptAt, completion }) => receiptAt === null && completion !== 'accepted')
      .map(({ id }) => `${task.entityId}/${id}`),
  );
  return {
    code: 'receipts-missing',
    text: `${items.length}份任务尚未签收`,
    en: `tasks not signed for: ${items.length}`,
    items,
  };
}

function phaseDutiesOpen(own: SupervisedState | null): Gap {
  const parts = (own?.parts ?? []).filter(({ completion }) => completion === 'open' || completion === 'returned');
  const named = parts.map(({ title, id }) => title ?? id);
  return {
    code: 'phase-duties-open',
    text: `本阶段${parts.length}项工作尚未办结${listed(named)}`,
    en: `work of this phase not completed: ${parts.length}${listedEn(named)}`,
    items: parts.map(({ id }) => `${own?.entityId}/${id}`),
  };
}

function completionsOpen(open: SupervisedState[]): Gap {
  return {
    code: 'completions-open',
    text: `${open.length}项任务尚未验收办结${listed(open.map(({ no, title }) => itemLabel(no, title)))}`,
    en: `tasks not accepted as complete: ${open.length}${listedEn(open.map(({ no, title }) => itemLabel(no, title, 'en')))}`,
    items: open.map(({ entityId }) => entityId),
  };
}

function reportsOverdue(open: SupervisedState[], now: Instant): Gap {
  const items = duties(
    open,
    (duty) => duty.kind === 'report' && duty.filedAt === undefined && deadlineOf(duty).redAt <= now,
  );
  return {
    code: 'reports-overdue',
    text: `${items.length}份进展报送逾期`,
    en: `progress reports overdue: ${items.length}`,
    items,
  };
}

function evidenceMissing(open: SupervisedState[]): Gap {
  const items = duties(
    open,
    ({ kind, cycle, filedAt }) => kind === 'report' && cycle === 'inspection' && filedAt === undefined,
  );
  return {
    code: 'evidence-missing',
    text: `${items.length}份迎检佐证尚未报送`,
    en: `evidence for the inspection not sent: ${items.length}`,
    items,
  };
}

const duties = (open: SupervisedState[], wanted: (duty: Duty) => boolean): string[] =>
  open.flatMap((task) =>
    task.parts.flatMap((part) =>
      part.duties
        .filter(wanted)
        .flatMap(periodsOf)
        .map((cycle) => `${task.entityId}/${part.id}/${cycle}`),
    ),
  );

const SHOWN = 5;

/** The first few by name, for the sentence. */
const listed = (names: string[]): string =>
  names.length === 0 ? '' : `:${names.slice(0, SHOWN).join('、')}${names.length > SHOWN ? '等' : ''}`;

const listedEn = (names: string[]): string =>
  names.length === 0 ? '' : ` (${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ' …' : ''})`;
