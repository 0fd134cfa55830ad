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

/** With the same in English, for whoever chose it. */
export interface SaidFact extends Fact {
  en: Fact;
}

export interface Dossier {
  facts: SaidFact[];
  gaps: { code: string; text: string; en: string; count: number }[];
  /** What a person is shown and what it stands on, in one fixed order and without the clock: its hash guards the transition. */
  canonical: string;
}

/** Where a phase stands before it is left (design §3 "Phases"). Pure; `now` only tells what is overdue. */
export function buildDossier(input: DossierInput, now: Instant): Dossier {
  const gaps = input.phase === null ? [] : gapsOf(input.phase, input, now);
  const facts = factsOf(input);
  const shown = gaps.map(({ code, text, en, items }) => ({ code, text, en, count: items.length }));
  const canonical = JSON.stringify({
    from: input.phase && { kind: input.phase.kind, epoch: input.phase.epoch },
    to: input.next,
    facts: facts.map(({ label, value }): Fact => ({ label, value })),
    gaps: gaps.map(({ code, text, items }: Gap) => ({ code, text, items: [...items].sort() })),
    unboundUnits: [...input.unboundUnits].sort(),
  });
  return { facts, gaps: shown, canonical };
}

const fact = (label: string, value: string, enLabel: string, enValue = value): SaidFact => ({
  label,
  value,
  en: { label: enLabel, value: enValue },
});

const counted = (count: number, label: string, enLabel: string): SaidFact =>
  fact(label, `${count}项`, enLabel, String(count));

function factsOf({ tasks, own, unboundUnits }: DossierInput): SaidFact[] {
  const live = tasks.filter(({ status }) => status !== 'cancelled');
  const chosen = live.filter(({ optional }) => !optional);
  const parts = chosen.flatMap((task) => task.parts);
  const cancelled = tasks.length - live.length;
  const optional = live.length - chosen.length;
  const unassigned = chosen.filter((task) => task.parts.length === 0).length;
  const signed = parts.filter(({ receiptAt, completion }) => receiptAt !== null || completion === 'accepted').length;
  const claimed = chosen.filter((task) => task.parts.some(({ completion }) => completion === 'claimed')).length;
  const facts = [
    fact(
      '任务',
      `${live.length}项${cancelled > 0 ? `(另取消${cancelled}项)` : ''}`,
      'Tasks',
      `${live.length}${cancelled > 0 ? ` (and ${cancelled} cancelled)` : ''}`,
    ),
    fact('已签收', `${signed}/${parts.length}`, 'Signed for'),
    counted(claimed, '已申请办结', 'Completion claimed'),
    counted(live.filter(({ status }) => status === 'closed').length, '已验收办结', 'Accepted as complete'),
  ];
  if (own && own.parts.length > 0) {
    const done = own.parts.filter(({ completion }) => completion === 'claimed' || completion === 'accepted').length;
    facts.push(fact('本阶段自身工作', `${done}/${own.parts.length}`, 'Own work of the phase'));
  }
  if (optional > 0) facts.push(counted(optional, '选做未选', 'Optional, not chosen'));
  if (unassigned > 0) facts.push(counted(unassigned, '待指定承办单位', 'Without a unit'));
  if (unboundUnits.length > 0)
    facts.push(
      fact('未绑定联络员', `${unboundUnits.length}个单位`, 'Units without a bound liaison', `${unboundUnits.length}`),
    );
  return facts;
}
