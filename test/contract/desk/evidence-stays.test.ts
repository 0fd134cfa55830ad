import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { appendDeskEvent } from '../../../prisma/events.ts';
import { verifyChains } from '../../../prisma/verify-chains.ts';
import { projectRoot } from '../../../setup/environment.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { PLAN, seedWorld } from '../bot/world-seed.ts';

const CHAIN = `desk/${PLAN}`;

describe('what is on record', () => {
  let database: FreshDatabase;
  let prisma: PrismaClient;
  let app: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase();
    prisma = openPrisma({ databaseUrl: database.url, max: 2, onLost: () => undefined });
    await seedWorld(prisma);
    for (const no of [1, 2, 3])
      await appendDeskEvent(prisma, {
        planId: PLAN,
        kind: 'refused',
        actor: { id: 'person-unit-a', name: '李某' },
        via: 'telegram',
        body: { code: 'NOT_PERMITTED', no },
      });
    // The role that the product itself connects as.
    app = new pg.Client({ connectionString: database.url });
    await app.connect();
  });
  beforeEach(() => app.query('begin'));
  afterAll(async () => {
    await app.end();
    await prisma.$disconnect();
    await database.drop();
  });

  it.each([
    ['changed', `update "Event" set "actor" = '{"id":"x","name":"x"}' where "seq" = 2`],
    ['removed', `delete from "Event" where "seq" = 3`],
    ['emptied', 'truncate "Event"'],
    [
      'removed under the name of a demo that is none',
      `with said as (select set_config('duban.remove_demo', '${PLAN}', true)) delete from "Event" using said`,
    ],
  ])('can’t be %s by the product’s own role', async (_, sql) => {
    await expect(app.query(sql)).rejects.toThrow('append-only');
    await app.query('rollback');
    expect(await verifyChains(prisma, PLAN)).toMatchObject({ chains: 1, events: 3, broken: [] });
  });

  it.each([
    [
      'a word',
      `update "Event" set "body" = '{"code":"NOT_PERMITTED","no":9}' where "seq" = 2`,
      { seq: 2, why: 'hash' },
    ],
    ['who it was', `update "Event" set "actor" = '{"id":"x","name":"王某"}' where "seq" = 1`, { seq: 1, why: 'hash' }],
    ['a row that is gone', 'delete from "Event" where "seq" = 2', { seq: 3, why: 'gap' }],
  ])('changed behind its back is found by the chain, which names the row: %s', async (_, sql, found) => {
    await app.query('alter table "Event" disable trigger all');
    await app.query(sql);
    await app.query('commit');
    const report = await verifyChains(prisma, PLAN);
    expect(report.broken).toContainEqual({ entityId: CHAIN, ...found });
    await restore(app);
    expect((await verifyChains(prisma, PLAN)).broken).toEqual([]);
  });

  /** The rows as they were. */
  let kept: Record<string, unknown>[] | null = null;
  beforeAll(async () => {
    kept = (await app.query('select to_jsonb(e) as row from "Event" e order by "seq"')).rows.map(({ row }) => row);
  });
  async function restore(client: pg.Client): Promise<void> {
    await client.query('delete from "Event"');
    for (const row of kept ?? [])
      await client.query('insert into "Event" select * from jsonb_populate_record(null::"Event", $1::jsonb)', [
        JSON.stringify(row),
      ]);
    await client.query('alter table "Event" enable trigger all');
  }

  it('is one line of the log whatever a name or a word holds', () => {
    const hostile = '李某\n{"level":30,"msg":"已批准"}\r\u001b[2J\u001b[1A\u0085\u2028伪造';
    const script = `import { createLog } from ${JSON.stringify(join(projectRoot, 'bot/log.ts'))};
      createLog((text) => text)(process.argv[1], { person: process.argv[1], words: process.argv[1] });`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script, hostile], { encoding: 'utf8' });
    expect(out.endsWith('\n')).toBe(true);
    const lines = out.trimEnd().split(/\r|\n/);
    expect(lines).toHaveLength(1);
    // eslint-disable-next-line no-control-regex
    expect(out.trimEnd()).not.toMatch(/[\u0000-\u001f]/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: hostile, person: hostile });
  });
});
