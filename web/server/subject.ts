import { readersOf } from '../../bot/desk/views/evidence.ts';
import { RefusedError } from '../../domain/refusals.ts';
import type { Subject } from '../../domain/rights.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { taskWorkflowId } from '../../workflows/ids.ts';

/** What a route is about, by which rights are judged. `installation`: no plan in particular. */
export type SubjectKind =
  | 'installation'
  | 'own-inbox'
  | 'demo'
  | 'plan'
  | 'plan-units'
  | 'task'
  | 'contact'
  | 'member'
  | 'decision'
  | 'brief'
  | 'evidence'
  | 'notice'
  | 'delivery';

/** Finds the subject that a path names, or whose viewer it is. Throws the sentence for what doesn't exist. */
export async function subjectOf(
  prisma: PrismaClient,
  kind: SubjectKind,
  params: Record<string, string>,
  viewerId: string,
): Promise<Subject & { personId?: string }> {
  switch (kind) {
    case 'installation':
      return { planId: null };
    case 'own-inbox':
      return personSubject(prisma, viewerId);
    case 'demo':
      return { planId: (await prisma.plan.findFirst({ where: { demo: true }, select: { id: true } }))?.id ?? null };
    case 'plan':
      return { planId: await planOf(prisma, params['planId'] ?? '') };
    case 'plan-units':
      return unitsSubject(prisma, params['planId'] ?? '', viewerId);
    case 'task':
      return taskSubject(prisma, params['taskId'] ?? '');
    case 'contact':
      return contactSubject(prisma, params['personId'] ?? '');
    case 'member':
      return memberSubject(prisma, params['planId'] ?? '', params['personId'] ?? '');
    case 'brief':
      return { planId: await planOfBrief(prisma, params['briefId'] ?? '') };
    case 'notice':
      return { planId: await planOfNotice(prisma, params['noticeId'] ?? '') };
    case 'delivery':
      return { planId: await planOfDelivery(prisma, params['deliveryId'] ?? '') };
    case 'evidence':
      return evidenceSubject(prisma, params['evidenceId'] ?? '');
    case 'decision':
      return { planId: await planOfItem(prisma, params['id'] ?? '') };
  }
}

async function planOf(prisma: PrismaClient, planId: string): Promise<string> {
  const plan = await prisma.plan.findUnique({ where: { id: planId }, select: { id: true } });
  if (!plan) throw new RefusedError('PLAN_UNKNOWN', { plan: planId });
  return plan.id;
}

/** A plan as far as the viewer's own units are in it. Throws PLAN_UNKNOWN. */
async function unitsSubject(prisma: PrismaClient, wanted: string, viewerId: string): Promise<Subject> {
  const planId = await planOf(prisma, wanted);
  const own = await prisma.membership.findMany({
    where: { personId: viewerId, active: true, unit: { planId } },
    select: { unitId: true },
  });
  return { planId, unitIds: own.map(({ unitId }) => unitId) };
}

async function taskSubject(prisma: PrismaClient, taskId: string): Promise<Subject> {
  const task = await prisma.task.findUnique({ where: { id: taskId }, select: { planId: true } });
  if (!task) throw new RefusedError('TASK_UNKNOWN', { task: taskId });
  const checkpoint = await prisma.checkpoint.findUnique({
    where: { entityId: taskWorkflowId(taskId) },
    select: { state: true },
  });
  // Former units read what they said; what they may do beyond that the desk judges.
  const { parts = [], formerParts = [] } = (checkpoint?.state ?? {}) as Partial<
    Pick<SupervisedState, 'parts' | 'formerParts'>
  >;
  return { planId: task.planId, unitIds: [...parts, ...formerParts].map(({ unitId }) => unitId) };
}

/** A person belongs to the plan of a unit, or of a role. Throws CONTACT_UNKNOWN. */
export async function personSubject(
  prisma: PrismaClient,
  personId: string,
): Promise<Subject & { personId: string; demo: boolean }> {
  const person = await prisma.person.findUnique({
    where: { id: personId },
    select: {
      demo: true,
      memberships: { select: { unit: { select: { planId: true } } }, orderBy: [{ active: 'desc' }, { id: 'asc' }] },
      grants: { select: { planId: true }, orderBy: { id: 'asc' } },
    },
  });
  if (!person) throw new RefusedError('CONTACT_UNKNOWN', { contact: personId });
  const planId =
    person.memberships[0]?.unit.planId ?? person.grants.find((grant) => grant.planId !== null)?.planId ?? null;
  return { planId, personId, demo: person.demo };
}

/** A person by the units that they are of, in whichever plan: what each of these allows the desk judges. */
async function contactSubject(prisma: PrismaClient, personId: string): Promise<Subject> {
  const { planId } = await personSubject(prisma, personId);
  const memberships = await prisma.membership.findMany({ where: { personId, active: true }, select: { unitId: true } });
  return { planId, unitIds: memberships.map(({ unitId }) => unitId) };
}

/** A contact of one plan, by the units that they are of there. Throws CONTACT_UNKNOWN, PLAN_UNKNOWN. */
async function memberSubject(prisma: PrismaClient, wanted: string, personId: string): Promise<Subject> {
  const planId = await planOf(prisma, wanted);
  const person = await prisma.person.findUnique({
    where: { id: personId },
    select: { memberships: { where: { active: true, unit: { planId } }, select: { unitId: true } } },
  });
  if (!person) throw new RefusedError('CONTACT_UNKNOWN', { contact: personId });
  return { planId, unitIds: person.memberships.map(({ unitId }) => unitId) };
}

/** A file belongs to the unit whose evidence it is, to whoever leads its task, and to who sent it. Throws EVIDENCE_UNKNOWN. */
async function evidenceSubject(prisma: PrismaClient, id: string): Promise<Subject & { personId: string }> {
  const row = await prisma.evidence.findUnique({ where: { id } });
  if (!row) throw new RefusedError('EVIDENCE_UNKNOWN');
  const checkpoint =
    row.entityId === null
      ? null
      : await prisma.checkpoint.findUnique({ where: { entityId: row.entityId }, select: { state: true } });
  const state = checkpoint?.state as unknown as SupervisedState | undefined;
  const planId = row.planId ?? (await personSubject(prisma, row.personId)).planId;
  return { planId, personId: row.personId, unitIds: state ? readersOf(state, row.partId ?? '') : [] };
}

async function planOfItem(prisma: PrismaClient, id: string): Promise<string> {
  const item = await prisma.officeItem.findUnique({ where: { id }, select: { planId: true } });
  if (!item) throw new RefusedError('INPUT_INVALID', { what: `没有编号为“${id}”的待办事项,请刷新后再试。` });
  return item.planId;
}

async function planOfBrief(prisma: PrismaClient, id: string): Promise<string> {
  const brief = await prisma.brief.findUnique({ where: { id }, select: { planId: true } });
  if (!brief) throw new RefusedError('BRIEF_UNKNOWN');
  return brief.planId;
}

async function planOfNotice(prisma: PrismaClient, id: string): Promise<string> {
  const notice = await prisma.notice.findUnique({ where: { id }, select: { planId: true } });
  if (!notice) throw new RefusedError('NOTICE_UNKNOWN');
  return notice.planId;
}

async function planOfDelivery(prisma: PrismaClient, id: string): Promise<string> {
  const delivery = await prisma.delivery.findUnique({ where: { id }, select: { planId: true } });
  if (!delivery) throw new RefusedError('DELIVERY_UNKNOWN');
  return delivery.planId;
}
