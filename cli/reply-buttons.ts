import { randomBytes } from 'node:crypto';
import type { Office } from '../bot/compose.ts';
import type { ButtonAct } from '../domain/chat/message.ts';
import { RefusedError } from '../domain/refusals.ts';
import type { DutyKind, Part } from '../domain/supervision/types.ts';
import type { Prisma, PrismaClient } from '../prisma/client.ts';
import { insertDelivery } from '../prisma/queries/insert-delivery.ts';

export interface Target {
  planId: string;
  entityId: string;
  part: Part;
}

export type PressKind = 'receipt' | 'no-change' | 'claim-completion' | 'dispute';

const DUTY: Record<PressKind, DutyKind> = {
  receipt: 'receipt',
  'no-change': 'report',
  'claim-completion': 'completion',
  dispute: 'receipt',
};
const LABEL: Record<PressKind, string> = {
  receipt: '签收',
  'no-change': '较上次无变化',
  'claim-completion': '申请办结',
  dispute: '职责有异议',
};

/**
 * An opaque button for one line, as a channel would have it that shows one button a line: of the newest message
 * that spoke of this part, else of a note made for it. What is pressed goes the way of every press.
 */
export async function buttonFor(
  { prisma, clock }: Pick<Office, 'prisma' | 'clock'>,
  personId: string,
  { planId, entityId, part }: Target,
  kind: PressKind,
): Promise<string> {
  const duty = DUTY[kind];
  const owed = part.duties
    .filter((one) => one.kind === duty && one.filedAt === undefined)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
  const act: ButtonAct = { kind, entityId, partId: part.id, duty, cycle: owed?.cycle ?? 'once' };
  const said = await openMessageAbout(prisma, personId, entityId, part.id);
  if (said !== null) return newAction(prisma, said, personId, act);
  const plan = await prisma.plan.findUnique({ where: { id: planId } });
  if (!plan) throw new RefusedError('PLAN_UNKNOWN', { plan: planId });
  const message = {
    klass: 'notice' as const,
    heading: '【代录】',
    lines: ['由命令行登记。'],
    buttons: [{ label: LABEL[kind], act }],
    signature: '',
  };
  const made = await prisma.$transaction(async (tx) => {
    const sendable = await insertDelivery(tx, {
      planId,
      clockId: plan.clockId,
      personId,
      channel: 'web',
      planAt: await clock.now(plan.clockId),
      message,
    });
    await tx.delivery.update({ where: { id: sendable.deliveryId }, data: { status: 'sent', sentAt: new Date() } });
    return sendable;
  });
  return made.buttons[0]?.id ?? '';
}

async function openMessageAbout(
  prisma: PrismaClient,
  personId: string,
  entityId: string,
  partId: string,
): Promise<string | null> {
  const prompts = await prisma.prompt.findMany({
    where: { entityId, partId, deliveryId: { not: null } },
    select: { deliveryId: true },
  });
  const ids = prompts.flatMap(({ deliveryId }) => deliveryId ?? []);
  const delivery = await prisma.delivery.findFirst({
    where: { id: { in: ids }, personId, closedAt: null },
    orderBy: { planAt: 'desc' },
    select: { id: true },
  });
  return delivery?.id ?? null;
}

async function newAction(prisma: PrismaClient, deliveryId: string, personId: string, act: ButtonAct): Promise<string> {
  const id = randomBytes(16).toString('base64url');
  await prisma.action.create({ data: { id, deliveryId, personId, act: act as unknown as Prisma.InputJsonValue } });
  return id;
}

/** The button of the question which task was meant, for the one that the command names. */
export async function choiceFor(
  prisma: PrismaClient,
  inboxId: string,
  { entityId, part }: Target,
): Promise<string | null> {
  const found = await prisma.action.findFirst({
    where: {
      usedAt: null,
      AND: [
        { act: { path: ['kind'], equals: 'choose-task' } },
        { act: { path: ['inboxId'], equals: inboxId } },
        { act: { path: ['entityId'], equals: entityId } },
        { act: { path: ['partId'], equals: part.id } },
      ],
    },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** 〔确认登记〕 of the person's open card. */
export async function confirmFor(prisma: PrismaClient, personId: string): Promise<string | null> {
  const proposal = await prisma.proposal.findFirst({
    where: { personId, status: 'open' },
    orderBy: { planAt: 'desc' },
  });
  if (!proposal?.deliveryId) return null;
  const found = await prisma.action.findFirst({
    where: { deliveryId: proposal.deliveryId, act: { path: ['kind'], equals: 'confirm' } },
    select: { id: true },
  });
  return found?.id ?? null;
}
