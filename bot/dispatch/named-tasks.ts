import { mentionsIn, type Mention } from '../../domain/chat/mentions.ts';
import type { Db } from '../../prisma/client.ts';
import { isOpenPart, isWithdrawn, titleOf, type PersonPart } from '../directory/person-parts.ts';
import type { Target } from './propose.ts';
import type { RowRefusal } from './refuse-row.ts';
import { taskEntityId, taskIdOf } from '../../domain/task-entity.ts';

export interface NamedTasks {
  targets: Target[];
  /** The number fits several open tasks (of two plans): asked. */
  choices: PersonPart[];
  /** Named, and taken away before it was done: what is said of it is kept. */
  withdrawn: Target[];
  /** A named task is another unit's, or takes no answers. */
  refusal: RowRefusal | null;
  /** 第(九十九)项, where nothing that the text names exists: asked, never taken for the task at hand. */
  unknown: string | null;
}

interface Task {
  entityId: string;
  planId: string;
  no: string | null;
  title: string;
}

/** The tasks that a text names by number or title, of all in this person's plans: their own, closed ones, other units'. */
export async function namedTasks(db: Db, parts: PersonPart[], text: string): Promise<NamedTasks> {
  const planIds = [...new Set(parts.map(({ planId }) => planId))];
  const rows = await db.task.findMany({
    where: { planId: { in: planIds } },
    orderBy: [{ planId: 'asc' }, { ordinal: 'asc' }],
    select: { id: true, planId: true, no: true, title: true },
  });
  const own: Task[] = parts
    .filter(({ entityId }) => taskIdOf(entityId) === null)
    .map((part) => ({ entityId: part.entityId, planId: part.planId, no: null, title: titleOf(part) }));
  const tasks = [...rows.map(({ id, ...task }) => ({ ...task, entityId: taskEntityId(id) })), ...own];
  const named = mentionsIn(text, tasks);
  const mentions = named.filter((mention) => mention.tasks.length > 0);
  const unknown = mentions.length > 0 ? null : (named[0]?.named ?? null);
  const targets: Target[] = [];
  const withdrawn: Target[] = [];
  let choices: PersonPart[] = [];
  let refusal: RowRefusal | null = null;
  for (const mention of mentions) {
    const mine = parts.filter(({ entityId }) => mention.tasks.some((task) => task.entityId === entityId));
    const open = mine.filter(isOpenPart);
    const [only] = open;
    const gone = mine.findLast(isWithdrawn);
    const words = mentions.length === 1 ? text : mention.words;
    if (open.length === 1 && only) targets.push({ part: only, words });
    else if (open.length === 0 && gone) withdrawn.push({ part: gone, words });
    else if (open.length > 1) choices = [...choices, ...open];
    else refusal ??= refusalFor(mention, mine);
  }
  // A number that fits several tasks is asked about with the whole text, never guessed beside a certain one.
  return choices.length > 0
    ? { targets: [], choices: [...choices, ...targets.map(({ part }) => part)], refusal: null, withdrawn, unknown }
    : { targets, choices: [], refusal, withdrawn, unknown };
}

function refusalFor({ named, tasks }: Mention<Task>, mine: PersonPart[]): RowRefusal {
  const [task] = tasks;
  const [closed] = mine;
  const about = { entityId: task?.entityId ?? null };
  const planId = task?.planId;
  if (!closed) return { code: 'NOT_YOURS', named, about, ...(planId === undefined ? {} : { planId }) };
  if (closed.status === 'waiting') return { code: 'PHASE_NOT_OPEN', planId: closed.planId, named, about };
  return {
    code: 'TASK_CLOSED',
    details: { status: closed.status === 'cancelled' ? '取消' : '办结' },
    planId: closed.planId,
    named,
    about,
  };
}
