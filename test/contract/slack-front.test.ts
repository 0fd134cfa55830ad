import type { KnownBlock } from '@slack/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRowDone } from '../../bot/row-done.ts';
import { createSlackFront } from '../../bot/slack/front.ts';
import { createApiClient } from '../../bot/slack/api-client.ts';
import { createHomes } from '../../bot/slack/home/keep-home.ts';
import { createRedraw } from '../../bot/slack/home/redraw-homes.ts';
import { createSlackListener } from '../../bot/slack/listener.ts';
import { createSlackPort } from '../../bot/slack/port.ts';
import { changedHomes } from '../../prisma/queries/changed-homes.ts';
import type { ChatListener } from '../../bot/listener.ts';
import { problemOfView } from '../fakes/slack/check-blocks.ts';
import { suggestions } from '../fakes/slack/check-elements.ts';
import type { ShownView } from '../fakes/slack/workspace.ts';
import { mountRoute } from '../fakes/slack/mount-route.ts';
import { startFakeSlack, type FakeSlack } from '../fakes/slack/server.ts';
import { prompt } from './bot/acts.ts';
import { claim, COORDINATOR, seedOffice } from './bot/office-seed.ts';
import { aWhileGoesBy } from './through.ts';
import { openWorld, type World } from './bot/world.ts';
import { partIn, PLAN, putState, stateIn } from './bot/world-seed.ts';

const TEAM = 'T0FAKE001';
const SECRET = 'a-signing-secret-for-tests';
const PERSON = 'person-unit-a';
const LIAISON = 'U0LIAISON';
const OFFICE = 'U0OFFICE';
const STRANGER = 'U0STRANGER';

const until = (is: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(is()).toBe(true), { timeout: 5_000, interval: 10 });

/** So much later, by Slack's clock, is each form ready. */
const slow = { ms: 0 };

let world: World;
let fake: FakeSlack;
let listener: ChatListener;
let web: Awaited<ReturnType<typeof mountRoute>>;

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
    await world.prisma.account.create({ data: { id: externalId, channel: 'slack', team: TEAM, externalId, personId } });
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

const textOf = (blocks: readonly KnownBlock[]): string =>
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

async function homeOf(user: string, hasChanged: (text: string) => boolean = () => true) {
  await until(() => {
    const shown = fake.workspace.homes.get(user);
    return shown !== undefined && hasChanged(textOf(shown.blocks));
  });
  const view = fake.workspace.homes.get(user);
  if (!view) throw new Error('no home tab');
  return { view, text: textOf(view.blocks), buttons: buttonsOf(view.blocks) };
}

const pressAtHome = async (user: string, value: string | undefined): Promise<void> => {
  const { view } = await homeOf(user);
  const acted = { blockId: 'b', action: { type: 'button', action_id: value ?? '', value } };
  expect(await fake.people.actInView(user, view, acted)).toMatchObject({ status: 200 });
  await world.dispatch.drain();
};

const newestRow = () =>
  world.prisma.inbox.findFirstOrThrow({ orderBy: { receivedAt: 'desc' }, select: { outcome: true, error: true } });

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

const modalOf = (user: string) =>
  [...fake.workspace.views.values()].findLast((view) => view.user === user && view.type === 'modal');

/** What a card's button says, sent to somebody by the office. */
const cardFor = async (personId: string, duties: Parameters<typeof prompt>[3]) => {
  await aWhileGoesBy(world);
  const { buttons } = await prompt(world, personId, 'slack', duties);
  await aWhileGoesBy(world);
  return buttons;
};

const filled = (values: Record<string, object>) =>
  Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { element: value }]));

