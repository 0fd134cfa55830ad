import { DateTime } from 'luxon';
import { readReply } from '../../../domain/chat/understand/read-reply.ts';
import type { OpenTask, ReplyItem, ReplyQuestion } from '../../../domain/chat/understand/types.ts';
import type { PersonPart } from '../../directory/person-parts.ts';
import type { InboxRow, RowContext } from '../types.ts';
import { knownTasks } from './known-tasks.ts';

/** One task of which a text speaks. */
export interface TaskRead {
  part: PersonPart;
  task: OpenTask;
  /** null: words about it of which nothing could be read. */
  item: ReplyItem | null;
}

export interface WordsRead {
  tasks: TaskRead[];
  question: ReplyQuestion | null;
}

/**
 * What a text says of these parts, by one call of the reader. `afresh`: it takes the place of what is on record, which
 * is no measure for it then.
 */
export async function readWords(
  context: RowContext,
  typed: InboxRow,
  { text, parts, afresh = false }: { text: string; parts: readonly PersonPart[]; afresh?: boolean },
): Promise<WordsRead> {
  const { prisma } = context.deps;
  const known = await knownTasks(prisma, parts);
  const { zone } = await context.talk(parts[0]?.planId);
  const at = DateTime.fromJSDate(typed.planAt, { zone }).toISO() ?? typed.planAt.toISOString();
  const open = known.map(({ task }) => (afresh ? { ...task, last: null } : task));
  const { items, question } = readReply({ at, open, text }, await context.calendar());
  return {
    tasks: items.flatMap((item) => {
      const one = known[item.task];
      return one ? [{ ...one, item }] : [];
    }),
    question,
  };
}

const NUMBERED = /第\s*[((]?[\d一二三四五六七八九十百]+(?:\.\d+)?[))]?\s*项/g;

/** The same of one part that is known to be meant: words that name nothing are about it too. */
export async function readAbout(
  context: RowContext,
  typed: InboxRow,
  asked: { text: string; part: PersonPart; afresh?: boolean },
): Promise<{ read: TaskRead; question: ReplyQuestion | null }> {
  const { tasks, question } = await readWords(context, typed, { ...asked, parts: [asked.part] });
  const [read] = tasks;
  // Of a share of the text the places are not those of the whole.
  const isWhole = asked.text.length === (typed.text ?? '').length;
  if (read) return { read: isWhole || !read.item ? read : { ...read, item: { ...read.item, from: {} } }, question };
  // It names a task that isn't this one, and was said to mean it.
  const unnamed = asked.text.replace(NUMBERED, (label) => ' '.repeat(label.length));
  if (unnamed !== asked.text && unnamed.trim() !== '') return readAbout(context, typed, { ...asked, text: unnamed });
  const [known] = await knownTasks(context.deps.prisma, [asked.part]);
  if (!known) throw new RangeError('a part that is not known');
  return { read: { ...known, item: null }, question };
}
