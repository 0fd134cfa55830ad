import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chained } from '../bot/played-desk.ts';
import { BRIEF_ACTS } from './brief-acts.ts';
import { ELSEWHERE, LISTED } from './elsewhere-acts.ts';
import { ESCALATION_ACTS } from './escalation-acts.ts';
import { EXTENSION_ACTS } from './extension-acts.ts';
import { PLAN_ACTS } from './plan-acts.ts';
import { asItBegan, PLAN, seedPeople } from './seed.ts';
import type { ParityAct, Try } from './table.ts';
import { TASK_ACTS } from './task-acts.ts';
import { UNIT_ACTS } from './unit-acts.ts';
import { openWays, WAYS, type Ended, type Way, type Ways } from './ways.ts';

let ways: Ways;
beforeAll(async () => {
  ways = await openWays();
  await seedPeople(ways.world);
});
afterAll(() => ways.world.close());

const VIA: Record<Way, string> = { page: 'page', cli: 'cli', slack: 'slack', telegram: 'telegram' };
/** Minted anew each time, or worded differently: everything else of an Event is the same. */
const OWN = new Set(['expiresAt', 'requestId', 'itemId', 'noticeId', 'corrects', 'words', 'asOf', 'briefId', 'sha256']);
/** Both ask the same code, so they take turns at being refused. */
const chat = ({ act }: ParityAct): Way => (act.length % 2 === 0 ? 'slack' : 'telegram');
const nothing = async (): Promise<void> => undefined;

async function tried(way: Way, one: Try): Promise<Ended> {
  const { world } = ways;
  await asItBegan(world);
  await one.given?.(world, ways);
  world.events.length = 0;
  const between = (): Promise<void> => one.meanwhile?.(world, ways) ?? nothing();
  if (way === 'cli') {
    const argv = typeof one.cli === 'function' ? await one.cli(world) : one.cli;
    await between();
    return ways.cli(one.by, argv);
  }
  if (way !== 'page' || one.page === 'inbox') return ways.talk(way, one.by, one.chat, between);
  const notice = await world.prisma.notice.findFirst({ select: { id: true } });
  const brief = await world.prisma.brief.findFirst({ select: { id: true } });
  const body = await one.page.body(world);
  await between();
  return ways.post(
    one.by,
    one.page.path.replace('{notice}', notice?.id ?? '').replace('{brief}', brief?.id ?? ''),
    body,
  );
}

/** The newest Event of that kind, without what is each one's own. */
async function eventOf({ event, on }: ParityAct): Promise<Chained> {
  const { events, prisma } = ways.world;
  const found =
    on === 'desk'
      ? await prisma.event.findFirst({
          where: { entityId: `desk/${PLAN}`, kind: event },
          orderBy: { seq: 'desc' },
          select: { entityId: true, kind: true, actor: true, via: true, body: true },
        })
      : events.findLast(({ kind }) => kind === event);
  expect(found, `no ${event} among ${events.map(({ kind }) => kind).join(', ')}`).toBeTruthy();
  const { body, ...rest } = found as unknown as Chained;
  return { ...rest, body: Object.fromEntries(Object.entries(body).filter(([key]) => !OWN.has(key))) };
}

const viaOf = (way: Way, { page }: ParityAct): string => (way === 'page' && page === 'inbox' ? 'web' : VIA[way]);

describe.each([...UNIT_ACTS, ...TASK_ACTS, ...EXTENSION_ACTS, ...ESCALATION_ACTS, ...BRIEF_ACTS, ...PLAN_ACTS])(
  '$act',
  (act) => {
    it('makes the same Event from page, command line, Slack and Telegram', async () => {
      const made: Chained[] = [];
      for (const way of WAYS) {
        const ended = await tried(way, act);
        expect(ended.code, `${way}: ${ended.text}`).toBeNull();
        const { via, ...event } = await eventOf(act);
        expect(via).toBe(viaOf(way, act));
        made.push({ ...event, via: '' });
      }
      for (const event of made) expect(event).toEqual(made[0]);
    });

    it(`is refused with ${act.refused.code} and one sentence, whichever way it comes`, async () => {
      const sentences: string[] = [];
      for (const way of ['page', 'cli', chat(act)] as const) {
        const ended = await tried(way, { ...act, ...act.refused });
        expect(ended.code, `${way}: ${ended.text}`).toBe(act.refused.code);
        sentences.push(ended.text);
      }
      const shortest = sentences.toSorted((a, b) => a.length - b.length)[0] ?? '';
      for (const sentence of sentences) expect(sentence).toContain(shortest);
      expect(shortest.length).toBeGreaterThan(5);
    });
  },
);

describe.each(LISTED)('$act', (act) => {
  it('is refused alike by page and command line', async () => {
    const [page, cli] = [await tried('page', { ...act, chat: [] }), await tried('cli', { ...act, chat: [] })];
    expect(page).toEqual({ code: act.refused, text: page.text });
    expect(cli).toEqual(page);
  });
});

describe.each(ELSEWHERE)('$act', (act) => {
  it('is refused alike by page and command line, and chat says where it is done', async () => {
    const [page, cli] = [await tried('page', { ...act, chat: [] }), await tried('cli', { ...act, chat: [] })];
    expect(page).toEqual({ code: act.refused, text: page.text });
    expect(cli).toEqual(page);
    const said = await tried('slack', { ...act, chat: [act.chat] });
    expect(said.code).toBeNull();
    expect(said.text).toContain(act.says);
    expect(said.text).toContain('网页');
  });
});
