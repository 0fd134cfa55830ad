import type { Decision, RowContext } from '../types.ts';
import { deskSays, deskWords } from './desk-message.ts';

/** This row edits a message that arrived. */
export async function editsKnown({ deps, row }: RowContext): Promise<boolean> {
  const { edits } = row.payload as { edits?: unknown };
  if (typeof edits !== 'string') return false;
  return (await deps.prisma.inbox.findUnique({ where: { dedupeKey: edits }, select: { id: true } })) !== null;
}

/** Editing a command doesn't do a thing again, nor another thing. */
export async function notAgain(context: RowContext): Promise<Decision> {
  const words = deskWords(await context.talk());
  return deskSays(context, context.planId, 'note', [words.notEdited]);
}
