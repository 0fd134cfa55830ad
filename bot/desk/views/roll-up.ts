import { cycleText, localDay } from '../../../domain/chat/local-text.ts';
import { afterRollUp, rollUpDraft, rollUpStatus } from '../../../domain/chat/roll-up-text.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import type { RollUpView } from '../../../web/api.ts';
import { rollUpFrom } from '../../roll-up/load-roll-up.ts';
import type { DeskActor } from '../deps.ts';

/** How the parts of a running task add up in its open period, and what was confirmed of it. null: nothing to add up. */
export async function rollUpView(
  db: Db,
  actor: Pick<DeskActor, 'memberships' | 'grants' | 'locale'>,
  state: SupervisedState,
  { now, zone, isOffice }: { now: string; zone: string; isOffice: boolean },
): Promise<RollUpView | null> {
  if (state.status !== 'open') return null;
  const { rollUp, name } = await rollUpFrom(db, state, now);
  if (!rollUp || rollUp.asked === 0) return null;
  const { compilerId, confirmed, reported, own } = rollUp;
  const told = [...(own ? [own] : []), ...reported];
  const unitId = state.parts.find(({ id }) => id === compilerId)?.unitId;
  const isCompiler =
    unitId === undefined ? isOffice : actor.memberships.some((membership) => membership.unitId === unitId);
  return {
    cycle: rollUp.cycle,
    label: cycleText(rollUp.cycle, actor.locale),
    compiler: compilerId === null ? null : name(compilerId),
    status: rollUpStatus(rollUp, name, actor.locale),
    missing: rollUp.missing.map(({ partId }) => name(partId)),
    draft: rollUpDraft(rollUp, name, localDay(now, zone)).join('\n'),
    from: told.map(({ partId }) => partId),
    progress: rollUp.progress?.mean ?? null,
    asOf: now,
    confirmed:
      confirmed === null
        ? null
        : {
            at: confirmed.at,
            n: confirmed.n,
            from: confirmed.from.map(name),
            words: (await wordsOf(db, state, confirmed.at)) ?? confirmed.words,
          },
    after: afterRollUp(rollUp, name, actor.locale),
    mayConfirm: isCompiler && reported.length > 0,
  };
}

/** The state keeps 600 characters, the Event 2,000. */
async function wordsOf(db: Db, { entityId }: SupervisedState, at: string): Promise<string | null> {
  const event = await db.event.findFirst({
    where: { entityId, kind: 'rollUpConfirmed' },
    orderBy: { seq: 'desc' },
    select: { body: true, planAt: true, receivedAt: true },
  });
  if (!event || (event.receivedAt ?? event.planAt).toISOString() !== at) return null;
  const { words } = event.body as { words?: unknown };
  return typeof words === 'string' ? words : null;
}
