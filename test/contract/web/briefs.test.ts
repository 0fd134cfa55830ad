import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWebWorld, personWith, PLAN, type WebWorld } from './web-world.ts';

let world: WebWorld;
let office: string;
let leader: string;

beforeAll(async () => {
  world = await openWebWorld();
  await world.prisma.plan.update({ where: { id: PLAN }, data: { status: 'running' } });
  office = await world.signIn('local-coordinator');
  leader = await world.signIn(await personWith(world.prisma, 'leader', PLAN));
});
afterAll(() => world.close());

describe('a brief over HTTP', () => {
  it('is drafted, edited, read with its sources, released and answered, though Temporal is down', async () => {
    const drafted = await world.post(`/api/plans/${PLAN}/briefs`, {}, office);
    expect(drafted).toMatchObject({ status: 200, body: { ok: true, briefId: expect.any(String) } });
    const briefId = String(drafted.body['briefId']);
    const add = { kind: 'add', section: 'decide', text: '建议召开一次联席会议。' };
    expect((await world.post(`/api/briefs/${briefId}/edit`, { changes: [add] }, office)).status).toBe(200);

    const { body } = await world.get(`/api/briefs/${briefId}`, office);
    expect(body).toMatchObject({ no: 1, status: 'draft', can: { edit: true, release: true, direct: false } });
    expect(body['markdown']).toContain('建议召开一次联席会议。');
    const sources = await world.get(`/api/briefs/${briefId}/sources?sentence=hand/1`, office);
    expect(sources.body).toMatchObject({ sentences: [{ id: 'hand/1', sources: [{ kind: 'hand' }] }] });
    expect((await world.get(`/api/briefs/${briefId}`, leader)).status).toBe(403);

    const stale = await world.post(`/api/briefs/${briefId}/release`, { hash: 'another' }, office);
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'BRIEF_CHANGED' } } });
    const released = await world.post(`/api/briefs/${briefId}/release`, { hash: body['hash'] }, office);
    expect(released).toMatchObject({ status: 200, body: { ok: true } });
    expect(await world.get(`/api/plans/${PLAN}/briefs`, leader)).toMatchObject({
      status: 200,
      body: { briefs: [{ id: briefId, status: 'released' }], can: { draft: false, release: false, direct: true } },
    });

    const words = { words: '请抓紧办理。', sentenceId: 'hand/1' };
    const directed = await world.post(`/api/briefs/${briefId}/directive`, words, leader);
    expect(directed).toMatchObject({ status: 200, body: { ok: true, itemId: expect.any(String) } });
    const done = await world.post(`/api/decisions/${String(directed.body['itemId'])}/done`, {}, office);
    expect(done.status).toBe(200);
  });

  it('refuses what is no change, a release twice, and a brief that isn’t there', async () => {
    const { id } = await world.prisma.brief.findFirstOrThrow();
    const misshapen = await world.post(`/api/briefs/${id}/edit`, { changes: [{ kind: 'burn', id: 'x' }] }, office);
    expect(misshapen.status).toBe(400);
    expect(await world.post(`/api/briefs/${id}/release`, { hash: 'x' }, office)).toMatchObject({
      status: 409,
      body: { error: { code: 'BRIEF_RELEASED' } },
    });
    expect(await world.get(`/api/briefs/${randomUUID()}`, office)).toMatchObject({
      status: 404,
      body: { error: { code: 'BRIEF_UNKNOWN' } },
    });
  });
});
