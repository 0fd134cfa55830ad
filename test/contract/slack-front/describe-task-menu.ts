import { describe, expect, it } from 'vitest';
import { suggestions } from '../../fakes/slack/check-elements.ts';
import type { ShownView } from '../../fakes/slack/workspace.ts';
import { fake, LIAISON, modalOf, OFFICE, STRANGER, textOf, until, world } from './slack-front.ts';

/** The menu of tasks that a shortcut opens. */
export function describeTaskMenu(): void {
  describe('a task chosen from the menu', () => {
    const menu = async (user: string, value: string) => {
      await fake.people.shortcut(user, 'open_list');
      const view = modalOf(user);
      if (!view) throw new Error('no modal is open');
      const ids = { blockId: 'task-menu', actionId: 'task-menu' };
      const { body } = await fake.people.suggest(user, view, { ...ids, value });
      const { options } = suggestions.parse(body);
      return { view, options: options.map((option) => ({ label: option.text.text, value: option.value })) };
    };
    const choose = (user: string, view: ShownView, value: string) =>
      fake.people.actInView(user, view, {
        blockId: 'task-menu',
        action: { type: 'external_select', action_id: 'task-menu', selected_option: { value } },
      });

    it('is found by number, title or unit, and opens the form in the place of the menu', async () => {
      const { view, options } = await menu(LIAISON, '九');
      expect(textOf(view.blocks)).toContain('第(九)项');
      expect(options.map(({ label }) => label)).toEqual(['第(九)项"研究制定知识产权发展战略与规划"']);
      expect((await menu(LIAISON, '体系')).options).toHaveLength(1);
      expect((await menu(LIAISON, '')).options).toHaveLength(2);
      expect((await menu(LIAISON, '不存在的任务')).options).toEqual([]);
      await choose(LIAISON, view, options[0]?.value ?? '');
      expect(fake.workspace.views.get(view.id)?.title?.text).toBe('填报进展');
    });

    it('shows the office how it stands, in the conversation', async () => {
      const { view, options } = await menu(OFFICE, '公安');
      expect(options.map(({ label }) => label)).toEqual(['第(八)项"开展联合执法检查"']);
      expect((await choose(OFFICE, view, options[0]?.value ?? '')).status).toBe(200);
      await world.dispatch.drain();
      expect(fake.workspace.messages.at(-1)?.text).toContain('第(八)项');
      await until(() => textOf(fake.workspace.views.get(view.id)?.blocks ?? []).includes('私聊'));
    });

    it('is nothing for somebody unknown', async () => {
      expect((await menu(STRANGER, '九')).options).toEqual([]);
    });
  });
}