const submitting = async (values: Record<string, object>) => {
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

const homeAgain = async () => {
  const hash = fake.workspace.homes.get(LIAISON)?.hash;
  await fake.people.openHome(LIAISON);
  await until(() => fake.workspace.homes.get(LIAISON)?.hash !== hash);
  return homeOf(LIAISON);
};

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

describe('a task chosen from the menu', () => {
  const menu = async (user: string, value: string) => {
    await fake.people.shortcut(user, 'open_list');
    const view = modalOf(user);
    if (!view) throw new Error('no modal is open');
    const ids = { blockId: 'task-menu', actionId: 'task-menu' };
    const { body } = await fake.people.suggest(user, view, { ...ids, value });
    const { options } = suggestions.parse(body);
    return { view, options: options.map((option) => ({ label: option.text.text, value: option.value })) };
  };
  const choose = (user: string, view: ShownView, value: string) =>
    fake.people.actInView(user, view, {
      blockId: 'task-menu',
      action: { type: 'external_select', action_id: 'task-menu', selected_option: { value } },
    });

  it('is found by number, title or unit, and opens the form in the place of the menu', async () => {
    const { view, options } = await menu(LIAISON, '九');
    expect(textOf(view.blocks)).toContain('第(九)项');
    expect(options.map(({ label }) => label)).toEqual(['第(九)项"研究制定知识产权发展战略与规划"']);
    expect((await menu(LIAISON, '体系')).options).toHaveLength(1);
    expect((await menu(LIAISON, '')).options).toHaveLength(2);
    expect((await menu(LIAISON, '不存在的任务')).options).toEqual([]);
    await choose(LIAISON, view, options[0]?.value ?? '');
    expect(fake.workspace.views.get(view.id)?.title?.text).toBe('填报进展');
  });

  it('shows the office how it stands, in the conversation', async () => {
    const { view, options } = await menu(OFFICE, '公安');
    expect(options.map(({ label }) => label)).toEqual(['第(八)项"开展联合执法检查"']);
    expect((await choose(OFFICE, view, options[0]?.value ?? '')).status).toBe(200);
    await world.dispatch.drain();
    expect(fake.workspace.messages.at(-1)?.text).toContain('第(八)项');
    await until(() => textOf(fake.workspace.views.get(view.id)?.blocks ?? []).includes('私聊'));
  });

  it('is nothing for somebody unknown', async () => {
    expect((await menu(STRANGER, '九')).options).toEqual([]);
  });
});

describe('a form', () => {
  it('opens as a modal at the press, and what is filled in is recorded before it closes', async () => {
    const buttons = await cardFor(PERSON, [
      ['task-9', 'report'],
      ['task-2', 'report'],
    ]);
    const before = await world.prisma.inbox.count();
    await fake.people.press(LIAISON, buttons['逐项填报'] ?? '');
    const view = modalOf(LIAISON);
    expect(view?.title?.text).toBe('填报进展');
    expect(view?.blocks.flatMap(({ block_id: id }) => id ?? [])).toContain('1/progress');
    // The press itself is no answer.
    expect(await world.prisma.inbox.count()).toBe(before);
    expect(await submitting({ '0/progress': { value: '72%' }, '0/words': { value: '初稿已成' } })).toEqual({
      status: 200,
      body: { response_action: 'clear' },
    });
    expect((await partIn(world.prisma, 'task-9')).progress).toBe(72);
    expect(fake.workspace.messages.at(-1)?.text).toContain('进度40%→72%');
  });

  it('says under the field what is wrong, commits nothing then, and takes the corrected one', async () => {
    const buttons = await cardFor(PERSON, [['task-2', 'report']]);
    await fake.people.press(LIAISON, buttons['逐项填报'] ?? '');
    const before = await world.prisma.inbox.count();
    expect(await submitting({ '0/progress': { value: '七成' } })).toEqual({
      status: 200,
      body: { response_action: 'errors', errors: { '0/progress': '进度应为0至100之间的数字。' } },
    });
    expect(await world.prisma.inbox.count()).toBe(before);
    expect(await submitting({ '0/progress': { value: '45' } })).toMatchObject({ body: { response_action: 'clear' } });
    expect((await partIn(world.prisma, 'task-2')).progress).toBe(45);
  });

  it('shows the refusal of a date in the modal', async () => {
    const { buttons } = await homeAgain();
    const { view } = await homeOf(LIAISON);
    const value = buttons.find(({ label }) => label === '申请延期')?.value ?? '';
    await fake.people.actInView(LIAISON, view, { blockId: 'b', action: { type: 'button', action_id: value, value } });
    expect(modalOf(LIAISON)?.title?.text).toBe('申请延期');
    const late = { '0/newDueOn': { selected_date: '2028-01-02' }, '0/reason': { value: '省级文件尚未印发' } };
    expect(await submitting(late)).toMatchObject({
      body: { response_action: 'errors', errors: { '0/newDueOn': expect.stringMatching(/。$/) } },
    });
  });

  it('gives way to the question in words where Slack opens none: the trigger ran out, or Slack hangs', async () => {
    const press = async (): Promise<string> => {
      const buttons = await cardFor(PERSON, [['task-9', 'report']]);
      await fake.people.press(LIAISON, buttons['逐项填报'] ?? '');
      await world.dispatch.drain();
      return fake.workspace.messages.at(-1)?.text ?? '';
    };
    const open = fake.workspace.views.size;
    slow.ms = 3_500;
    expect(await press()).toContain('请直接回复');
    slow.ms = 0;
    fake.faults.inject({ method: 'views.open', mode: { kind: 'reset' } });
    expect(await press()).toContain('请直接回复');
    expect(fake.workspace.views.size).toBe(open);
  });

  it('opens for nobody else', async () => {
    const open = fake.workspace.views.size;
    const buttons = await cardFor(PERSON, [['task-9', 'report']]);
    await fake.people.press(OFFICE, buttons['逐项填报'] ?? '');
    await world.dispatch.drain();
    expect(fake.workspace.views.size).toBe(open);
    expect(await newestRow()).toMatchObject({ outcome: 'refused', error: 'BUTTON_NOT_YOURS' });
  });
});

describe('登记为进展', () => {
  const chosen = async (by: string, author: string, text: string): Promise<string> => {
    await aWhileGoesBy(world);
    const message = fake.people.writeIn(author, 'C0GENERAL', text);
    expect((await fake.people.messageShortcut(by, message, 'register_progress')).status).toBe(200);
    await world.dispatch.drain();
    const { dm } = fake.workspace.users.get(by) ?? { dm: '' };
    return fake.workspace.messages.findLast((each) => each.bot && each.channel === dm)?.text ?? '';
  };

  it('shows one’s own words back as a card', async () => {
    expect(await chosen(LIAISON, LIAISON, '第(九)项已完成80%')).toContain('请核对');
    expect(await newestRow()).toMatchObject({ outcome: 'proposal' });
  });

  it('takes nobody else’s words, but of the office, whose bringing is checked by their author', async () => {
    const before = await world.prisma.inbox.count();
    await chosen(LIAISON, OFFICE, '第(二)项已完成50%');
    await until(() => fake.workspace.messages.some(({ text }) => text.includes('没有执行该操作的权限')));
    expect(await world.prisma.inbox.count()).toBe(before);
    await chosen(OFFICE, LIAISON, '第(二)项已完成50%');
    await until(() => fake.workspace.messages.some(({ text }) => text.includes('已将该消息转请李某核对')));
    const row = await world.prisma.inbox.findFirstOrThrow({ orderBy: { receivedAt: 'desc' } });
    expect(row).toMatchObject({ personId: PERSON, outcome: 'proposal', payload: { chosenBy: OFFICE } });
  });

  it('says what can’t be registered', async () => {
    await chosen(LIAISON, LIAISON, '  ');
    await until(() => fake.workspace.messages.some(({ text }) => text.includes('该消息没有文字')));
    const { dm } = fake.workspace.users.get(LIAISON) ?? { dm: '' };
    const card = fake.workspace.messages.findLast(({ bot, channel }) => bot && channel === dm);
    if (!card) throw new Error('the bot said nothing yet');
    await fake.people.messageShortcut(LIAISON, card, 'register_progress');
    await until(() => fake.workspace.messages.some(({ text }) => text.includes('只能登记本工作区人员所写的消息')));
  });
});
