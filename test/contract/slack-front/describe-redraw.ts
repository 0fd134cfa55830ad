import { describe, expect, it } from 'vitest';
import { createApiClient } from '../../../bot/slack/api-client.ts';
import { createSlackFront } from '../../../bot/slack/front.ts';
import { createHomes } from '../../../bot/slack/home/keep-home.ts';
import { createRedraw } from '../../../bot/slack/home/redraw-homes.ts';
import { changedHomes } from '../../../prisma/queries/changed-homes.ts';
import { prompt } from '../bot/acts.ts';
import { COORDINATOR } from '../bot/office-seed.ts';
import { PLAN } from '../bot/world-seed.ts';
import { fake, homeOf, OFFICE, PERSON, TEAM, world } from './slack-front.ts';

/** Home tabs that follow what others change. */
export function describeRedraw(): void {
  describe('a home tab that was opened', () => {
    it('is drawn again for whoever opened it after others changed what it shows, at most once a minute', async () => {
      const { prisma } = world;
      const client = createApiClient({ token: fake.workspace.token, apiUrl: fake.apiUrl });
      const homes = createHomes({ client, load: createSlackFront(world.desk).home, log: () => undefined });
      const look = async () => {
        await redraw.look();
        await homes.settled();
        return fake.workspace.homes.get(OFFICE)?.hash;
      };
      // A process begun anew knows by their buttons who had opened it.
      const redraw = createRedraw({ prisma, team: TEAM, homes });
      const first = await look();
      expect([...homes.watched().keys()].toSorted()).toEqual([COORDINATOR, PERSON].toSorted());
      const key = { planId: PLAN, key: 'office-call/y', kind: 'office-call', planAt: world.clock.now };
      await prisma.officeItem.create({ data: { id: 'item-y', ...key, body: {} } });
      expect(await look()).toBe(first);
      const aMinuteLater = () => prisma.rateBucket.deleteMany({ where: { key: { contains: '/home/' } } });
      await aMinuteLater();
      expect(await look()).not.toBe(first);
      expect((await homeOf(OFFICE)).text).toContain('待我决定1件');
      await prisma.officeItem.delete({ where: { id: 'item-y' } });
      // A server without the method is left alone.
      fake.faults.inject({ method: 'views.publish', mode: { kind: 'error', error: 'unknown_method' }, times: 9 });
      await aMinuteLater();
      await look();
      fake.faults.clear();
      expect(homes.watched().size).toBe(0);
    });

    it('is stale for those alone whose prompts or office changed', async () => {
      const { prisma } = world;
      const everybody = [PERSON, 'person-unit-b', COORDINATOR];
      const { now } = await changedHomes(prisma, null, []);
      const since = async () => (await changedHomes(prisma, now, everybody)).personIds.toSorted();
      expect(await since()).toEqual([]);
      await prompt(world, PERSON, 'slack', [['task-9', 'report']]);
      expect(await since()).toEqual([PERSON]);
      await prisma.checkpoint.update({ where: { entityId: 'task/task-8' }, data: { updatedAt: new Date() } });
      expect(await since()).toEqual([COORDINATOR, PERSON].toSorted());
    });
  });
}
