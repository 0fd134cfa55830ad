import type { Evidence, Finding } from './evidence.ts';

const found = (what: string, where: string): Finding => ({ law: 'D', what, where });

const counted = (ids: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** How many messages the provider took more than once, beyond the first. */
export const duplicatesIn = (ledger: Evidence['ledger']): number =>
  ledger.length - new Set(ledger.map(({ deliveryId }) => deliveryId)).size;

/** D: a message is taken twice only where it was being sent when something was killed, and each one is on record. */
export async function judgeDuplicates({ prisma, planId, ledger, ambiguous }: Evidence): Promise<Finding[]> {
  const deliveries = new Map(
    (await prisma.delivery.findMany({ where: { planId }, select: { id: true, klass: true, status: true } })).map(
      (one) => [one.id, one],
    ),
  );
  const allowed = counted(ambiguous);
  const findings: Finding[] = [];
  for (const [id, times] of counted(ledger.map(({ deliveryId }) => deliveryId))) {
    const delivery = deliveries.get(id);
    if (times - 1 > (allowed.get(id) ?? 0))
      findings.push(found(`was taken ${times} times, of which a kill explains ${allowed.get(id) ?? 0}`, id));
    if (!delivery) findings.push(found('was taken and is not on record', id));
    else if (delivery.status === 'failed' || delivery.status === 'sending')
      findings.push(found(`was taken and is on record as ${delivery.status}`, id));
  }
  return [...findings, ...(await toldTwice({ prisma, planId, ledger, ambiguous }))];
}

/** A digest whose rungs have all gone to another message was said a second time under another id. */
async function toldTwice({
  prisma,
  planId,
  ledger,
  ambiguous,
}: Pick<Evidence, 'prisma' | 'planId' | 'ledger' | 'ambiguous'>): Promise<Finding[]> {
  const prompts = await prisma.prompt.findMany({
    where: { planId, deliveryId: { not: null } },
    distinct: ['deliveryId'],
    select: { deliveryId: true },
  });
  const claimed = new Set(prompts.map(({ deliveryId }) => deliveryId));
  const digests = new Set(ledger.filter(({ klass }) => klass === 'digest').map(({ deliveryId }) => deliveryId));
  return [...digests]
    .filter((id) => !claimed.has(id) && !ambiguous.includes(id))
    .map((id) => found('was taken, but no rung names it: its rungs were told again', id));
}
