import { dayText, localDay } from '../../../domain/chat/local-text.ts';
import { itemLabel } from '../../../domain/chat/item-label.ts';
import type { Button, LineRef } from '../../../domain/chat/message.ts';
import { dutyLabel } from '../../../domain/chat/duty-label.ts';
import { isOpenPart, partsOfPerson, titleOf, type PersonPart } from '../../directory/person-parts.ts';
import { parseProposalItems } from '../../proposals/items.ts';
import type { Decision, PlanTalk, RowContext } from '../types.ts';
import { rollUpOfPart } from '../roll-up/roll-up-of-part.ts';
import { deskSays, deskWords } from './desk-message.ts';
import { deadlineOf } from '../../../domain/supervision/deadline-of.ts';

/** All lists of one message together stay below Telegram's 4,096 characters and Slack's 25 buttons. */
const LINES_MAX = 24;
const BUTTONS_MAX = 8;

export interface OwnList {
  count: number;
  lines: string[];
  buttons: Button[];
}

/** What one person answers for: what is open and due when, what was answered, with buttons to answer. */
export async function ownList(context: RowContext): Promise<OwnList> {
  const { prisma } = context.deps;
  const [parts, proposals] = await Promise.all([
    partsOfPerson(prisma, context.person.id, context.row.planAt),
    prisma.proposal.findMany({ where: { personId: context.person.id, status: 'open' }, select: { items: true } }),
  ]);
  const awaiting = new Set(
    proposals.flatMap(({ items }) => parseProposalItems(items)).map((item) => `${item.entityId}|${item.partId}`),
  );
  const shown = [];
  for (const part of parts.filter(isOpenPart)) {
    const talk = await context.talk(part.planId);
    const { status, button } = await rollUpOfPart(prisma, part, talk);
    const own = shownPart(part, awaiting, talk);
    shown.push({ line: `${own.line}${status}`, buttons: [own.button, button].filter((one) => one !== null) });
  }
  const lines = shown.map(({ line }, at) => `${at + 1}.${line}`);
  return {
    count: shown.length,
    lines: lines.length > LINES_MAX ? [...lines.slice(0, LINES_MAX), `另有${lines.length - LINES_MAX}项。`] : lines,
    buttons: shown.flatMap((one) => one.buttons).slice(0, BUTTONS_MAX),
  };
}

function shownPart(
  part: PersonPart,
  awaiting: ReadonlySet<string>,
  talk: PlanTalk,
): { line: string; button: Button | null } {
  const words = deskWords(talk);
  const today = localDay(talk.now, talk.zone);
  const title = titleOf(part);
  const { progress, lastWords, completion } = part.part;
  const isAwaiting = awaiting.has(`${part.entityId}|${part.part.id}`);
  const due = part.part.duties
    .filter(
      ({ kind, filedAt, openFrom }) => filedAt === undefined && openFrom <= talk.now && !isClaimed(kind, completion),
    )
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const state = isAwaiting
    ? words.unconfirmed
    : completion === 'claimed'
      ? words.awaitsAcceptance
      : completion === 'returned'
        ? words.returned
        : '';
  const dues = due.map((duty) =>
    words.due(
      dutyLabel(duty.kind, duty.cycle, duty.also),
      dayText(duty.dueOn, today),
      deadlineOf(duty).redAt < talk.now,
    ),
  );
  const line = [
    words.item(part.no, title),
    words.progress(progress, lastWords),
    ...(dues.length > 0 ? [dues.join('、')] : [words.nothingDue]),
    ...(state === '' ? [] : [state]),
  ].join(' ');
  const [first] = due;
  if (!first || isAwaiting) return { line, button: null };
  const ref: LineRef = { entityId: part.entityId, partId: part.part.id, duty: first.kind, cycle: first.cycle };
  const label = `${first.kind === 'receipt' ? words.buttons.receipt : words.buttons.fill} ${itemLabel(part.no, title)}`;
  return { line, button: { label, act: { kind: first.kind === 'receipt' ? 'receipt' : 'fill', ...ref } } };
}

const isClaimed = (duty: string, completion: string): boolean => duty === 'completion' && completion === 'claimed';

/** 我的事项. */
export async function showOwnList(context: RowContext): Promise<Decision> {
  const { count, lines, buttons } = await ownList(context);
  const words = deskWords(await context.talk());
  return deskSays(
    context,
    context.planId,
    'own',
    count === 0 ? [words.ownNone] : [words.ownList(count), ...lines],
    buttons,
  );
}
