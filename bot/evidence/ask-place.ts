import { randomUUID } from 'node:crypto';
import { CHOICES_MAX, choiceLabel } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { itemLabel } from '../../domain/chat/item-label.ts';
import type { NeutralMessage } from '../../domain/chat/message.ts';
import type { Channel } from '../../domain/chat/port.ts';
import type { TalkContext } from '../../domain/chat/proposal-card.ts';
import type { Evidence } from '../../prisma/generated/client.ts';
import { insertDelivery } from '../../prisma/queries/insert-delivery.ts';
import { addressOf, sendAnswer } from '../channels.ts';
import { titleOf, type PersonPart } from '../directory/person-parts.ts';
import { planTalk } from '../plan-talk.ts';
import { inThreadOf } from '../thread-of.ts';
import type { EvidenceDeps } from './deps.ts';

/** Pictures of an album, and files sent one after another, come within this; they share one question. */
const TOGETHER_MS = 10 * 60_000;

/** One question with the tasks as buttons about files of one person; a question that stands open since a moment takes them in. */
export async function askPlace(deps: EvidenceDeps, files: Evidence[], among: PersonPart[]): Promise<void> {
  const { prisma, clock, channels, realNow } = deps;
  const [first] = files;
  const [part] = among;
  if (!first || !part) return;
  const ids = files.map(({ id }) => id);
  const open = await openQuestion(deps, first, new Date(realNow().getTime() - TOGETHER_MS));
  if (open !== null) {
    await prisma.evidence.updateMany({ where: { id: { in: ids }, entityId: null }, data: { askedWith: open } });
    return;
  }
  const talk = await planTalk(prisma, clock, part.planId, first.personId);
  const id = randomUUID();
  const channel = first.channel as Channel;
  const row = await prisma.inbox.findUnique({ where: { id: first.inboxId }, select: { payload: true } });
  const sendable = await prisma.$transaction(async (tx) => {
    const { count } = await tx.evidence.updateMany({
      where: { id: { in: ids }, entityId: null, askedWith: null },
      data: { askedWith: id },
    });
    if (count === 0) return null;
    const message = question(
      files.map(({ name }) => name),
      among,
      talk,
    );
    return insertDelivery(tx, {
      id,
      planId: part.planId,
      clockId: talk.clockId,
      personId: first.personId,
      channel,
      planAt: new Date(talk.now),
      message: { ...message, ...inThreadOf(row?.payload) },
    });
  });
  const address = await addressOf(prisma, first.personId, channel);
  if (sendable && address) await sendAnswer(prisma, channels, address, sendable);
}

async function openQuestion(
  { prisma }: EvidenceDeps,
  { personId, channel }: Evidence,
  since: Date,
): Promise<string | null> {
  const asked = await prisma.evidence.findFirst({
    where: { personId, channel, status: 'stored', entityId: null, askedWith: { not: null }, createdAt: { gte: since } },
    orderBy: { createdAt: 'desc' },
    select: { askedWith: true },
  });
  if (!asked?.askedWith) return null;
  const open = await prisma.delivery.findFirst({
    where: { id: asked.askedWith, closedAt: null },
    select: { id: true },
  });
  return open?.id ?? null;
}

function question(names: string[], among: PersonPart[], talk: TalkContext): NeutralMessage {
  const { evidence: words, headings } = catalogueFor(talk.locale);
  const files = words.names(names);
  const [only] = among;
  const single = only && among.length === 1 ? itemLabel(only.no, titleOf(only)) : null;
  return {
    klass: 'answer',
    heading: headings.which,
    lines: [single === null ? words.whichTask(files) : words.isFor(files, single)],
    buttons: [
      ...among.slice(0, CHOICES_MAX - 1).map((part) => ({
        label: single === null ? choiceLabel(part.no, titleOf(part)) : words.asEvidenceOf(single),
        act: { kind: 'file-evidence' as const, entityId: part.entityId, partId: part.part.id },
        ...(single === null ? {} : { style: 'primary' as const }),
      })),
      { label: words.noEvidence, act: { kind: 'no-evidence' } },
    ],
    signature: talk.office,
  };
}
