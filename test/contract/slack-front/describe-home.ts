import { describe, expect, it } from 'vitest';
import { problemOfView } from '../../fakes/slack/check-blocks.ts';
import { claim } from '../bot/office-seed.ts';
import { aWhileGoesBy } from '../through.ts';
import { partIn, PLAN, putState, stateIn } from '../bot/world-seed.ts';
import { fake, homeOf, LIAISON, newestRow, OFFICE, pressAtHome, STRANGER, until, world } from './slack-front.ts';

const REQUEST = {
  id: 'request-8',
  kind: 'completion',
  by: 'person-unit-b',
  byName: '王某',
  words: '已全部完成',
  progress: 100,
  signOff: 'waiting',
  noSigner: true,
} as const;

/** The home tab, of a unit and of the office. */
export function describeHome(): void {
  describe('the home tab', () => {
    it('shows a liaison what is open, late first, and what can be done', async () => {
      expect((await fake.people.openHome(LIAISON)).status).toBe(200);
      const { text, buttons } = await homeOf(LIAISON);
      expect(text).toContain('李某(市科技局)');
      expect(text).toContain('在办2项');
      expect(text).toMatch(/逾期 · 第\(九\)项.*\n.*签收7月6日\(已逾期\)[\s\S]*已逾期\d+个工作日/);
      expect(buttons.map(({ label }) => label)).toContain('签收');
      expect(buttons.map(({ label }) => label)).toContain('申请延期');
    });

    it('is drawn again once a button of it was applied, with what was recorded', async () => {
      const { buttons } = await homeOf(LIAISON);
      await pressAtHome(LIAISON, buttons.find(({ label }) => label === '签收')?.value);
      expect(await newestRow()).toMatchObject({ outcome: 'recorded' });
      expect((await partIn(world.prisma, 'task-9')).receiptAt).not.toBeNull();
      const after = await homeOf(LIAISON, (text) => text.includes('近期答复'));
      expect(after.text).toContain('第(九)项"研究制定知识产权发展战略与规划":已签收');
    });

    it('keeps the ids of what it offers still, and takes none from anybody else', async () => {
      const before = await homeOf(LIAISON);
      await fake.people.openHome(LIAISON);
      await until(() => fake.workspace.homes.get(LIAISON)?.hash !== before.view.hash);
      expect((await homeOf(LIAISON)).buttons).toEqual(before.buttons);
      expect((await fake.people.press(OFFICE, before.buttons[0]?.value ?? '')).status).toBe(200);
      await world.dispatch.drain();
      expect(await newestRow()).toMatchObject({ outcome: 'refused', error: 'BUTTON_NOT_YOURS' });
    });

    it('shows the office its counts and what waits for it, asking before it acts', async () => {
      await claim(world, 'task-8');
      await fake.people.openHome(OFFICE);
      const { text, buttons } = await homeOf(OFFICE);
      expect(text).toMatch(/逾期2项,滞后\d项,临期\d项;待我决定1件。/);
      expect(text).toContain('【办结验收】');
      const accept = buttons.find(({ label }) => label === '验收');
      expect(JSON.stringify(accept?.confirm)).toContain('第(八)项');
      await pressAtHome(OFFICE, accept?.value);
      expect(await newestRow()).toMatchObject({ outcome: 'recorded' });
      expect((await homeOf(OFFICE, (now) => now.includes('待我决定0件'))).buttons).toEqual([]);
    });

    it('lets the office assign a unit and register a scan from it, with what is missing asked for beside it', async () => {
      const { prisma } = world;
      const before = await stateIn(prisma, 'task-8');
      await putState(prisma, { ...before, status: 'open', parts: [] });
      const item = { planId: PLAN, kind: 'unassigned', entityId: 'task/task-8', planAt: world.clock.now };
      await prisma.officeItem.create({ data: { id: 'item-u', key: 'unassigned/task/task-8', ...item, body: {} } });
      await fake.people.openHome(OFFICE);
      const shown = await homeOf(OFFICE, (text) => text.includes('【待指定】'));
      const assign = shown.buttons.find(({ label }) => label === '指定单位');
      // It asks in words, so that nothing is to be confirmed at the press.
      expect(assign?.confirm).toBeUndefined();
      await pressAtHome(OFFICE, assign?.value);
      await aWhileGoesBy(world);
      await fake.people.type(OFFICE, '市公安局');
      await world.dispatch.drain();
      expect(await newestRow()).toMatchObject({ outcome: 'recorded', error: null });
      expect((await stateIn(prisma, 'task-8')).parts.map(({ unitId, role }) => [unitId, role])).toEqual([
        ['unit-b', 'lead'],
      ]);
      await homeOf(OFFICE, (text) => !text.includes('【待指定】'));
      const [part] = before.parts;
      const request = { ...REQUEST, filedAt: world.clock.now.toISOString() };
      await putState(prisma, {
        ...before,
        status: 'open',
        parts: part ? [{ ...part, completion: 'claimed', request }] : [],
      });
      await fake.people.openHome(OFFICE);
      const { buttons } = await homeOf(OFFICE, (text) => text.includes('【待审签】'));
      await pressAtHome(OFFICE, buttons.find(({ label }) => label === '登记扫描件')?.value);
      await aWhileGoesBy(world);
      await fake.people.type(OFFICE, '审签单扫描件,存档案柜');
      await world.dispatch.drain();
      expect((await stateIn(prisma, 'task-8')).parts[0]?.request).toMatchObject({ signOff: 'given', signedBy: '周某' });
      await putState(prisma, before);
    });

    it('tells somebody unknown how to be bound, and never fails the event', async () => {
      await fake.people.openHome(STRANGER);
      expect((await homeOf(STRANGER)).text).toContain('请向办公室索取一次性绑定码');
      fake.faults.inject({ method: 'views.publish', mode: { kind: 'error', error: 'fatal_error' } });
      expect((await fake.people.openHome(STRANGER)).status).toBe(200);
      expect((await fake.people.openHome(STRANGER, 'messages')).status).toBe(200);
    });

    it('holds Slack’s limits', () => {
      for (const { type, blocks } of fake.workspace.homes.values()) expect(problemOfView({ type, blocks })).toBeNull();
    });
  });
}
