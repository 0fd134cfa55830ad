import type { OpenTask } from '../../../domain/chat/understand/types.ts';
import { figureName } from '../../../domain/supervision/figures.ts';
import type { ButtonAct } from '../../../domain/chat/message.ts';
import type { Db } from '../../../prisma/client.ts';
import { parseStoredMessage } from '../../../prisma/queries/insert-delivery.ts';
import { titleOf, type PersonPart } from '../../directory/person-parts.ts';
import { taskTargets } from '../../directory/task-targets.ts';
import type { PartRef } from '../../parts-of-act.ts';

/** An open task as the reader of replies knows it. */
export interface KnownTask {
  part: PersonPart;
  task: OpenTask;
}

/** What the reader is told of these parts: their targets, and what is on record. */
export async function knownTasks(db: Db, parts: readonly PersonPart[]): Promise<KnownTask[]> {
  const targets = await taskTargets(
    db,
    parts.map(({ planId }) => planId),
  );
  return parts.map((part) => ({ part, task: openTask(part, targets.get(part.entityId) ?? []) }));
}

function openTask(part: PersonPart, targets: OpenTask['targets']): OpenTask {
  const { progress, figures = [], duties } = part.part;
  const due = part.part['dueOn'] ?? duties.find(({ kind }) => kind === 'completion')?.dueOn;
  // A state holds the beginning of a long name.
  const fullName = (name: string): string => targets.find((target) => figureName(target.name) === name)?.name ?? name;
  return {
    no: part.no,
    title: titleOf(part),
    unit: part.unit,
    due: typeof due === 'string' ? due : null,
    targets,
    last:
      progress === null && figures.length === 0
        ? null
        : {
            percent: progress,
            figures: figures.map(({ name, value, unit }) => ({ name: fullName(name), value, unit })),
          },
  };
}

/** As the newest digest lists them, which is how people count them; what it doesn't list comes after, in the plan's order. */
export async function inDigestOrder(db: Db, personId: string, parts: readonly PersonPart[]): Promise<PersonPart[]> {
  const digest = await db.delivery.findFirst({
    where: { personId, klass: 'digest', status: { in: ['sent', 'ambiguous'] } },
    orderBy: [{ planAt: 'desc' }, { createdAt: 'desc' }],
    select: { message: true },
  });
  const listed = digest ? parseStoredMessage(digest.message).buttons.flatMap(({ act }) => refsOf(act)) : [];
  const place = ({ entityId, part }: PersonPart): number => {
    const at = listed.findIndex((ref) => ref.entityId === entityId && ref.partId === part.id);
    return at < 0 ? listed.length : at;
  };
  return parts.toSorted((a, b) => place(a) - place(b));
}

const refsOf = (act: ButtonAct): PartRef[] => ('lines' in act ? act.lines : 'entityId' in act ? [act] : []);
