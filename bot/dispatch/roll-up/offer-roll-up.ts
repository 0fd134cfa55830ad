import { localDay } from '../../../domain/chat/local-text.ts';
import { rollUpDraft } from '../../../domain/chat/roll-up-text.ts';
import type { RefusalCode } from '../../../domain/refusals.ts';
import { findPart, partsOfPersonIn, titleOf } from '../../directory/person-parts.ts';
import type { PartRef } from '../../parts-of-act.ts';
import { loadRollUp } from '../../roll-up/load-roll-up.ts';
import { refuseRow } from '../refuse-row.ts';
import type { Decision, RowContext } from '../types.ts';
import { proposeRollUp } from './propose-roll-up.ts';

/** 〔汇总各单位情况〕: what the others have reported, as one draft for the unit that adds it up. */
export async function offerRollUp(context: RowContext, { entityId, partId }: PartRef): Promise<Decision> {
  const { prisma } = context.deps;
  const part = findPart(await partsOfPersonIn(prisma, context.person.id, [{ entityId }], context.row.planAt), {
    entityId,
    partId,
  });
  const about = { entityId, partId };
  if (!part) return refuseRow(context, { code: 'NOT_YOURS', about });
  const talk = await context.talk(part.planId);
  const refuse = (code: RefusalCode, details = {}): Promise<Decision> =>
    refuseRow(context, { code, details, planId: part.planId, about });
  if (part.status !== 'open' || part.part.completion === 'accepted')
    return refuse('TASK_CLOSED', { status: part.status === 'cancelled' ? '取消' : '办结' });
  const loaded = await loadRollUp(prisma, entityId, talk.now);
  if (!loaded || loaded.state.parts.length < 2) return refuse('ROLL_UP_ALONE');
  const { rollUp, name } = loaded;
  if (!rollUp || rollUp.asked === 0) return refuse('ROLL_UP_NO_PERIOD');
  if (rollUp.compilerId !== partId) return refuse('ROLL_UP_NOT_YOURS');
  if (rollUp.reported.length === 0) return refuse('ROLL_UP_NONE_IN');
  const told = [...(rollUp.own ? [rollUp.own] : []), ...rollUp.reported];
  return proposeRollUp(
    context,
    {
      entityId,
      partId,
      no: part.no,
      title: titleOf(part),
      progressBefore: null,
      reading: {
        kind: 'roll-up',
        cycle: rollUp.cycle,
        words: '',
        progress: rollUp.progress?.mean ?? null,
        from: told.map((one) => one.partId),
        asOf: talk.now,
      },
    },
    rollUpDraft(rollUp, name, localDay(talk.now, talk.zone)).join('\n'),
  );
}
