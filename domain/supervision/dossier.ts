import type { Instant, LocalDate, PhaseKind } from '../plan/types.ts';
import type { PhaseWindow, SupervisedState } from './types.ts';
import { gapsOf, type Gap } from './dossier-gaps.ts';

export interface DossierInput {
  /** The phase to be left; null before the plan has started. */
  phase: PhaseWindow | null;
  /** The phase that would open; null after the last one. */
  next: { kind: PhaseKind; name: string; start: LocalDate; end: LocalDate } | null;
  /** Every task of the plan, closed ones too. */
  tasks: SupervisedState[];
  /** The phase's own entity, with the office's duties of that phase. */
  own: SupervisedState | null;
  /** Short names of units that nobody has been bound for. A plan may run without them: a fact, not a gap. */
  unboundUnits: string[];
}

export interface Fact {
  label: string;
  value: string;
}

export interface Dossier {
  facts: Fact[];
  gaps: { code: string; text: string; count: number }[];
  /** What a person is shown and what it stands on, in one fixed order and without the clock: its hash guards the transition. */
  canonical: string;
}

/** Where a phase stands before it is left (design §3 "Phases"). Pure; `now` only tells what is overdue. */
export function buildDossier(input: DossierInput, now: Instant): Dossier {
  const gaps = input.phase === null ? [] : gapsOf(input.phase, input, now);
  const facts = factsOf(input);
  const shown = gaps.map(({ code, text, items }) => ({ code, text, count: items.length }));
  const canonical = JSON.stringify({
    from: input.phase && { kind: input.phase.kind, epoch: input.phase.epoch },
    to: input.next,
    facts,
    gaps: gaps.map(({ code, text, items }: Gap) => ({ code, text, items: [...items].sort() })),
    unboundUnits: [...input.unboundUnits].sort(),
  });
  return { facts, gaps: shown, canonical };
}

function factsOf({ tasks, own, unboundUnits }: DossierInput): Fact[] {
  const live = tasks.filter(({ status }) => status !== 'cancelled');
  const chosen = live.filter(({ optional }) => !optional);
  const parts = chosen.flatMap((task) => task.parts);
  const cancelled = tasks.length - live.length;
  const optional = live.length - chosen.length;
  const unassigned = chosen.filter((task) => task.parts.length === 0).length;
  const facts: Fact[] = [
    { label: '任务', value: `${live.length}项${cancelled > 0 ? `(另取消${cancelled}项)` : ''}` },
    {
      label: '已签收',
      value: `${parts.filter(({ receiptAt, completion }) => receiptAt !== null || completion === 'accepted').length}/${parts.length}`,
    },
    {
      label: '已申请办结',
      value: `${chosen.filter((task) => task.parts.some(({ completion }) => completion === 'claimed')).length}项`,
    },
    { label: '已验收办结', value: `${live.filter(({ status }) => status === 'closed').length}项` },
  ];
  if (own && own.parts.length > 0) {
    const done = own.parts.filter(({ completion }) => completion === 'claimed' || completion === 'accepted').length;
    facts.push({ label: '本阶段自身工作', value: `${done}/${own.parts.length}` });
  }
  if (optional > 0) facts.push({ label: '选做未选', value: `${optional}项` });
  if (unassigned > 0) facts.push({ label: '待指定承办单位', value: `${unassigned}项` });
  if (unboundUnits.length > 0) facts.push({ label: '未绑定联络员', value: `${unboundUnits.length}个单位` });
  return facts;
}
