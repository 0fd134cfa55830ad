import type { ButtonAct } from '../../../domain/chat/message.ts';
import { findPart, type PersonPart } from '../../directory/person-parts.ts';
import type { RowContext } from '../types.ts';
import { writtenUnder } from '../../written-under.ts';

export interface AwaitedExtension {
  part: PersonPart;
  known: Extract<ButtonAct, { kind: 'extension-drop' }>;
  /** The question, which these words answer. */
  deliveryId: string;
}

/** After this long the question is forgotten and words stand for themselves. */
const AWAITS_MS = 2 * 60 * 60_000;

/** The extension that this person was asked about last, if nothing else was answered to them since. */
export async function awaitedExtension(context: RowContext, open: PersonPart[]): Promise<AwaitedExtension | null> {
  const { deps, person, row } = context;
  const last = await deps.prisma.delivery.findFirst({
    where: { personId: person.id, klass: 'answer' },
    orderBy: { createdAt: 'desc' },
    select: { id: true, planAt: true, closedAt: true, actions: { select: { act: true } } },
  });
  if (!last || last.closedAt !== null || row.planAt.getTime() - last.planAt.getTime() > AWAITS_MS) return null;
  const acts = last.actions.map(({ act }) => act as unknown as ButtonAct);
  const known = acts.find((act) => act.kind === 'extension-drop');
  const part = known && findPart(open, known);
  if (!part) return null;
  const under = await writtenUnder(deps.prisma, row);
  return under === null || under.includes(last.id) ? { part, known, deliveryId: last.id } : null;
}
