import { describe, expect, it } from 'vitest';
import { addressOf, closeCard } from '../../bot/channels.ts';
import type { SendResult } from '../../domain/chat/port.ts';
import type { SendableMessage } from '../../domain/chat/message.ts';
import { prompt } from './bot/acts.ts';
import type { World } from './bot/world.ts';
import { putState, stateIn } from './bot/world-seed.ts';
import type { Through } from './through.ts';
import type { PortUnderTest, Refusal, Shown, Wire } from './wire.ts';

const PERSON = 'person-unit-a';
const OTHER = 'person-unit-b';

interface Opened {
  world: World;
  wire: Wire;
  people: Through;
}

const message: SendableMessage = {
  deliveryId: 'delivery-of-the-contract',
  klass: 'notice',
  heading: '【督办单】',
  lines: ['第(九)项至今未报。'],
  buttons: [],
  signature: '市试点办',
};

/** What a channel with a provider must do besides: everything here crosses the provider's own protocol. */
export function chatWireCases({ channel, takesPosts = true }: PortUnderTest, opened: () => Opened): void {
  const inboxCount = () => opened().world.prisma.inbox.count();

  const shownFor = async (deliveryId: string): Promise<Shown | undefined> => {
    const { world, wire } = opened();
    const { providerRef } = await world.prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
    return wire.shown().find(({ ref }) => JSON.stringify(sorted(ref)) === JSON.stringify(sorted(providerRef)));
  };

  describe('through the provider', () => {
    it('shows a digest with its lines, its buttons and the signature', async () => {
      const { world } = opened();
      const card = await prompt(world, PERSON, channel, [
        ['task-9', 'report'],
        ['task-2', 'report'],
      ]);
      const shown = await shownFor(card.deliveryId);
      expect(shown?.text).toContain('1.第(九)项');
      expect(shown?.text).toContain('2.第(二)项');
      expect(shown?.text).toContain('市试点办');
      expect(shown?.buttonIds).toEqual(Object.values(card.buttons));
    });

    it('shows a closed card with what was recorded and without its buttons', async () => {
      const { world } = opened();
      const card = await prompt(world, PERSON, channel, [['task-9', 'completion']]);
      await closeCard(world.prisma, world.channels, card.deliveryId, '已报办结,待验收');
      const shown = await shownFor(card.deliveryId);
      expect(shown?.text).toContain('已报办结,待验收');
      expect(shown?.text).toContain('研究制定知识产权发展战略与规划');
      expect(shown?.buttonIds).toEqual([]);
    });

    it('sends the answer to what was typed back to whoever typed it', async () => {
      const { people } = opened();
      const typed = await people.type(PERSON, '第(九)项完成88%');
      const shown = await shownFor(typed.deliveryId);
      expect(shown?.text).toContain('【请核对】');
      expect(shown?.buttonIds).toEqual(Object.values(typed.buttons));
    });

    it('says no to what was not committed, and counts the redelivery once', async () => {
      const { world, wire } = opened();
      const before = await inboxCount();
      world.failAt.point = 'inbox.before-commit';
      expect(await wire.type(PERSON, '第(二)项完成71%')).toBe('no');
      expect(await inboxCount()).toBe(before);
      world.failAt.point = null;
      expect(await wire.redeliverLast()).toBe('yes');
      expect(await wire.redeliverLast()).toBe('yes');
      expect(await inboxCount()).toBe(before + 1);
    });

    it('says no to a press that was not committed; pressed again, it counts', async () => {
      const { world, wire, people } = opened();
      const card = await prompt(world, OTHER, channel, [['task-8', 'receipt']]);
      world.failAt.point = 'inbox.before-commit';
      expect(await wire.press(OTHER, card.buttons['签收'] ?? '')).toBe('no');
      world.failAt.point = null;
      expect((await people.press(OTHER, card.buttons['签收'])).row.outcome).toBe('recorded');
    });

    it('says yes though it failed after the commit, or counts the redelivery once', async () => {
      const { world, wire } = opened();
      const before = await inboxCount();
      world.failAt.point = 'inbox.after-commit';
      await wire.type(PERSON, '第(二)项完成72%');
      world.failAt.point = null;
      expect(await wire.redeliverLast()).toBe('yes');
      expect(await inboxCount()).toBe(before + 1);
    });

    it('counts what comes four times once, also under another id', async () => {
      const { wire, people } = opened();
      await people.type(PERSON, '第(二)项完成73%');
      const before = await inboxCount();
      for (let n = 0; n < 3; n += 1) expect(await wire.redeliverLast()).toBe('yes');
      expect(await wire.redeliverUnderNewId?.()).toBe(wire.redeliverUnderNewId ? 'yes' : undefined);
      expect(await inboxCount()).toBe(before);
    });

    it('keeps an edit as a row of its own that names what it changes', async () => {
      const { world, wire, people } = opened();
      const first = await people.type(PERSON, '第(二)项完成74%');
      expect(await wire.edit(PERSON, '第(二)项完成75%')).toBe('yes');
      const edit = await world.prisma.inbox.findFirstOrThrow({
        where: { payload: { path: ['edits'], equals: first.row.dedupeKey } },
      });
      expect(edit).toMatchObject({ kind: 'text', text: '第(二)项完成75%', personId: PERSON });
    });

    it('notes which message of ours a reply is to', async () => {
      const { world, wire } = opened();
      if (!wire.replyTo) return;
      const card = await prompt(world, PERSON, channel, [['task-2', 'report']]);
      const { providerRef } = await world.prisma.delivery.findUniqueOrThrow({ where: { id: card.deliveryId } });
      expect(await wire.replyTo(PERSON, providerRef as Record<string, unknown>, '完成76%')).toBe('yes');
      const row = await world.prisma.inbox.findFirstOrThrow({ where: { text: '完成76%' } });
      expect(providerRef).toMatchObject((row.payload as { replyToRef: object }).replyToRef);
    });
  });

  describe('a button in the wrong hands', () => {
    const refused = (code: string) =>
      opened().world.prisma.event.count({
        where: { kind: 'refused', body: { path: ['code'], equals: code } },
      });

    it('is refused on a forwarded card, and the refusal is on record', async () => {
      const { world, people } = opened();
      // The conversation into which the other one's card is forwarded.
      await prompt(world, PERSON, channel, [['task-9', 'report']]);
      const card = await prompt(world, OTHER, channel, [['task-8', 'report']]);
      const before = [await refused('BUTTON_NOT_YOURS'), world.updates.length];
      const { row } = await people.press(PERSON, card.buttons['申请办结']);
      expect(row).toMatchObject({ outcome: 'refused', error: 'BUTTON_NOT_YOURS', personId: PERSON });
      expect([await refused('BUTTON_NOT_YOURS'), world.updates.length]).toEqual([(before[0] ?? 0) + 1, before[1]]);
    });

    it('is refused where its id was changed, and the refusal is on record', async () => {
      const { world, people } = opened();
      const card = await prompt(world, OTHER, channel, [['task-8', 'report']]);
      const id = card.buttons['申请办结'] ?? '';
      const before = [await refused('BUTTON_UNKNOWN'), world.updates.length];
      const { row } = await people.press(OTHER, `${id.slice(0, -1)}${id.endsWith('a') ? 'b' : 'a'}`);
      expect(row).toMatchObject({ outcome: 'refused', error: 'BUTTON_UNKNOWN' });
      expect([await refused('BUTTON_UNKNOWN'), world.updates.length]).toEqual([(before[0] ?? 0) + 1, before[1]]);
    });

    it('counts once, and is dead once its card is closed or its task is', async () => {
      const { world, people } = opened();
      const card = await prompt(world, OTHER, channel, [['task-8', 'report']]);
      const claim = card.buttons['申请办结'];
      expect((await people.press(OTHER, claim)).row.outcome).toBe('recorded');
      const updates = world.updates.length;
      expect((await people.press(OTHER, claim)).row).toMatchObject({ outcome: 'refused', error: 'CARD_CLOSED' });
      const other = await prompt(world, OTHER, channel, [['task-8', 'report']]);
      const state = await stateIn(world.prisma, 'task-8');
      await putState(world.prisma, { ...state, status: 'closed' });
      expect((await people.press(OTHER, other.buttons['申请办结'])).row).toMatchObject({
        outcome: 'refused',
        error: 'TASK_CLOSED',
      });
      await putState(world.prisma, state);
      expect(world.updates.length - updates).toBeLessThanOrEqual(1);
    });
  });

  if (takesPosts) strangerCases(opened, inboxCount);

  describe('a send that fails', () => {
    const send = async (how: Refusal): Promise<SendResult | undefined> => {
      const { world, wire } = opened();
      const address = await addressOf(world.prisma, OTHER, channel);
      if (!address) throw new Error('the contract binds everybody');
      wire.refuseNext(OTHER, how);
      return world.channels.get(channel)?.send(address, message);
    };

    it.each([
      ['an address that is gone', 'gone', { kind: 'permanent', scope: 'address' }],
      ['a revoked token', 'revoked', { kind: 'permanent', scope: 'token' }],
      ['a provider that asks to wait', 'busy', { kind: 'later', retryAfterMs: 30_000 }],
      ['a failing provider', 'broken', { kind: 'later' }],
      ['an answer that was lost', 'unsure', { kind: 'ambiguous' }],
    ] as const)('is told apart: %s', async (_, how, expected) => {
      expect(await send(how)).toMatchObject(expected);
    });

    it('is over with the next one', async () => {
      const { world, wire } = opened();
      const card = await prompt(world, OTHER, channel, [['task-8', 'report']]);
      expect(await shownFor(card.deliveryId)).toBeDefined();
      expect(wire.shown().at(-1)?.buttonIds).toEqual(Object.values(card.buttons));
    });
  });
}

function strangerCases(opened: () => Opened, inboxCount: () => Promise<number>): void {
  describe('a stranger at our address', () => {
    it('gets 401 with a wrong secret or none, 413 above 1 MiB, and leaves nothing', async () => {
      const { attacks } = opened().wire;
      if (!attacks) return;
      const before = await inboxCount();
      expect(await attacks.wrongSecret(PERSON, '第(二)项完成99%')).toBe(401);
      expect(await attacks.noSecret(PERSON, '第(二)项完成99%')).toBe(401);
      expect(await attacks.tooLarge(PERSON)).toBe(413);
      expect(await inboxCount()).toBe(before);
    });

    it('gets 401 for a post that is older or newer than five minutes', async () => {
      const { attacks } = opened().wire;
      if (!attacks?.signedAt) return;
      const before = await inboxCount();
      for (const minutes of [-6, 6, 24 * 60])
        expect(await attacks.signedAt(PERSON, '第(二)项完成99%', minutes * 60_000)).toBe(401);
      expect(await inboxCount()).toBe(before);
    });
  });
}

const sorted = (ref: unknown): [string, unknown][] =>
  Object.entries((ref ?? {}) as Record<string, unknown>).toSorted(([a], [b]) => a.localeCompare(b));
