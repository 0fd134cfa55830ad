import { DEFAULT_POLICY, type Policy } from '../../domain/plan/policy.ts';
import type { Instant, LocalDate } from '../../domain/plan/types.ts';
import { type ExtensionTerms } from '../../domain/supervision/extension-rules.ts';
import { extensionTerms } from '../../domain/supervision/extension-terms.ts';
import {
  dueDayOf,
  extensionsOpen,
  type SignOffKind,
  type SignOffNeeded,
} from '../../domain/supervision/part-request.ts';
import type { Part, SupervisedState } from '../../domain/supervision/types.ts';
import type { Db } from '../../prisma/client.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import { planSpan } from '../../prisma/plan-span.ts';
import { signersOf } from '../../prisma/signers.ts';
import type { PartRef } from '../parts-of-act.ts';
import { taskIdOf } from '../../domain/task-entity.ts';

/** Does what this person files about a part wait for a sign-off, and is there anybody else who can give it? */
export async function signOffTerms(
  db: Db,
  kind: SignOffKind,
  { entityId, unitId, policy, by }: { entityId: string; unitId: string; policy: Policy; by: string },
): Promise<SignOffNeeded> {
  // Plans that were started before this was a setting go by the default.
  const kinds = (policy.values as Partial<Policy['values']>).signOffKinds ?? DEFAULT_POLICY.values.signOffKinds;
  if (!kinds.includes(kind)) return { signOff: 'not-needed', noSigner: false };
  const signers = await signersOf(db, { unitId, entityId });
  return { signOff: 'waiting', noSigner: !signers.some(({ personId }) => personId !== by) };
}

/** What the completion of one part waits for. null: nothing, as for a phase's own duties, which the office owes itself. */
export async function claimSignOff(
  db: Db,
  { planId, entityId, partId, by }: PartRef & { planId: string; by: string },
): Promise<SignOffNeeded | null> {
  const row = await db.checkpoint.findUnique({ where: { entityId }, select: { kind: true, state: true } });
  const part = (row?.state as unknown as SupervisedState | undefined)?.parts.find(({ id }) => id === partId);
  if (row?.kind !== 'task' || !part) return null;
  const plan = await db.plan.findUniqueOrThrow({ where: { id: planId }, select: { policy: true } });
  const policy = plan.policy as unknown as Policy;
  const needed = await signOffTerms(db, 'completion', { entityId, unitId: part.unitId, policy, by });
  return needed.signOff === 'waiting' ? needed : null;
}

export interface TermsAsked extends PartRef {
  planId: string;
  newDueOn: LocalDate;
  /** Others of the same unit that the same message asks for. */
  beside?: number;
  /** When it was received, on the plan's clock. */
  at: Instant;
  by: string;
}

/** What a request for more time is judged by, with the part as it is on record. null: no such part. */
export async function extensionTermsOf(
  db: Db,
  { planId, entityId, partId, newDueOn, beside = 0, at, by }: TermsAsked,
): Promise<{ state: SupervisedState; part: Part; terms: ExtensionTerms } | null> {
  const rows = await db.checkpoint.findMany({ where: { planId, kind: { in: ['task', 'phase'] } } });
  const states = rows.map(({ state }) => state as unknown as SupervisedState);
  const state = states.find((one) => one.entityId === entityId);
  const part = state?.parts.find(({ id }) => id === partId);
  if (!state || !part) return null;
  const plan = await db.plan.findUniqueOrThrow({ where: { id: planId }, select: { policy: true } });
  const stored = plan.policy as unknown as Policy;
  const policy: Policy = { ...stored, values: { ...DEFAULT_POLICY.values, ...stored.values } };
  const terms = extensionTerms(
    {
      dueOn: dueDayOf(state, part),
      newDueOn,
      span: await planSpan(db, planId, entityId),
      isSetOutside: policy.values.datesSetOutside.includes(taskIdOf(entityId) ?? ''),
      otherOpen: beside + extensionsOpen(states, part.unitId).filter((one) => one !== part).length,
      ...(await signOffTerms(db, 'extension', { entityId, unitId: part.unitId, policy, by })),
    },
    { calendar: await loadCalendar(db), policy, now: at },
  );
  return { state, part, terms };
}
