import { dayText, localDay } from '../../../domain/chat/local-text.ts';
import { itemLabel } from '../../../domain/chat/item-label.ts';
import type { Button, LineRef } from '../../../domain/chat/message.ts';
import { ownOpen, type OwnOpen } from '../../desk/views/own-list.ts';
import type { Decision, PlanTalk, RowContext } from '../types.ts';
import { rollUpOfPart } from '../roll-up/roll-up-of-part.ts';
import { deskSays, deskWords } from './desk-message.ts';

/** All lists of one message together stay below Telegram's 4,096 characters and Slack's 25 buttons. */
const LINES_MAX = 24;
const BUTTONS_MAX = 8;

export interface OwnLines {
  count: number;
  lines: string[];
  buttons: Button[];
}

/** What one person answers for as lines of a message, with buttons to answer. */
export async function ownLines(context: RowContext): Promise<OwnLines> {
  const { prisma } = context.deps;
  const open = await ownOpen(prisma, {
    personId: context.person.id,
    at: context.row.planAt,
    talk: (planId) => context.talk(planId),
  });
  const shown = [];
  for (const item of open) {
    const talk = await context.talk(item.planId);
    const { status, button } = await rollUpOfPart(prisma, item.part, talk);
    const line = `${ownLine(item, talk)}${status}`;
    shown.push({ line, buttons: [ownButton(item, talk), button].filter((one) => one !== null) });
  }
  const lines = shown.map(({ line }, at) => `${at + 1}.${line}`);
  return {
    count: shown.length,
    lines: lines.length > LINES_MAX ? [...lines.slice(0, LINES_MAX), `另有${lines.length - LINES_MAX}项。`] : lines,
    buttons: shown.flatMap((one) => one.buttons).slice(0, BUTTONS_MAX),
  };
}

/** 第(九)项"…" 进度40% 签收7月6日(已逾期) */
export function ownLine({ no, title, progress, lastWords, duties, state }: OwnOpen, talk: PlanTalk): string {
  const words = deskWords(talk);
  const today = localDay(talk.now, talk.zone);
  const dues = duties.map(({ label, dueOn, late }) => words.due(label, dayText(dueOn, today, talk.locale), late));
  const said = {
    unconfirmed: words.unconfirmed,
    unsigned: words.awaitsSignOff,
    claimed: words.awaitsAcceptance,
    returned: words.returned,
  };
  const [item, ...rest] = [
    words.item(no, title),
    words.progress(progress, lastWords),
    ...(dues.length > 0 ? [dues.join(talk.locale === 'en' ? ', ' : '、')] : [words.nothingDue]),
    ...(state === null ? [] : [said[state]]),
  ];
  return talk.locale === 'en' ? `${item}: ${rest.join('; ')}` : [item, ...rest].join(' ');
}

/** 签收 or 填报 of what is owed first; none while an answer waits to be confirmed. */
export function ownButton({ entityId, partId, no, title, duties, state }: OwnOpen, talk: PlanTalk): Button | null {
  const [first] = duties;
  if (!first || state === 'unconfirmed') return null;
  const { buttons } = deskWords(talk);
  const kind = first.kind === 'receipt' ? 'receipt' : 'fill';
  const ref: LineRef = { entityId, partId, duty: first.kind, cycle: first.cycle };
  return { label: `${buttons[kind]} ${itemLabel(no, title)}`, act: { kind, ...ref } };
}

/** 我的事项. */
export async function showOwnList(context: RowContext): Promise<Decision> {
  const { count, lines, buttons } = await ownLines(context);
  const words = deskWords(await context.talk());
  return deskSays(
    context,
    context.planId,
    'own',
    count === 0 ? [words.ownNone] : [words.ownList(count), ...lines],
    buttons,
  );
}
