import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { correctionIn, saysCorrection } from '../../domain/chat/understand/correction.ts';
import { isRetractable } from '../../domain/supervision/filings.ts';
import type { Reading, ReadingKind } from '../../domain/supervision/reading.ts';
import type { Db } from '../../prisma/client.ts';
import { findPart, isOpenPart, type PersonPart } from '../directory/person-parts.ts';
import type { NamedTasks } from './named-tasks.ts';
import { propose } from './propose.ts';
import { decision, type Decision, type RowContext } from './types.ts';
import { askWhichToWithdraw, withdrawItems, type WithdrawAct } from './withdraw.ts';

type Item = WithdrawAct['items'][number];

/**
 * 刚才写错了 takes the newest answer back; 更正:… proposes a new version of it. Without a task's name it is about
 * what this person answered last. null: no correction, or none that can be told: read as any other words.
 */
export async function correctInWords(
  context: RowContext,
  parts: PersonPart[],
  named: Pick<NamedTasks, 'targets' | 'choices' | 'withdrawn' | 'refusal' | 'unknown'>,
): Promise<Decision | null> {
  const { row, deps, person } = context;
  const words = row.text ?? '';
  const said = correctionIn(words);
  if (!said || named.refusal || named.unknown !== null || named.choices.length > 0 || named.withdrawn.length > 0)
    return null;
  const about = named.targets.map(({ part }) => part);
  const last = await lastAnswered(deps.prisma, person.id, about);
  if (said.bare) return takeBack(context, last);
  if (about.length > 0) return propose(context, row, named.targets, { corrects: true });
  return correctLast(context, parts, last);
}

/** The same words anywhere in a text of which nothing tells which task it corrects. */
export async function correctLastInWords(context: RowContext, parts: PersonPart[]): Promise<Decision | null> {
  if (!saysCorrection(context.row.text ?? '')) return null;
  return correctLast(context, parts, await lastAnswered(context.deps.prisma, context.person.id, [], statesSomething));
}

function correctLast(context: RowContext, parts: PersonPart[], last: Item[]): Promise<Decision> | null {
  const { row } = context;
  const [only, ...others] = last;
  const part = only && others.length === 0 ? findPart(parts.filter(isOpenPart), only) : undefined;
  return part ? propose(context, row, [{ part, words: row.text ?? '' }], { corrects: true }) : null;
}

async function takeBack(context: RowContext, items: Item[]): Promise<Decision> {
  if (items.length === 1) return withdrawItems(context, items);
  if (items.length > 1) return askWhichToWithdraw(context, items);
  const talk = await context.talk();
  const { answers } = catalogueFor(talk.locale);
  return decision('kept', context.planId, {
    messages: [{ message: answerMessage('note', [answers.nothingToWithdraw], talk) }],
  });
}

/** A receipt states nothing that could be corrected. */
const statesSomething = (kind: ReadingKind): boolean => isRetractable(kind) && kind !== 'receipt';

/** Looked at are no more than a form's lines. */
const LOOKED_AT = 200;

/** The items of the message by which this person last answered, or of each named part the last. */
async function lastAnswered(
  db: Db,
  personId: string,
  about: PersonPart[],
  isMeant: (kind: ReadingKind) => boolean = isRetractable,
): Promise<Item[]> {
  const found = await db.inboxItem.findMany({
    where: {
      inbox: { personId },
      outcome: 'recorded',
      ...(about.length > 0 ? { OR: about.map(({ entityId, part }) => ({ entityId, partId: part.id })) } : {}),
    },
    orderBy: [{ appliedAt: 'desc' }, { id: 'asc' }],
    take: LOOKED_AT,
    select: { id: true, inboxId: true, entityId: true, partId: true, reading: true },
  });
  const answers = found.filter(({ reading }) => isMeant((reading as unknown as Reading).kind));
  const items = answers.map(({ id, inboxId, entityId, partId }) => ({ entityId, partId, itemId: id, inboxId }));
  const wanted =
    about.length > 0
      ? items.filter((item, at) => items.findIndex((one) => isSamePart(one, item)) === at)
      : items.filter(({ inboxId }) => inboxId === items[0]?.inboxId);
  return wanted.map(({ entityId, partId, itemId }) => ({ entityId, partId, itemId }));
}

const isSamePart = (a: Item, b: Item): boolean => a.entityId === b.entityId && a.partId === b.partId;
