import { describe, expect, it } from 'vitest';
import { aWhileGoesBy } from '../through.ts';
import { fake, LIAISON, newestRow, OFFICE, PERSON, until, world } from './slack-front.ts';

/** 登记为进展 of a message. */
export function describeShortcut(): void {
  describe('登记为进展', () => {
    const chosen = async (by: string, author: string, text: string): Promise<string> => {
      await aWhileGoesBy(world);
      const message = fake.people.writeIn(author, 'C0GENERAL', text);
      expect((await fake.people.messageShortcut(by, message, 'register_progress')).status).toBe(200);
      await world.dispatch.drain();
      const { dm } = fake.workspace.users.get(by) ?? { dm: '' };
      return fake.workspace.messages.findLast((each) => each.bot && each.channel === dm)?.text ?? '';
    };

    it('shows one’s own words back as a card', async () => {
      expect(await chosen(LIAISON, LIAISON, '第(九)项已完成80%')).toContain('请核对');
      expect(await newestRow()).toMatchObject({ outcome: 'proposal' });
    });

    it('takes nobody else’s words, but of the office, whose bringing is checked by their author', async () => {
      const before = await world.prisma.inbox.count();
      await chosen(LIAISON, OFFICE, '第(二)项已完成50%');
      await until(() => fake.workspace.messages.some(({ text }) => text.includes('没有执行该操作的权限')));
      expect(await world.prisma.inbox.count()).toBe(before);
      await chosen(OFFICE, LIAISON, '第(二)项已完成50%');
      await until(() => fake.workspace.messages.some(({ text }) => text.includes('已将该消息转请李某核对')));
      const row = await world.prisma.inbox.findFirstOrThrow({ orderBy: { receivedAt: 'desc' } });
      expect(row).toMatchObject({ personId: PERSON, outcome: 'proposal', payload: { chosenBy: OFFICE } });
    });

    it('says what can’t be registered', async () => {
      await chosen(LIAISON, LIAISON, '  ');
      await until(() => fake.workspace.messages.some(({ text }) => text.includes('该消息没有文字')));
      const { dm } = fake.workspace.users.get(LIAISON) ?? { dm: '' };
      const card = fake.workspace.messages.findLast(({ bot, channel }) => bot && channel === dm);
      if (!card) throw new Error('the bot said nothing yet');
      await fake.people.messageShortcut(LIAISON, card, 'register_progress');
      await until(() => fake.workspace.messages.some(({ text }) => text.includes('只能登记本工作区人员所写的消息')));
    });
  });
}
