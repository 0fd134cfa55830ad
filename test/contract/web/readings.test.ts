import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../setup/environment.ts';
import type { ReadingView } from '../../../web/api.ts';
import { openWebWorld, personWith, type WebWorld } from './web-world.ts';

const PLAN = readFileSync(join(projectRoot, 'seeds/demo/plan.txt'));
const OURS = { 'content-type': 'application/octet-stream', 'x-duban': '1' };

let world: WebWorld;
let office: string;

beforeAll(async () => {
  world = await openWebWorld();
  office = await world.signIn('local-coordinator');
});
afterAll(() => world.close());

const upload = (body: Uint8Array, headers: Record<string, string> = OURS, token = office) =>
  world.request('/api/readings?name=plan.txt', { method: 'POST', body: body as BodyInit, headers }, token);

async function view(id: string): Promise<ReadingView> {
  return (await world.get(`/api/readings/${id}`, office)).body as unknown as ReadingView;
}

describe('a document over HTTP', () => {
  it('is read, edited, answered and imported, though Temporal is down', async () => {
    const read = await upload(PLAN);
    expect(read).toMatchObject({ status: 200, body: { ok: true, readingId: expect.any(String) } });
    const id = String(read.body['readingId']);
    const first = await view(id);
    expect(first.plan.tasks).toHaveLength(16);
    const at = first.anchors['/title'];
    expect(first.text.slice(at?.start, at?.end)).toBe('示例市知识产权试点城市工作方案');

    const edit = { changes: [{ path: '/tasks/15/leadUnits', now: ['市知识产权局'] }] };
    expect((await world.post(`/api/readings/${id}/edit`, edit, office)).status).toBe(200);
    const answers = first.questions
      .filter(({ state }) => state === 'open')
      .map(({ id: questionId }) => ({ questionId, kind: 'keep' }));
    expect((await world.post(`/api/readings/${id}/answer`, { answers }, office)).status).toBe(200);

    const stale = await world.post(`/api/readings/${id}/import`, { hash: first.hash }, office);
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'READING_CHANGED' } } });
    const { hash, open, problems } = await view(id);
    expect({ open, problems }).toEqual({ open: [], problems: [] });
    const imported = await world.post(`/api/readings/${id}/import`, { hash }, office);
    expect(imported).toMatchObject({ status: 200, body: { ok: true, planId: expect.any(String) } });
    expect(await view(id)).toMatchObject({ status: 'imported', planId: imported.body['planId'] });
    expect(await world.get('/api/readings', office)).toMatchObject({
      status: 200,
      body: { readings: [{ id, status: 'imported', tasks: 16 }] },
    });
  });

  it('keeps tasks as persons arranged them, act by act, and takes an act back', async () => {
    const id = String((await upload(Buffer.concat([PLAN, Buffer.from('\n(调整)')]))).body['readingId']);
    const edit = async (...changes: object[]) =>
      (await world.post(`/api/readings/${id}/edit`, { changes }, office)).status;
    const anchor = { start: 3, end: 9 };
    expect(
      await edit({ path: '/tasks/-', now: { title: '开展回头看' }, anchor }, { path: '/tasks/-/after', now: 0 }),
    ).toBe(200);
    expect(await edit({ path: '/tasks/3/into', now: 2 })).toBe(200);
    const { order, anchors, removed, acts } = await view(id);
    expect({ order: order.tasks.slice(0, 3), at: anchors['/tasks/16'], removed }).toEqual({
      order: [0, 16, 1],
      at: anchor,
      removed: ['/tasks/3'],
    });
    expect(acts.map(({ kind, changes }) => [kind, changes.at(-1)?.path])).toEqual([
      ['merge', '/tasks/3'],
      [null, '/tasks/16/after'],
    ]);
    expect(await edit({ undoAct: acts[0]?.act })).toBe(200);
    expect((await view(id)).removed).toEqual([]);
    expect(await edit({ undoAct: acts[0]?.act })).toBe(400);
  });

  it('that was pasted has no name, and is read like any other', async () => {
    const body = Buffer.concat([PLAN, Buffer.from('\n(粘贴)')]);
    const read = await world.request('/api/readings', { method: 'POST', body, headers: OURS }, office);
    expect(await view(String(read.body['readingId']))).toMatchObject({ fileName: '', format: 'pasted' });
  });

  it('that is no plan, or nothing at all, is refused in a sentence', async () => {
    for (const [text, code] of [
      ['今天天气很好。', 'NOT_A_PLAN'],
      ['', 'DOCUMENT_REFUSED'],
      ['PK\u0003\u0004', 'DOCUMENT_REFUSED'],
    ] as const) {
      const { status, body } = await upload(Buffer.from(text));
      expect({ status, code: body.error?.code }).toEqual({ status: 422, code });
      expect(body.error?.message).toMatch(/[。]$/);
    }
  });

  it('may be larger than other requests, up to its own bound', async () => {
    const padded = Buffer.concat([PLAN, Buffer.alloc(1_200_000, '\n')]);
    expect((await upload(padded)).status).toBe(200);
    const tooLarge = await upload(Buffer.alloc(50 * 1024 * 1024 + 1, ' '));
    expect(tooLarge).toMatchObject({ status: 413, body: { error: { code: 'DOCUMENT_TOO_LARGE' } } });
    const other = await world.post('/api/readings/any/edit', ' '.repeat(1_100_000), office);
    expect(other).toMatchObject({ status: 413, body: { error: { code: 'BODY_TOO_LARGE' } } });
  });

  it('is not taken from a foreign page, from nobody, or from who may not import', async () => {
    expect((await upload(PLAN, { 'content-type': 'application/octet-stream' })).status).toBe(403);
    expect((await upload(PLAN, { ...OURS, origin: 'https://evil.example' })).status).toBe(403);
    expect((await upload(PLAN, OURS, 'no-token')).status).toBe(401);
    const liaison = await world.signIn(await personWith(world.prisma, 'liaison', null));
    expect((await upload(PLAN, OURS, liaison)).status).toBe(403);
  });

  it('is changed by nothing that names no place, or brings no value', async () => {
    const id = String((await upload(Buffer.concat([PLAN, Buffer.from('\n(再读)')]))).body['readingId']);
    for (const change of [
      { path: '/tasks/0' },
      { path: '', now: {} },
      { path: '/__proto__/polluted', now: 1 },
      { path: '/title', now: '\u0000' },
      { path: '/title', now: '\ud800' },
      { undo: '/title' },
    ]) {
      const { status, body } = await world.post(`/api/readings/${id}/edit`, { changes: [change] }, office);
      expect({ change, status, code: body.error?.code }).toEqual({ change, status: 400, code: 'INPUT_INVALID' });
    }
    expect((await view(id)).edits).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
