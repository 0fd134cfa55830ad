import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../../bot/evidence/store/hash-of.ts';
import { verifyEvidence } from '../../../prisma/verify-evidence.ts';
import { SAMPLES } from '../../domain/evidence/sample-files.ts';
import { openWebWorld, personWith, PLAN, refusals, type WebWorld } from './web-world.ts';

let world: WebWorld;
let liaison: { id: string; token: string };
let other: { id: string; token: string };
beforeAll(async () => {
  world = await openWebWorld();
  const [first, second] = await world.prisma.unit.findMany({
    where: { planId: PLAN },
    orderBy: { ordinal: 'asc' },
    take: 2,
  });
  const signedIn = async (unitId: string) => {
    const id = await personWith(world.prisma, 'liaison', PLAN, unitId);
    return { id, token: await world.signIn(id) };
  };
  liaison = await signedIn(first?.id ?? '');
  other = await signedIn(second?.id ?? '');
});
afterAll(() => world.close());

const upload = (name: string, bytes: Uint8Array, token = liaison.token) =>
  world.post(`/api/inbox/files?name=${encodeURIComponent(name)}`, bytes, token);

/** As the rounds of the bot leave it. */
async function stored(name: string, mime: string, bytes: Uint8Array): Promise<string> {
  await world.store.put(hashOf(bytes), bytes);
  const { id } = await world.prisma.evidence.create({
    data: {
      id: crypto.randomUUID(),
      inboxId: crypto.randomUUID(),
      ref: {},
      refId: name,
      channel: 'web',
      personId: liaison.id,
      name,
      mime,
      size: bytes.length,
      sha256: hashOf(bytes),
      planId: PLAN,
      status: 'unassigned',
      planAt: world.time.now,
    },
  });
  return id;
}

describe('a file that the page sends', () => {
  it('is kept by its hash and named by the message that follows', async () => {
    const kept = await upload('../盖章件.pdf', SAMPLES.pdf);
    expect(kept).toMatchObject({ status: 200, body: { name: '盖章件.pdf', size: SAMPLES.pdf.length } });
    expect(world.store.files.has(hashOf(SAMPLES.pdf))).toBe(true);
    const posted = await world.post(
      '/api/inbox/text',
      { text: '', clientId: 'c1', files: [{ id: kept.body['id'] }] },
      liaison.token,
    );
    expect(posted.status).toBe(200);
    const row = await world.prisma.inbox.findUniqueOrThrow({ where: { dedupeKey: `web/${liaison.id}/c1` } });
    expect(row.payload).toMatchObject({
      files: [{ id: kept.body['id'], name: '盖章件.pdf', mime: 'application/pdf', size: SAMPLES.pdf.length }],
    });
  });

  it('is refused at once for what it is, with what to do', async () => {
    const program = await upload('setup.exe', SAMPLES.exe);
    expect(program).toMatchObject({ status: 415, body: { error: { code: 'FILE_TYPE' } } });
    const page = await upload('说明.txt', SAMPLES.html);
    expect(page).toMatchObject({ status: 415, body: { error: { code: 'FILE_MISMATCH' } } });
    const big = await upload('大.pdf', new Uint8Array(20 * 1024 * 1024 + 1));
    expect(big).toMatchObject({ status: 413, body: { error: { code: 'FILE_TOO_LARGE' } } });
    expect(world.store.files.size).toBe(1);
  });

  it('of another person is named by nobody else', async () => {
    const kept = await upload('他人.pdf', SAMPLES.pdf, other.token);
    const posted = await world.post(
      '/api/inbox/text',
      { text: '见附件', clientId: 'c2', files: [{ id: kept.body['id'] }] },
      liaison.token,
    );
    expect(posted).toMatchObject({ status: 404, body: { error: { code: 'EVIDENCE_UNKNOWN' } } });
  });
});

describe('a file of evidence', () => {
  it('is saved under its name by who sent it and by the office, and runs nowhere', async () => {
    const id = await stored('送审稿(一).pdf', 'application/pdf', SAMPLES.pdf);
    for (const token of [liaison.token, await world.signIn('local-coordinator')]) {
      const { status, headers } = await world.get(`/api/evidence/${id}`, token);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toBe(
        'attachment; filename="evidence.pdf"; filename*=UTF-8\'\'%E9%80%81%E5%AE%A1%E7%A8%BF%28%E4%B8%80%29.pdf',
      );
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('is not opened by another unit, and the try is on record', async () => {
    const id = await stored('内部.pdf', 'application/pdf', SAMPLES.pdf);
    const { status, body } = await world.get(`/api/evidence/${id}`, other.token);
    expect({ status, code: body.error?.code }).toEqual({ status: 403, code: 'NOT_PERMITTED' });
    expect((await refusals(world.prisma, other.id)).at(-1)?.body).toMatchObject({ act: 'read-evidence' });
  });

  it('is shown as a picture only where it is one', async () => {
    const picture = await stored('现场.png', 'image/png', SAMPLES.png);
    const shown = await world.get(`/api/evidence/${picture}/preview`, liaison.token);
    expect({ status: shown.status, type: shown.headers.get('content-type') }).toEqual({
      status: 200,
      type: 'image/png',
    });
    const text = await stored('说明.txt', 'text/plain', SAMPLES.text);
    expect((await world.get(`/api/evidence/${text}/preview`, liaison.token)).status).toBe(404);
  });

  it('whose bytes were changed is given to nobody, and the check names it', async () => {
    const bytes = new TextEncoder().encode('年度总结');
    const id = await stored('总结.txt', 'text/plain', bytes);
    expect(await verifyEvidence(world.prisma, world.store, PLAN)).toMatchObject({ broken: [] });
    world.store.files.set(hashOf(bytes), SAMPLES.text);
    const { status, body } = await world.get(`/api/evidence/${id}`, liaison.token);
    expect({ status, code: body.error?.code }).toEqual({ status: 500, code: 'EVIDENCE_DAMAGED' });
    expect((await verifyEvidence(world.prisma, world.store, PLAN)).broken).toEqual([
      { evidenceId: id, name: '总结.txt', entityId: null, why: 'changed' },
    ]);
  });
});
