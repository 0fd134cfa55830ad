import { catalogueFor, type Locale } from '../../domain/chat/catalogue/index.ts';
import { may } from '../../domain/rights.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { refuseRecorded, requireRight } from './refuse.ts';

/**
 * In which language the interface speaks to somebody, on every channel; nothing that people wrote is changed by it.
 * Everybody chooses for themself, who registers contacts for them as well. A courtesy and no matter of record: only a
 * refusal is an Event. Throws RefusedError CONTACT_UNKNOWN, NOT_PERMITTED.
 */
export async function setLanguage(
  deps: DeskDeps,
  actor: DeskActor,
  { personId, locale }: { personId: string; locale: Locale },
): Promise<DeskResult> {
  const { prisma } = deps;
  const person = await prisma.person.findUnique({
    where: { id: personId },
    select: { name: true, memberships: { where: { active: true }, select: { unit: { select: { planId: true } } } } },
  });
  if (!person) return refuseRecorded(deps, actor, null, 'add-contact', 'CONTACT_UNKNOWN', { contact: personId });
  const isOwn = personId === actor.personId;
  if (!isOwn) {
    const plans = person.memberships.map(({ unit }) => unit.planId);
    const allowed = plans.find((planId) => may('add-contact', actor.grants, { planId }));
    await requireRight(deps, actor, 'add-contact', allowed ?? plans[0] ?? null);
  }
  await prisma.person.update({ where: { id: personId }, data: { locale } });
  const { language } = catalogueFor(locale);
  return { summary: isOwn ? language.set : language.setFor(person.name) };
}
