import type { KnownBlock } from '@slack/types';
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import { createRowDone } from '../../../bot/row-done.ts';
import { createSlackFront } from '../../../bot/slack/front.ts';
import { createSlackListener } from '../../../bot/slack/listener.ts';
import { createSlackPort } from '../../../bot/slack/port.ts';
import type { ChatListener } from '../../../bot/listener.ts';
import { mountRoute } from '../../fakes/slack/mount-route.ts';
import { startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';
import { prompt } from '../bot/acts.ts';
import { COORDINATOR, seedOffice } from '../bot/office-seed.ts';
import { aWhileGoesBy } from '../through.ts';
import { openWorld, type World } from '../bot/world.ts';

export const TEAM = 'T0FAKE001';
const SECRET = 'a-signing-secret-for-tests';
export const PERSON = 'person-unit-a';
export const LIAISON = 'U0LIAISON';
export const OFFICE = 'U0OFFICE';
export const STRANGER = 'U0STRANGER';

export const until = (is: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(is()).toBe(true), { timeout: 5_000, interval: 10 });

/** So much later, by Slack's clock, is each form ready. */
export const slow = { ms: 0 };

export let world: World;
export let fake: FakeSlack;
let listener: ChatListener;
let web: Awaited<ReturnType<typeof mountRoute>>;

/** One workspace and one database for all topics; called once, by the test file. */
export function openSlackFront(): void {
  beforeAll(async () => {
    fake = await startFakeSlack({ team: TEAM });
    for (const user of [LIAISON, OFFICE, STRANGER]) fake.workspace.addUser(user);
    const { apiUrl, workspace } = fake;
    const rowDone = createRowDone();
    // How fast Slack lets us send is tried elsewhere.
    const port = { ...createSlackPort({ token: workspace.token, apiUrl }), rates: () => [] };
    world = await openWorld(() => [port], { rowDone: rowDone.tell });
    await seedOffice(world);
    for (const [externalId, personId] of [
      [LIAISON, PERSON],
      [OFFICE, COORDINATOR],
    ] as const)
      await world.prisma.account.create({
        data: { id: externalId, channel: 'slack', team: TEAM, externalId, personId },
      });
    const front = createSlackFront(world.desk);
    listener = createSlackListener({
      inbox: world.inbox,
      front: {
        ...front,
        async formOf(button) {
          const form = await front.formOf(button);
          fake.workspace.laterMs += slow.ms;
          return form;
        },
      },
      rowDone,
      token: workspace.token,
      signingSecret: SECRET,
      teamId: TEAM,
      apiUrl,
      log: () => undefined,
      realNow: () => new Date(),
    });
    web = await mountRoute(listener);
    fake.postTo({ url: web?.url ?? '', signingSecret: SECRET });
    await listener.start();
  });
  beforeEach(() => aWhileGoesBy(world));
  afterAll(async () => {
    await listener.stop();
    await web?.close();
    await fake.close();
    await world.close();
  });
}

export const textOf = (blocks: readonly KnownBlock[]): string =>
  blocks
    .flatMap((block) => {
      if ((block.type === 'header' || block.type === 'section') && block.text) return [block.text.text];
      return block.type === 'context'
        ? block.elements.flatMap((each) => ('text' in each ? [String(each.text)] : []))
        : [];
    })
    .join('\n');

const buttonsOf = (blocks: readonly KnownBlock[]) =>
  blocks.flatMap((block) => {
    const elements = block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [];
    return elements.flatMap((each) =>
      each?.type === 'button' ? [{ label: each.text.text, value: each.value ?? '', confirm: each.confirm }] : [],
    );
  });

export async function homeOf(user: string, hasChanged: (text: string) => boolean = () => true) {
  await until(() => {
    const shown = fake.workspace.homes.get(user);
    return shown !== undefined && hasChanged(textOf(shown.blocks));
  });
  const view = fake.workspace.homes.get(user);
  if (!view) throw new Error('no home tab');
  return { view, text: textOf(view.blocks), buttons: buttonsOf(view.blocks) };
}

export const pressAtHome = async (user: string, value: string | undefined): Promise<void> => {
  const { view } = await homeOf(user);
  const acted = { blockId: 'b', action: { type: 'button', action_id: value ?? '', value } };
  expect(await fake.people.actInView(user, view, acted)).toMatchObject({ status: 200 });
  await world.dispatch.drain();
};

export const newestRow = () =>
  world.prisma.inbox.findFirstOrThrow({ orderBy: { receivedAt: 'desc' }, select: { outcome: true, error: true } });

export const modalOf = (user: string) =>
  [...fake.workspace.views.values()].findLast((view) => view.user === user && view.type === 'modal');

/** What a card's button says, sent to somebody by the office. */
export const cardFor = async (personId: string, duties: Parameters<typeof prompt>[3]) => {
  await aWhileGoesBy(world);
  const { buttons } = await prompt(world, personId, 'slack', duties);
  await aWhileGoesBy(world);
  return buttons;
};

const filled = (values: Record<string, object>) =>
  Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { element: value }]));

export const submitting = async (values: Record<string, object>) => {
  const view = modalOf(LIAISON);
  if (!view) throw new Error('no modal is open');
  await aWhileGoesBy(world);
  const sent = fake.people.submitView(LIAISON, view, filled(values));
  // Whoever applies rows does so beside the listener, which waits for them.
  const drained = (async () => {
    for (;;) {
      await world.dispatch.drain();
      if ((await Promise.race([sent, Promise.resolve(null)])) !== null) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  const answer = await sent;
  await drained;
  return answer;
};

export const homeAgain = async () => {
  const hash = fake.workspace.homes.get(LIAISON)?.hash;
  await fake.people.openHome(LIAISON);
  await until(() => fake.workspace.homes.get(LIAISON)?.hash !== hash);
  return homeOf(LIAISON);
};
