import { describe, expect, it } from 'vitest';
import { partIn } from '../bot/world-seed.ts';
import {
  cardFor,
  fake,
  homeAgain,
  homeOf,
  LIAISON,
  modalOf,
  newestRow,
  OFFICE,
  PERSON,
  slow,
  submitting,
  world,
} from './slack-front.ts';

/** Forms as modals. */
export function describeForms(): void {
  describe('a form', () => {
    it('opens as a modal at the press, and what is filled in is recorded before it closes', async () => {
      const buttons = await cardFor(PERSON, [
        ['task-9', 'report'],
        ['task-2', 'report'],
      ]);
      const before = await world.prisma.inbox.count();
      await fake.people.press(LIAISON, buttons['逐项填报'] ?? '');
      const view = modalOf(LIAISON);
      expect(view?.title?.text).toBe('填报进展');
      expect(view?.blocks.flatMap(({ block_id: id }) => id ?? [])).toContain('1/progress');
      // The press itself is no answer.
      expect(await world.prisma.inbox.count()).toBe(before);
      expect(await submitting({ '0/progress': { value: '72%' }, '0/words': { value: '初稿已成' } })).toEqual({
        status: 200,
        body: { response_action: 'clear' },
      });
      expect((await partIn(world.prisma, 'task-9')).progress).toBe(72);
      expect(fake.workspace.messages.at(-1)?.text).toContain('进度40%→72%');
    });

    it('says under the field what is wrong, commits nothing then, and takes the corrected one', async () => {
      const buttons = await cardFor(PERSON, [['task-2', 'report']]);
      await fake.people.press(LIAISON, buttons['逐项填报'] ?? '');
      const before = await world.prisma.inbox.count();
      expect(await submitting({ '0/progress': { value: '七成' } })).toEqual({
        status: 200,
        body: { response_action: 'errors', errors: { '0/progress': '进度应为0至100之间的数字。' } },
      });
      expect(await world.prisma.inbox.count()).toBe(before);
      expect(await submitting({ '0/progress': { value: '45' } })).toMatchObject({ body: { response_action: 'clear' } });
      expect((await partIn(world.prisma, 'task-2')).progress).toBe(45);
    });

    it('shows the refusal of a date in the modal', async () => {
      const { buttons } = await homeAgain();
      const { view } = await homeOf(LIAISON);
      const value = buttons.find(({ label }) => label === '申请延期')?.value ?? '';
      await fake.people.actInView(LIAISON, view, { blockId: 'b', action: { type: 'button', action_id: value, value } });
      expect(modalOf(LIAISON)?.title?.text).toBe('申请延期');
      const late = { '0/newDueOn': { selected_date: '2028-01-02' }, '0/reason': { value: '省级文件尚未印发' } };
      expect(await submitting(late)).toMatchObject({
        body: { response_action: 'errors', errors: { '0/newDueOn': expect.stringMatching(/。$/) } },
      });
    });

    it('gives way to the question in words where Slack opens none: the trigger ran out, or Slack hangs', async () => {
      const press = async (): Promise<string> => {
        const buttons = await cardFor(PERSON, [['task-9', 'report']]);
        await fake.people.press(LIAISON, buttons['逐项填报'] ?? '');
        await world.dispatch.drain();
        return fake.workspace.messages.at(-1)?.text ?? '';
      };
      const open = fake.workspace.views.size;
      slow.ms = 3_500;
      expect(await press()).toContain('请直接回复');
      slow.ms = 0;
      fake.faults.inject({ method: 'views.open', mode: { kind: 'reset' } });
      expect(await press()).toContain('请直接回复');
      expect(fake.workspace.views.size).toBe(open);
    });

    it('opens for nobody else', async () => {
      const open = fake.workspace.views.size;
      const buttons = await cardFor(PERSON, [['task-9', 'report']]);
      await fake.people.press(OFFICE, buttons['逐项填报'] ?? '');
      await world.dispatch.drain();
      expect(fake.workspace.views.size).toBe(open);
      expect(await newestRow()).toMatchObject({ outcome: 'refused', error: 'BUTTON_NOT_YOURS' });
    });
  });
}
