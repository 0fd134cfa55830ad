import { appendDeskEvent } from '../../prisma/events.ts';
import type { BindLink } from '../directory/bind-links.ts';
import { createCode, type CodePurpose } from '../directory/codes.ts';
import type { Act } from '../../domain/rights.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { eventActor, INSTALLATION, refuseRecorded, requireRight } from './refuse.ts';

export interface IssuedCode extends DeskResult {
  /** Shown once; only its hash is kept. */
  code: string;
  expiresAt: string;
  /** Where the person hands a binding code over by opening a link; none where no chat has told its name yet. */
  links: BindLink[];
}

type Asked = {
  grants: { planId: string | null; role: string }[];
  memberships: { rank: string; unitId: string; unit: { planId: string } }[];
};

/**
 * Everything in which a person has a say, each of which whoever issues their code must be able to hand over. As one
 * of a unit it is the unit's own, which a supervisor of that unit may; another supervisor's signature and a role
 * in a plan are the office's.
 */
function saysOf({ grants, memberships }: Asked, isSelf: boolean): { planId: string | null; unitIds?: string[] }[] {
  const ofUnits = memberships.map(({ rank, unitId, unit: { planId } }) => ({
    planId,
    ...(rank === 'supervisor' && !isSelf ? {} : { unitIds: [unitId] }),
  }));
  const ofRoles = grants
    .filter(({ role, planId }) => !UNIT_ROLES.includes(role) || !ofUnits.some((one) => one.planId === planId))
    .map(({ planId }) => ({ planId }));
  const says = [...ofUnits, ...ofRoles];
  return says.length > 0 ? says : [{ planId: null }];
}

/** Roles that come with a membership. */
const UNIT_ROLES = ['liaison', 'supervisor'];

/**
 * A one-time code for a person. Whoever issues it needs the right in every plan in which that person has a
 * say: a code for somebody with more rights would hand those over. Throws RefusedError CONTACT_UNKNOWN, NOT_PERMITTED.
 */
export async function issueCode(
  deps: DeskDeps,
  actor: DeskActor,
  personId: string,
  purpose: CodePurpose,
  act: Act,
): Promise<IssuedCode> {
  const person = await deps.prisma.person.findUnique({
    where: { id: personId },
    select: {
      name: true,
      grants: { select: { planId: true, role: true } },
      memberships: {
        where: { active: true },
        select: { rank: true, unitId: true, unit: { select: { planId: true } } },
      },
    },
  });
  if (!person) return refuseRecorded(deps, actor, null, act, 'CONTACT_UNKNOWN', { contact: personId.slice(0, 80) });
  const says = saysOf(person, personId === actor.personId);
  for (const { planId, unitIds } of says) await requireRight(deps, actor, act, planId, unitIds);
  const { code, expiresAt } = await createCode(deps.prisma, { personId, purpose, createdBy: actor.personId });
  const home = says.find(({ planId }) => planId !== null)?.planId ?? INSTALLATION;
  await appendDeskEvent(deps.prisma, {
    planId: home,
    kind: 'codeIssued',
    actor: eventActor(actor),
    via: actor.via,
    body: { personId, purpose, expiresAt: expiresAt.toISOString() },
  });
  return {
    code,
    expiresAt: expiresAt.toISOString(),
    links: purpose === 'bind' ? ((await deps.bindLinks?.(code)) ?? []) : [],
    summary: `${person.name}的一次性${purpose === 'bind' ? '绑定码' : '登录码'}:${code},10分钟内有效。`,
  };
}
