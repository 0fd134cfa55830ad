import type { DeskActor, DeskDeps } from '../../bot/desk/deps.ts';
import { refuseRecorded } from '../../bot/desk/refuse.ts';
import { ACTS, may, type Act, type Subject } from '../../domain/rights.ts';

/** Whether the table of rights grants an act on a subject; `personId` on it names whose inbox it is. */
export const mayDo = (
  { personId, grants, memberships }: DeskActor,
  act: Act,
  subject: Subject & { personId?: string },
): boolean =>
  may(act, grants, {
    ...subject,
    ownUnitIds: memberships.map(({ unitId }) => unitId),
    own: subject.personId === personId,
  });

/** Lets pass what the table grants; the rest is refused, and the refusal is an Event. */
export async function requireMay(
  desk: DeskDeps,
  actor: DeskActor,
  act: Act,
  subject: Subject & { personId?: string },
): Promise<void> {
  if (!mayDo(actor, act, subject))
    await refuseRecorded(desk, actor, subject.planId, act, 'NOT_PERMITTED', { act: ACTS[act] });
}
