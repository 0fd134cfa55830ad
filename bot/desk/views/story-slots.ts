import { partSlots } from '../../../domain/supervision/settle.ts';
import type { DutyKind, Rung, SupervisedState } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import type { TaskStory } from '../../../web/api.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { failureLabel, reasonLabel, ruleLabel, rungLabel } from './rule-words.ts';

type SlotRow = TaskStory['slots'][number];

/** Every slot of an entity, oldest first: past ones with what became of them, coming ones as planned. */
export async function storySlots(
  db: Db,
  entityId: string,
  state: SupervisedState | null,
  unitName: (unitId: string) => string | null,
  locale: Locale = 'zh',
): Promise<SlotRow[]> {
  const past = await db.prompt.findMany({
    where: { entityId },
    orderBy: [{ slotAt: 'asc' }, { id: 'asc' }],
    omit: { leaseToken: true },
  });
  const unitOf = (partId: string): string => unitName(state?.parts.find(({ id }) => id === partId)?.unitId ?? '') ?? '';
  const rows: SlotRow[] = past.map((prompt) => ({
    at: prompt.slotAt.toISOString(),
    unit: unitName(prompt.unitId) ?? '',
    duty: prompt.duty as DutyKind,
    cycle: prompt.cycle,
    ...named(prompt.rung as Rung, prompt.rule, locale),
    outcome: prompt.status as SlotRow['outcome'],
    reason: prompt.reason === null ? null : reasonOf(prompt.status, prompt.reason, locale),
    deliveryId: prompt.deliveryId,
    provisional: (prompt.line as { provisional?: boolean }).provisional ?? false,
  }));
  const coming = (state?.slots ?? []).flatMap(partSlots).map((slot): SlotRow => ({
    at: slot.at,
    unit: unitOf(slot.partId),
    duty: slot.duty,
    cycle: slot.cycle,
    ...named(slot.rung, slot.rule, locale),
    outcome: 'planned',
    reason: null,
    deliveryId: null,
    provisional: slot.provisional ?? false,
  }));
  return [...rows, ...coming].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What went wrong on the way may be in a provider's words; what was decided never is. */
const reasonOf = (status: string, reason: string, locale: Locale): string | null =>
  status === 'undeliverable' || status === 'sent' ? failureLabel(reason, locale) : reasonLabel(reason, locale);

const named = (
  rung: Rung,
  rule: string,
  locale: Locale,
): Pick<SlotRow, 'rung' | 'rungLabel' | 'rule' | 'ruleLabel'> => ({
  rung,
  rungLabel: rungLabel(rung, locale),
  rule,
  ruleLabel: ruleLabel(rule, locale),
});
