import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { healthOf } from '../../../bot/health-of.ts';
import { SEED_PLANS } from '../../../seeds/plans/index.ts';
import { openWebWorld, PLAN, type WebWorld } from './web-world.ts';

let world: WebWorld;
let token: string;
beforeAll(async () => {
  world = await openWebWorld();
  token = await world.signIn('local-coordinator');
});
afterAll(() => world.close());

const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => ({
  status,
  code: body.error?.code,
});

describe('what is posted', () => {
  it('is refused above 1 MiB with 413, announced or not', async () => {
    const large = JSON.stringify({ code: 'x'.repeat(1024 * 1024) });
    expect(codeOf(await world.post('/api/login', large))).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(256 * 1024));
      },
    });
    const answer = await world.request('/api/login', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'x-duban': '1', 'transfer-encoding': 'chunked' },
    } as RequestInit);
    expect(codeOf(answer)).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
  });

  it('is refused as not JSON, or not UTF-8, in a sentence', async () => {
    expect(codeOf(await world.post('/api/login', '{"code":'))).toEqual({ status: 400, code: 'INPUT_INVALID' });
    const latin = await world.post('/api/login', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]));
    expect(codeOf(latin)).toEqual({ status: 400, code: 'INPUT_INVALID' });
    expect(latin.body.error?.message).toContain('UTF-8');
  });

  it('is refused with an unknown field, which is named', async () => {
    const task = await world.prisma.task.findFirstOrThrow({ where: { planId: PLAN } });
    const answer = await world.post(
      `/api/tasks/${task.id}/nudge`,
      { partId: 'p', role: 'coordinator', unitId: 'u' },
      token,
    );
    expect(codeOf(answer)).toEqual({ status: 400, code: 'INPUT_INVALID' });
    expect(answer.body.error?.message).toContain('role');
    expect(answer.body.error?.message).toContain('unitId');
  });

  it('names every place of a plan that breaks the schema', async () => {
    const facts = structuredClone(SEED_PLANS[1]!.facts) as unknown as {
      tasks: Record<string, unknown>[];
      role?: string;
    };
    facts.tasks[3]!['leadUnits'] = 'not a list';
    facts.role = 'coordinator';
    const answer = await world.post('/api/plans', facts, token);
    expect(codeOf(answer)).toEqual({ status: 422, code: 'PLAN_INVALID' });
    expect(answer.body.error?.problems?.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['tasks[3].leadUnits', '']),
    );
    expect(await world.prisma.plan.count({ where: { title: SEED_PLANS[1]!.facts.title } })).toBe(1);
  });

  it.each(['/api/plans/no-such/today', '/api/tasks/no-such', '/api/inbox?person=no-such', '/api/no-such'])(
    'gets a sentence for %s',
    async (path) => {
      const { status, body } = await world.get(path, token);
      expect(status).toBe(404);
      expect(body.error?.message).toMatch(/[。]$/);
    },
  );
});

describe('a foreign page', () => {
  it('cannot act: neither without our header nor with its own origin', async () => {
    expect((await world.request('/api/logout', { method: 'POST', body: '{}' }, token)).status).toBe(403);
    expect((await world.post('/api/logout', {}, token, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await world.post('/api/logout', {}, token, { origin: 'null' })).status).toBe(403);
    expect((await world.get('/api/me', token)).status).toBe(200);
    expect(
      (
        await world.post('/api/demo/as', { role: 'coordinator' }, token, {
          origin: 'http://localhost',
          host: 'localhost',
        })
      ).status,
    ).toBe(200);
  });

  it('may read, frame and run nothing', async () => {
    const { headers } = await world.get('/api/me', token);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a fault', () => {
  it('is answered in general words and logged without what was sent', async () => {
    const { status, body } = await world.post('/api/demo/step', { to: 'node' }, token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true });
    expect(JSON.stringify(world.logged)).not.toContain(token);
  });
});

describe('for those who watch', () => {
  it('is alive, ready, and tells what is missing when it is not', async () => {
    expect((await world.get('/healthz')).body).toEqual({ alive: true });
    expect((await world.get('/readyz')).status).toBe(200);
    const ok = { state: 'ok' } as const;
    world.health.value = healthOf({
      temporal: { state: 'down' },
      database: ok,
      channels: ok,
      worker: { state: 'late' },
      demo: ok,
    });
    const { status, body } = await world.get('/readyz');
    expect({ status, body }).toMatchObject({
      status: 503,
      body: { ready: false, light: 'yellow', temporal: { state: 'down' }, database: { state: 'ok' } },
    });
    expect((await world.get('/metrics')).body).toMatchObject({ text: expect.stringContaining('duban_inbox_open 0') });
  });

  it('says that the page is not built', async () => {
    const { status, body } = await world.get('/');
    expect(status).toBe(503);
    expect(body['text']).toContain('npm start');
  });
});
