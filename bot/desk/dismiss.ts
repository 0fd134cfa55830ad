import { OFFICE_ROLES, OFFICE_ROLE_NAMES, type OfficeRole } from '../../domain/rights.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPlan } from './find-plan.ts';
import { eventActor, refuseRecorded } from './refuse.ts';

/**
 * Ends every role of the office's side that somebody has in this plan; who is also a unit's contact stays that. Nobody
 * dismisses themselves, so that a plan keeps an office. Throws RefusedError NOT_PERMITTED, CONTACT_UNKNOWN, INPUT_INVALID.
 */
export async function dismiss(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, personId }: { planId: string; personId: string },
): Promise<DeskResult> {
  const { now } = await findPlan(deps, actor, planId, 'appoint');
  const person = await deps.prisma.person.findUnique({
    where: { id: personId },
    select: { name: true, grants: { where: { planId, role: { in: [...OFFICE_ROLES] } } } },
  });
  if (!person || person.grants.length === 0)
    return refuseRecorded(deps, actor, planId, 'appoint', 'CONTACT_UNKNOWN', {
      contact: person?.name ?? personId.slice(0, 80),
    });
  if (personId === actor.personId)
    return refuseRecorded(deps, actor, planId, 'appoint', 'INPUT_INVALID', {
      what: '不能取消本人的身份。请由办公室其他同志办理。',
    });
  const roles = person.grants.map(({ role }) => role as OfficeRole);
  await deps.prisma.$transaction(async (tx) => {
    await tx.grant.deleteMany({ where: { id: { in: person.grants.map(({ id }) => id) } } });
    await appendDeskEventIn(tx, {
      planId,
      kind: 'roleEnded',
      actor: eventActor(actor),
      via: actor.via,
      planAt: new Date(now),
      body: { personId, person: person.name, roles },
    });
  });
  return { summary: `${person.name}不再是${roles.map((role) => OFFICE_ROLE_NAMES[role]).join('、')}。` };
}
