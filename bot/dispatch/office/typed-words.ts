import { bareRequest, typedCommand } from '../../../domain/chat/command.ts';
import { fold } from '../../../domain/chat/fold.ts';
import { may } from '../../../domain/rights.ts';
import { isOpenPart, partsOfPerson } from '../../directory/person-parts.ts';
import type { Decision, RowContext } from '../types.ts';
import { runCommand } from './apply-command.ts';
import { awaitedReason } from './ask-reason.ts';
import { deskActor } from './desk-call.ts';
import { deskSays, deskWords } from './desk-message.ts';
import { perform } from './perform.ts';

/**
 * Typed words that are meant for the desk: the reason that it asked for, or a command. A unit's liaison
 * reports; of theirs only 帮助 and 我的事项 are none. null: not for the desk.
 */
export async function applyTyped(context: RowContext): Promise<Decision | null> {
  const text = context.row.text ?? '';
  const bare = bareRequest(text);
  if (bare) return runCommand(context, { name: bare, rest: '' });
  const awaited = await awaitedReason(context);
  const command = typedCommand(text);
  if (awaited && command?.rest !== '') return reasonGiven(context, awaited, text);
  if (!command || !(await commands(context))) return null;
  // Editing one's words doesn't do a thing again.
  if (typeof (context.row.payload as { edits?: unknown }).edits === 'string' && (await isKnown(context))) {
    const words = deskWords(await context.talk());
    return deskSays(context, context.planId, 'confirm', [words.notEdited]);
  }
  return runCommand(context, command);
}

const isDropped = (text: string): boolean => /^(取消|算了|不推进了?|不退回了?)[。.]*$/.test(fold(text).trim());

async function reasonGiven(
  context: RowContext,
  { act, deliveryId }: NonNullable<Awaited<ReturnType<typeof awaitedReason>>>,
  text: string,
): Promise<Decision> {
  const given = isDropped(text)
    ? ({ do: 'drop', awaits: null } as const)
    : 'reason' in act
      ? { ...act, reason: text.trim() }
      : act;
  const decided = await perform(context, given);
  const closedWith = decided.messages[0]?.message.lines[0] ?? '';
  return { ...decided, closes: [...decided.closes, { deliveryId, closedWith }] };
}

/** Whoever reads or runs a plan and has nothing to report in it. */
async function commands(context: RowContext): Promise<boolean> {
  const { grants } = await deskActor(context);
  if (!grants.some((grant) => may('read-board', [grant], { planId: grant.planId }))) return false;
  return !(await partsOfPerson(context.deps.prisma, context.person.id)).some(isOpenPart);
}

async function isKnown({ deps, row }: RowContext): Promise<boolean> {
  const { edits } = row.payload as { edits: string };
  return (await deps.prisma.inbox.findUnique({ where: { dedupeKey: edits }, select: { id: true } })) !== null;
}
