import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from '../../domain/chat/port.ts';
import { refusal } from '../../domain/refusals.ts';
import { parseStoredMessage } from '../../prisma/queries/insert-delivery.ts';
import type { Act, Done } from './act.ts';
import { partNames } from './part-name.ts';
import type { Stage } from './stage.ts';
import type { StoryTime } from './story.ts';

interface Sent {
  /** On the story's clock, where it was written earlier than it arrives. */
  written?: StoryTime;
  /** The same again under this key counts once. */
  key?: string;
}

type Content = Pick<IncomingMessage, 'kind' | 'text' | 'payload'>;

/** Typed words. */
export const says = (name: string, text: string, sent: Sent = {}): Act =>
  posts(`${name} says ${text}`, name, async () => ({ kind: 'text', text, payload: {} }), sent);

/** A command, as a channel marks it. */
export const commands = (name: string, text: string): Act =>
  posts(`${name} asks ${text}`, name, async () => ({ kind: 'command', text, payload: {} }), {});

/** The button of that label on the newest message that has it; `note`: words that a modal adds. */
export const presses = (name: string, label: string, { note, ...sent }: Sent & { note?: string } = {}): Act =>
  posts(
    `${name} presses ${label}`,
    name,
    async (stage) => ({
      kind: 'button',
      text: note ?? null,
      payload: { buttonId: await buttonOf(stage, name, label) },
    }),
    sent,
  );

export interface FormLine {
  /** 科技(四) */
  part: string;
  progress?: number;
  words?: string;
  expectedOn?: string;
  blocker?: string;
  done?: boolean;
  /** 更正 of the last report. */
  correct?: boolean;
  /** 申请延期. */
  newDueOn?: string;
  reason?: string;
}

/** The form, line by line. */
export const fills = (name: string, lines: FormLine[], sent: Sent = {}): Act =>
  posts(
    `${name} fills ${lines.map(({ part }) => part).join('、')}`,
    name,
    async (stage) => {
      const names = await partNames(stage);
      const parts = names.states.flatMap(({ entityId, parts: own }) =>
        own.map(({ id }) => ({ entityId, partId: id, name: names.of(entityId, id) })),
      );
      return {
        kind: 'form',
        text: null,
        payload: {
          lines: lines.map(({ part, ...line }) => {
            const meant = parts.find((one) => one.name === part);
            if (!meant) throw new Error(`no part of this story is ${part}`);
            return { entityId: meant.entityId, partId: meant.partId, ...line };
          }),
        },
      };
    },
    sent,
  );

function posts(label: string, name: string, content: (stage: Stage) => Promise<Content>, sent: Sent): Act {
  return {
    label,
    async begin(stage) {
      const { world, cast, time } = stage;
      const { prisma } = world.h;
      const { personId, channel } = cast.named(name);
      const before = new Set((await answersTo(stage, personId)).map(({ id }) => id));
      const { inboxId } = await world.bot.inbox.receive({
        address: { channel, team: '', externalId: personId },
        dedupeKey: sent.key === undefined ? `story/${randomUUID()}` : `story/${stage.planId}/${sent.key}`,
        receivedAt: new Date().toISOString(),
        ...(sent.written === undefined ? {} : { planAt: time.instant(sent.written).toISOString() }),
        ...(await content(stage)),
      });
      return async (): Promise<Done> => {
        const row = await prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } });
        const answers = (await answersTo(stage, personId)).filter(({ id }) => !before.has(id));
        const ok = row.outcome !== 'refused' && row.status === 'done';
        // To somebody unknown: no delivery is kept, the row is the record.
        if (row.error === 'ACCOUNT_UNKNOWN') return { ok, said: [refusal(row.error).message] };
        return {
          ok,
          said: answers.flatMap(({ message }) => {
            const { heading, lines } = parseStoredMessage(message);
            return lines.map((line, index) => (index === 0 ? `${heading}${line}` : line));
          }),
        };
      };
    },
  };
}

const answersTo = ({ world, planIds }: Stage, personId: string) =>
  world.h.prisma.delivery.findMany({
    where: { planId: { in: planIds }, personId, klass: 'answer' },
    orderBy: { createdAt: 'asc' },
    select: { id: true, message: true },
  });

async function buttonOf({ world, cast, planIds }: Stage, name: string, label: string): Promise<string> {
  const rows = await world.h.prisma.delivery.findMany({
    where: { planId: { in: planIds }, personId: cast.named(name).personId },
    orderBy: [{ planAt: 'desc' }, { createdAt: 'desc' }],
  });
  for (const { message } of rows) {
    const button = parseStoredMessage(message).buttons.find((one) => one.label === label);
    if (button?.id !== undefined) return button.id;
  }
  throw new Error(`${name} was never shown 〔${label}〕`);
}
