import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWebWorld, personWith, PLAN, type WebWorld } from './web-world.ts';

let world: WebWorld;
beforeAll(async () => {
  world = await openWebWorld();
});
afterAll(() => world.close());
beforeEach(() => world.prisma.codeFailure.deleteMany());

const login = (code: string, token?: string) => world.post('/api/login', { code }, token);
const tokenIn = (headers: Headers): string => /duban_session=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
const minutes = (count: number) => (world.time.now = new Date(world.time.now.getTime() + count * 60_000));

describe('signing in by a one-time code', () => {
  it('opens a session of its own, in a cookie that no script reads', async () => {
    const answer = await login(await world.code('local-coordinator'));
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie') ?? '';
    for (const mark of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']) expect(cookie).toContain(mark);
    const token = tokenIn(answer.headers);
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect((await world.get('/api/me', token)).body).toMatchObject({ person: { id: 'local-coordinator' } });
    expect(await world.prisma.session.count({ where: { tokenHash: token } })).toBe(0);
  });

  it('takes a binding code too, and reaches that contact in the browser from then on', async () => {
    const unit = await world.prisma.unit.findFirstOrThrow({ where: { planId: PLAN } });
    const personId = await personWith(world.prisma, 'liaison', PLAN, unit.id);
    expect((await login(await world.code(personId, 'bind'))).status).toBe(200);
    expect(await world.prisma.account.findMany({ where: { personId } })).toMatchObject([
      { channel: 'web', externalId: personId },
    ]);
    expect(await world.prisma.event.count({ where: { planId: PLAN, kind: 'contactBound' } })).toBe(1);
  });

  it('refuses a code that was used', async () => {
    const code = await world.code('local-coordinator');
    expect((await login(code)).status).toBe(200);
    expect((await login(code)).body.error?.code).toBe('CODE_WRONG');
  });

  it('says in the language of the page that asks why it refuses, and what was done', async () => {
    const ask = (code: string, language: string) =>
      world.post('/api/login', { code }, undefined, { 'x-duban-language': language });
    expect((await ask('WRONG', 'en')).body.error?.message).toBe(
      'The code is wrong, used or expired. Please ask the office for another one.',
    );
    expect((await ask('WRONG', 'zh')).body.error?.message).toContain('绑定码不正确');
    expect((await ask(await world.code('local-coordinator'), 'en')).body).toMatchObject({ summary: 'Signed in.' });
  });

  it('lets one of two who try the same code at once in', async () => {
    const code = await world.code('local-coordinator');
    const statuses = (await Promise.all([login(code), login(code)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 401]);
  });

  it('refuses a code after ten minutes', async () => {
    const code = await world.code('local-coordinator');
    minutes(11);
    expect((await login(code)).body.error?.code).toBe('CODE_WRONG');
  });

  it('listens to no code from a source that guessed five times, for an hour', async () => {
    for (let guess = 0; guess < 5; guess += 1) expect((await login(`AAAA-BBBB-CCCC-DDD${guess}`)).status).toBe(401);
    const { status, body } = await login(await world.code('local-coordinator'));
    expect({ status, code: body.error?.code }).toEqual({ status: 429, code: 'CODE_TOO_MANY' });
  });
});

describe('a session', () => {
  it('is none for a visitor, which is no refusal', async () => {
    expect(await world.get('/api/session')).toMatchObject({ status: 200, body: { me: null } });
    const token = await world.signIn('local-coordinator');
    expect((await world.get('/api/session', token)).body).toMatchObject({
      me: { person: { id: 'local-coordinator' } },
    });
  });

  it('ends at the server when one signs out', async () => {
    const token = await world.signIn('local-coordinator');
    expect((await world.post('/api/logout', {}, token)).status).toBe(200);
    expect((await world.get('/api/me', token)).status).toBe(401);
  });

  it('ends after twelve hours', async () => {
    const token = await world.signIn('local-coordinator');
    minutes(12 * 60 + 1);
    expect((await world.get('/api/me', token)).status).toBe(401);
  });

  it('is never one that was there before the login', async () => {
    const planted = await world.signIn('local-coordinator');
    const answer = await login(await world.code('local-coordinator'), planted);
    expect(tokenIn(answer.headers)).not.toBe(planted);
    expect((await world.get('/api/me', planted)).status).toBe(401);
  });

  it('is not guessed from its hash in the database', async () => {
    await world.signIn('local-coordinator');
    const { tokenHash } = await world.prisma.session.findFirstOrThrow({ where: { revokedAt: null } });
    expect((await world.get('/api/me', tokenHash)).status).toBe(401);
  });
});
