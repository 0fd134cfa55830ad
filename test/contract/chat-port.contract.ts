import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeCard } from '../../bot/channels.ts';
import { incoming, prompt, say } from './bot/acts.ts';
import { openWorld, type World } from './bot/world.ts';
import { partIn, putState, stateIn } from './bot/world-seed.ts';
import { chatWireCases } from './chat-wire.contract.ts';
import { aWhileGoesBy, throughInbox, throughWire, type Through } from './through.ts';
import type { PortUnderTest, Wire } from './wire.ts';

const PERSON = 'person-unit-a';
const OTHER = 'person-unit-b';

/** What every channel must do, through its own port, its own way in and the one inbox. */
export function chatPortContract(under: PortUnderTest): void {
  const { channel, team = '', externalId = (personId) => personId } = under;
  describe(`chat port ${under.name ?? channel}`, () => {
    let world: World;
    let wire: Wire | null = null;
    let people: Through;

    beforeAll(async () => {
      world = await openWorld(under.ports);
      if (channel !== 'web') {
        for (const personId of [PERSON, OTHER])
          await world.prisma.account.create({
            data: { id: `${channel}-${personId}`, channel, team, externalId: externalId(personId), personId },
          });
      }
      wire = (await under.open?.(world)) ?? null;
      people = wire ? throughWire(world, wire) : throughInbox(world, under);
    });
    beforeEach(() => aWhileGoesBy(world));
    afterAll(async () => {
      await wire?.close();
      await world.close();
    });

    it('sends a digest of several lines and has a reference to it', async () => {
      const { deliveryId, buttons } = await prompt(world, PERSON, channel, [
        ['task-9', 'report'],
        ['task-2', 'report'],
      ]);
      const row = await world.prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
      expect(row).toMatchObject({ status: 'sent', channel });
      expect(row.providerRef).not.toBeNull();
      expect(Object.keys(buttons)).toEqual(['逐项填报', '较上次无变化', '申请办结', '提请协调']);
      for (const id of Object.values(buttons)) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
    });

    it('records a button that was pressed, and closes the card', async () => {
      const card = await prompt(world, PERSON, channel, [['task-9', 'receipt']]);
      const { row, heading } = await people.press(PERSON, card.buttons['签收']);
      expect(row).toMatchObject({ status: 'done', outcome: 'recorded' });
      expect(heading).toBe('【已登记】');
      expect((await partIn(world.prisma, 'task-9')).receiptAt).toBe(world.clock.now.toISOString());
      expect(await world.prisma.delivery.findUniqueOrThrow({ where: { id: card.deliveryId } })).toMatchObject({
        closedWith: '已签收(李某)',
      });
    });

    it('counts a button once however often it comes', async () => {
      const card = await prompt(world, PERSON, channel, [['task-2', 'receipt']]);
      const press = incoming(PERSON, channel, {
        kind: 'button',
        address: { channel, team, externalId: externalId(PERSON) },
        payload: { buttonId: card.buttons['签收'] },
      });
      expect((await say(world, press)).row.outcome).toBe('recorded');
      const updates = world.updates.length;
      expect((await world.inbox.receive(press)).duplicate).toBe(true);
      await world.dispatch.drain();
      expect(world.updates).toHaveLength(updates);
    });

    it('refuses an answer to a closed card with a sentence', async () => {
      const card = await prompt(world, PERSON, channel, [['task-2', 'receipt']]);
      await closeCard(world.prisma, world.channels, card.deliveryId, '已签收');
      const { row, text } = await people.press(PERSON, card.buttons['签收']);
      expect(row).toMatchObject({ outcome: 'refused', error: 'CARD_CLOSED' });
      expect(text).toContain('已签收');
    });

    it('refuses a button of somebody else’s card', async () => {
      const card = await prompt(world, OTHER, channel, [['task-8', 'receipt']]);
      const { row } = await people.press(PERSON, card.buttons['签收']);
      expect(row.outcome).toBe('refused');
      expect((await partIn(world.prisma, 'task-8')).receiptAt).toBeNull();
    });

    it('shows typed words back as a card and records them when that is confirmed', async () => {
      const typed = await people.type(PERSON, '第(九)项已完成85%,下周二前报佐证');
      expect(typed.row.outcome).toBe('proposal');
      expect(typed.heading).toBe('【请核对】');
      expect(typed.text).toContain('进度40%→85%');
      expect(typed.text).toContain('12月1日(星期二)');
      expect((await partIn(world.prisma, 'task-9')).progress).toBe(40);
      const confirmed = await people.press(PERSON, typed.buttons['确认登记']);
      expect(confirmed.row.outcome).toBe('recorded');
      expect(await partIn(world.prisma, 'task-9')).toMatchObject({ progress: 85, expectedOn: '2026-12-01' });
      const item = await world.prisma.inboxItem.findFirstOrThrow({ where: { inboxId: typed.row.id } });
      expect(item).toMatchObject({ outcome: 'recorded', entityId: 'task/task-9' });
    });

    it('does not say yes to what was not committed, and counts two redeliveries at once as one', async () => {
      const address = { channel, team, externalId: externalId(PERSON) };
      const message = incoming(PERSON, channel, { kind: 'text', address, text: '第(二)项完成55%' });
      world.failAt.point = 'inbox.before-commit';
      await expect(world.inbox.receive(message)).rejects.toThrow('inbox.before-commit');
      expect(await world.prisma.inbox.count({ where: { dedupeKey: message.dedupeKey } })).toBe(0);
      world.failAt.point = null;
      const both = await Promise.all([world.inbox.receive(message), world.inbox.receive(message)]);
      expect(both.map(({ duplicate }) => duplicate).toSorted()).toEqual([false, true]);
      await world.dispatch.drain();
      expect(await world.prisma.proposal.count({ where: { inboxId: both[0].inboxId } })).toBe(1);
    });

    it('keeps very long text whole and gives a workflow no more than 2,000 characters', async () => {
      const opening = '第(二)项完成60%,';
      const text = `${opening}${'情况说明。'.repeat(20_000).slice(0, (wire?.textMax ?? 100_000) - opening.length)}`;
      const typed = await people.type(PERSON, text);
      expect(typed.row.text).toBe(text);
      expect(typed.text.length).toBeLessThan(1_500);
      await people.press(PERSON, typed.buttons['确认登记']);
      const update = world.updates.at(-1);
      expect(update?.reading).toMatchObject({ kind: 'report', progress: 60 });
      expect(JSON.stringify(update?.reading).length).toBeLessThan(2_200);
    });

    it('takes bad UTF-8 and NUL, and notes the original', async () => {
      const { row } = await people.type(PERSON, '第(二)项\u0000完成\uD83D 65%');
      expect(row.status).toBe('done');
      expect(row.text).toBe('第(二)项\uFFFD完成\uFFFD 65%');
      expect(row.payload).toMatchObject({ cleaned: { nul: 1, surrogates: 1 } });
      const { original } = (row.payload as { cleaned: { original: string } }).cleaned;
      expect(Buffer.from(original, 'base64').toString('utf16le')).toContain('\u0000');
    });

    it('answers words about a closed task with a sentence, and nothing is blocked', async () => {
      const state = await stateIn(world.prisma, 'task-8');
      await putState(world.prisma, { ...state, status: 'closed' });
      const { row, text } = await people.type(OTHER, '第(八)项完成90%');
      expect(row).toMatchObject({ outcome: 'refused', error: 'TASK_CLOSED' });
      expect(text).toContain('不再接受填报');
      await putState(world.prisma, state);
      expect((await people.type(OTHER, '完成70%')).row.outcome).toBe('proposal');
    });

    if (under.open) chatWireCases(under, () => ({ world, wire: wire as Wire, people }));
  });
}
