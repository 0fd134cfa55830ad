import { withoutDropped } from '../../../domain/reports/edit-brief.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { eventActor, recordingRefusals } from '../refuse.ts';
import { briefDeliveryId, briefRecipients } from './brief-recipients.ts';
import { bodyOf, briefHash } from './brief-row.ts';
import { findBrief } from './find-brief.ts';
import { releasedMessage } from './released-message.ts';

/**
 * 〔核发〕: the brief as it was read (by its hash) is frozen, its hash goes on the desk's chain, and message 8
 * waits for the leaders' window. Throws RefusedError BRIEF_UNKNOWN, BRIEF_RELEASED, BRIEF_CHANGED, BRIEF_EMPTY.
 */
export async function releaseBrief(
  deps: DeskDeps,
  actor: DeskActor,
  { briefId, hash }: { briefId: string; hash: string },
): Promise<DeskResult & { briefId: string }> {
  const { brief, row, facts, policy, now } = await findBrief(deps, actor, briefId, 'release-brief');
  const { planId, no } = brief;
  const office = facts.office.name;
  const count = await recordingRefusals(deps, actor, planId, 'release-brief', () =>
    deps.prisma.$transaction(async (tx) => {
      await lockChain(tx, deskChainId(planId));
      const current = await tx.brief.findUniqueOrThrow({ where: { id: briefId } });
      if (current.status !== 'draft') throw new RefusedError('BRIEF_RELEASED', { no });
      if (briefHash(current, bodyOf(current)) !== hash) throw new RefusedError('BRIEF_CHANGED');
      const body = withoutDropped(bodyOf(current));
      if (body.sections.every(({ sentences }) => sentences.length === 0)) throw new RefusedError('BRIEF_EMPTY');
      const released = await tx.brief.update({
        where: { id: briefId, status: 'draft' },
        data: {
          status: 'released',
          body: body as unknown as Prisma.InputJsonValue,
          releasedBy: actor.personId,
          releasedAt: new Date(now),
        },
      });
      const recipients = await briefRecipients(tx, row);
      const message = releasedMessage(released, { planTitle: row.title, office, zone: policy.values.zone });
      for (const { personId, channel } of recipients)
        await insertDelivery(tx, {
          id: briefDeliveryId(briefId, personId),
          planId,
          clockId: row.clockId,
          personId,
          channel,
          planAt: new Date(now),
          message,
          status: 'queued',
        });
      await appendDeskEventIn(tx, {
        planId,
        kind: 'briefReleased',
        actor: eventActor(actor),
        via: actor.via,
        planAt: new Date(now),
        body: {
          briefId,
          no,
          sha256: briefHash(released, body),
          recipients: recipients.map(({ personId }) => personId),
        },
      });
      return recipients.length;
    }),
  );
  const sent = count > 0 ? `将在发送时段送达${count}位领导小组成员。` : '尚未登记领导小组成员,没有送达对象。';
  return { briefId, summary: `第${no}期简报已核发,${sent}` };
}
