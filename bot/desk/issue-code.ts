import { appendDeskEvent } from '../../prisma/events.ts';
import { createCode, type CodePurpose } from '../directory/codes.ts';
import type { Act } from '../../domain/rights.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { eventActor, INSTALLATION, refuseRecorded, requireRight } from './refuse.ts';

export interface IssuedCode extends DeskResult {
  /** Shown once; only its hash is kept. */
  code: string;
  expiresAt: string;
}

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
      grants: { select: { planId: true } },
      memberships: { where: { active: true }, select: { unitId: true, unit: { select: { planId: true } } } },
    },
  });
  if (!person) return refuseRecorded(deps, actor, null, act, 'CONTACT_UNKNOWN', { contact: personId.slice(0, 80) });
  const plans = new Set([
    ...person.memberships.map(({ unit }) => unit.planId),
    ...person.grants.map(({ planId }) => planId),
  ]);
  if (plans.size === 0) plans.add(null);
  for (const planId of plans) await requireRight(deps, actor, act, planId);
  const { code, expiresAt } = await createCode(deps.prisma, { personId, purpose, createdBy: actor.personId });
  const home = [...plans].find((planId) => planId !== null) ?? INSTALLATION;
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
    summary: `${person.name}的一次性${purpose === 'bind' ? '绑定码' : '登录码'}:${code},10分钟内有效。`,
  };
}
