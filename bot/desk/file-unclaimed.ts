import type { Part } from '../../domain/supervision/types.ts';
import type { Evidence } from '../../prisma/generated/client.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPart, type PartAsked } from './find-part.ts';
import { findRunningTask } from './find-task.ts';
import { refuseRecorded } from './refuse.ts';
import { SEEN } from './seen-act.ts';
import { settleByKey } from './settle-by-key.ts';

type Running = Awaited<ReturnType<typeof findRunningTask>>;

/**
 * 归入任务: files that nobody said anything of become evidence of a task; of the part of their sender's unit, where no
 * other is named. Twice is no error. Throws RefusedError EVIDENCE_UNKNOWN, EVIDENCE_FILED, TASK_CLOSED, PART_UNKNOWN.
 */
export async function fileUnclaimed(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, evidenceIds, ...asked }: { taskId: string; evidenceIds: string[] } & PartAsked,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'file-evidence');
  const files: Evidence[] = [];
  for (const id of new Set(evidenceIds)) files.push(await unclaimed(deps, actor, found, id));
  const [first] = files;
  if (!first) return refuseRecorded(deps, actor, found.row.id, 'file-evidence', 'EVIDENCE_UNKNOWN');
  const part = await partFor(deps, actor, found, first, asked);
  const open = files.filter(({ filedAt }) => filedAt === null);
  for (const file of files.filter(({ filedAt }) => filedAt !== null))
    if (file.entityId !== found.entityId || file.partId !== part.id)
      return refuseRecorded(deps, actor, found.row.id, 'file-evidence', 'EVIDENCE_FILED', { name: file.name });
  for (const file of open) await fileOne(deps, actor, found, part, file);
  await settled(deps, actor, found.row.id, files);
  const names = open.map(({ name }) => `“${name}”`).join('、');
  return open.length === 0 ? SEEN : { summary: `${names}已归入,作为佐证留存。` };
}

/** A stored file that somebody of this plan sent. */
async function unclaimed(
  deps: DeskDeps,
  actor: DeskActor,
  { row: { id: planId } }: Running,
  id: string,
): Promise<Evidence> {
  const { prisma } = deps;
  const file = await prisma.evidence.findUnique({ where: { id } });
  const isStored = file?.status === 'stored' || file?.status === 'unassigned';
  const isOurs =
    file !== null &&
    (file.planId === planId ||
      (file.planId === null &&
        (await prisma.membership.count({ where: { personId: file.personId, unit: { planId } } })) > 0));
  if (!file || !isStored || !isOurs) return refuseRecorded(deps, actor, planId, 'file-evidence', 'EVIDENCE_UNKNOWN');
  // Its own message told whose it is, and it is on its way there.
  if (file.entityId !== null && file.filedAt === null)
    return refuseRecorded(deps, actor, planId, 'file-evidence', 'EVIDENCE_FILED', { name: file.name });
  return file;
}

async function partFor(
  deps: DeskDeps,
  actor: DeskActor,
  found: Running,
  { personId }: Evidence,
  asked: PartAsked,
): Promise<Part> {
  if (asked.partId === undefined && asked.unit === undefined && found.state.parts.length > 1) {
    const units = await deps.prisma.membership.findMany({ where: { personId }, select: { unitId: true } });
    const own = found.state.parts.filter(({ unitId }) => units.some((unit) => unit.unitId === unitId));
    const [only] = own;
    if (only && own.length === 1) return only;
  }
  return (await findPart(deps, actor, found, asked, 'file-evidence')).part;
}

/** The file's id is the act's, so that it counts once however often it is asked for. */
async function fileOne(
  deps: DeskDeps,
  actor: DeskActor,
  found: Running,
  part: Part,
  { id, name, mime, size, sha256, inboxId }: Evidence,
): Promise<void> {
  if (mime === null || size === null || sha256 === null) throw new RangeError('a stored file without its hash');
  const by = { ...actor, actId: `evidence/${id}` };
  const act = { kind: 'file-evidence' as const, partId: part.id, evidenceId: id, name, mime, size, sha256, inboxId };
  await decideTask(deps, by, found, act);
  await deps.prisma.evidence.update({
    where: { id },
    data: {
      status: 'stored',
      planId: found.row.id,
      entityId: found.entityId,
      partId: part.id,
      filedAt: new Date(),
    },
  });
}

/** The item of a message goes once none of its files waits; before that it shows the others. */
async function settled(deps: DeskDeps, actor: DeskActor, planId: string, files: Evidence[]): Promise<void> {
  const { prisma } = deps;
  for (const inboxId of new Set(files.map((file) => file.inboxId))) {
    const key = `evidence/${inboxId}`;
    const item = await prisma.officeItem.findUnique({ where: { planId_key: { planId, key } } });
    if (item?.status !== 'open') continue;
    const body = item.body as { files?: { id: string; name: string }[] };
    const left = await prisma.evidence.findMany({
      where: { id: { in: (body.files ?? []).map(({ id }) => id) }, filedAt: null },
      select: { id: true },
    });
    const still = (body.files ?? []).filter(({ id }) => left.some((one) => one.id === id));
    if (still.length === 0) await settleByKey(deps, actor, planId, key);
    else await prisma.officeItem.update({ where: { id: item.id }, data: { body: { ...body, files: still } } });
  }
}
