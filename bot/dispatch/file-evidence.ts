import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { itemLabel, itemName } from '../../domain/chat/item-label.ts';
import { findPart, partsOfPersonIn, titleOf, type PersonPart } from '../directory/person-parts.ts';
import type { PartRef } from '../parts-of-act.ts';
import type { PressedButton } from './apply-button.ts';
import { refuseRow } from './refuse-row.ts';
import { decision, type Decision, type RowContext } from './types.ts';

/** 〔作为第(九)项佐证〕: the files of the question belong to that part; they are filed with it at once. */
export async function pressEvidence(context: RowContext, pressed: PressedButton, ref: PartRef): Promise<Decision> {
  const { answers } = catalogueFor((await context.talk()).locale);
  const part = findPart(await partsOfPersonIn(context.deps.prisma, context.person.id, [ref], context.row.planAt), ref);
  if (!part)
    return refuseRow(context, {
      code: 'NOT_YOURS',
      sentence: answers.handedOver,
      planId: pressed.delivery.planId,
      about: { ...ref },
    });
  return fileAsked(context, pressed.deliveryId, part);
}

/** The files of an open question go to one part, by its button or by its number in words. */
export async function fileAsked(context: RowContext, deliveryId: string, part: PersonPart): Promise<Decision> {
  const talk = await context.talk(part.planId);
  const { answers, evidence: words } = catalogueFor(talk.locale);
  const files = await askedFiles(context, deliveryId);
  if (files.length === 0) return alreadyDone(context, part.planId);
  const data = { planId: part.planId, entityId: part.entityId, partId: part.part.id, nextTryAt: new Date(0) };
  const said = words.filed(words.names(files.map(({ name }) => name)), itemName(part.no, titleOf(part), 24));
  return decision('answered', part.planId, {
    messages: [{ message: answerMessage('done', [said], talk) }],
    closes: [{ deliveryId, closedWith: answers.questionAnswered(itemLabel(part.no, titleOf(part))) }],
    effects: [
      (tx) =>
        tx.evidence
          .updateMany({ where: { id: { in: files.map(({ id }) => id) }, entityId: null, status: 'stored' }, data })
          .then(() => undefined),
    ],
  });
}

/** The question about this person's files that stands open and was asked last; null: none. */
export async function openFileQuestion({ deps, person }: RowContext): Promise<string | null> {
  const asked = await deps.prisma.evidence.findMany({
    where: { personId: person.id, status: 'stored', entityId: null, askedWith: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { askedWith: true },
    take: 20,
  });
  const open = await deps.prisma.delivery.findFirst({
    where: { id: { in: asked.flatMap(({ askedWith }) => askedWith ?? []) }, closedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return open?.id ?? null;
}

/** 〔不作佐证〕: kept, as everything that was sent, but filed with nothing and asked about no more. */
export async function dropEvidence(context: RowContext, pressed: PressedButton): Promise<Decision> {
  const { planId } = pressed.delivery;
  const talk = await context.talk(planId);
  const { evidence: words } = catalogueFor(talk.locale);
  const files = await askedFiles(context, pressed.deliveryId);
  if (files.length === 0) return alreadyDone(context, planId);
  const said = words.dropped(words.names(files.map(({ name }) => name)));
  return decision('answered', planId, {
    messages: [{ message: answerMessage('note', [said], talk) }],
    closes: [{ deliveryId: pressed.deliveryId, closedWith: words.noEvidence }],
    effects: [
      (tx) =>
        tx.evidence
          .updateMany({
            where: { id: { in: files.map(({ id }) => id) }, entityId: null },
            data: { status: 'unassigned', planId },
          })
          .then(() => undefined),
    ],
  });
}

const askedFiles = ({ deps, person }: RowContext, deliveryId: string) =>
  deps.prisma.evidence.findMany({
    where: { askedWith: deliveryId, personId: person.id, entityId: null, status: 'stored' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });

async function alreadyDone(context: RowContext, planId: string): Promise<Decision> {
  const { answers } = catalogueFor((await context.talk(planId)).locale);
  return refuseRow(context, { code: 'CARD_CLOSED', details: { result: answers.cardDone }, planId, onRecord: false });
}
