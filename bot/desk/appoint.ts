import { randomUUID } from 'node:crypto';
import { OFFICE_ROLES, OFFICE_ROLE_NAMES, type OfficeRole } from '../../domain/rights.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPlan } from './find-plan.ts';
import { wrongName } from './person-name.ts';
import { eventActor, refuseRecorded } from './refuse.ts';

export interface AppointAsk {
  planId: string;
  /** Somebody who has a part in the plan already is found by name; anybody else is registered. */
  name: string;
  role: OfficeRole;
}

/**
 * Somebody is given a role of the office's side in one plan; nobody reaches them before their code is redeemed. The
 * same again changes nothing. Throws RefusedError NOT_PERMITTED, INPUT_INVALID.
 */
export async function appoint(
  deps: DeskDeps,
  actor: DeskActor,
  ask: AppointAsk,
): Promise<DeskResult & { personId: string }> {
  const { planId, role } = ask;
  const { now } = await findPlan(deps, actor, planId, 'appoint');
  const invalid = (what: string) => refuseRecorded(deps, actor, planId, 'appoint', 'INPUT_INVALID', { what });
  const name = ask.name.trim();
  const wrong = wrongName(name);
  if (wrong !== null) return invalid(wrong);
  if (!OFFICE_ROLES.includes(role)) return invalid(`身份只能是 ${OFFICE_ROLES.join('、')}。`);
  const known = await deps.prisma.person.findMany({
    where: {
      name,
      OR: [{ grants: { some: { planId } } }, { memberships: { some: { active: true, unit: { planId } } } }],
    },
    select: { id: true, grants: { where: { planId, role } } },
  });
  if (known.length > 1) return invalid(`本方案有多人名为“${name}”,请在姓名后注明单位加以区分。`);
  const [person] = known;
  const personId = person?.id ?? randomUUID();
  const said = OFFICE_ROLE_NAMES[role];
  if (person && person.grants.length > 0) return { personId, summary: `${name}此前已是${said}。` };
  await deps.prisma.$transaction(async (tx) => {
    await tx.person.upsert({ where: { id: personId }, create: { id: personId, name, demo: false }, update: {} });
    await tx.grant.create({ data: { id: `${personId}-${role}-${planId}`, personId, planId, role } });
    await appendDeskEventIn(tx, {
      planId,
      kind: 'roleGranted',
      actor: eventActor(actor),
      via: actor.via,
      planAt: new Date(now),
      body: { personId, person: name, role },
    });
  });
  return { personId, summary: `${name}已登记为${said}。请发放绑定码,由本人绑定。` };
}
