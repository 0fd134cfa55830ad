import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLOCK, incoming, NOW, openWorld, partId, partIn, PLAN, prompt, queued, say, type World } from './world.ts';

const PERSON = 'person-unit-a';
const OTHER = 'person-unit-b';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.now = new Date(world.clock.now.getTime() + 60_000);
  world.down.value = false;
  world.failAt.point = null;
  // Every test begins with a quiet conversation.
  await world.prisma.proposal.updateMany({ where: { status: 'open' }, data: { status: 'kept' } });
  await world.prisma.delivery.updateMany({ where: { closedAt: null }, data: { closedAt: NOW, closedWith: '前一项' } });
});

const text = (words: string, person = PERSON) => say(world, incoming(person, 'web', { kind: 'text', text: words }));
const press = (buttonId: string | undefined, person = PERSON) => say(world, incoming(person, 'web', { kind: 'button', payload: { buttonId } }));
const refusals = () => world.prisma.event.findMany({ where: { entityId: `desk/${PLAN}`, kind: 'refused' }, orderBy: { seq: 'asc' } });

describe('what is held while an answer is read', () => {
  it('holds every prompt that free text may answer, and lets them go with its outcome', async () => {
    const [mine, others] = [await queued(world, 'task-9', 'report'), await queued(world, 'task-8', 'report')];
    const { inboxId } = await world.inbox.receive(incoming(PERSON, 'web', { kind: 'text', text: '请问怎么填报?' }));
    expect(await world.prisma.prompt.findUniqueOrThrow({ where: { id: mine } })).toMatchObject({ heldBy: inboxId });
    expect((await world.prisma.prompt.findUniqueOrThrow({ where: { id: others } })).heldUntil).toBeNull();
    await world.dispatch.drain();
    expect(await world.prisma.prompt.findUniqueOrThrow({ where: { id: mine } })).toMatchObject({ heldBy: null, heldUntil: null, notBefore: null });
  });

  it('holds a button’s own part alone', async () => {
    const [nine, two] = [await queued(world, 'task-9', 'report'), await queued(world, 'task-2', 'report')];
    const card = await prompt(world, PERSON, 'web', [['task-9', 'report']]);
    await world.inbox.receive(incoming(PERSON, 'web', { kind: 'button', payload: { buttonId: card.buttons['提请协调'] } }));
    expect((await world.prisma.prompt.findUniqueOrThrow({ where: { id: nine } })).heldUntil).not.toBeNull();
    expect((await world.prisma.prompt.findUniqueOrThrow({ where: { id: two } })).heldUntil).toBeNull();
    await world.dispatch.drain();
  });

  it('keeps prompts of a proposal for two working days, and frees them when only the words are kept', async () => {
    const id = await queued(world, 'task-9', 'report');
    const card = await text('第(九)项完成50%');
    expect((await world.prisma.prompt.findUniqueOrThrow({ where: { id } })).notBefore?.toISOString()).toBe('2026-11-25T01:15:00.000Z');
    const kept = await press(card.buttons['仅存原话']);
    expect(kept.row.outcome).toBe('kept');
    expect((await world.prisma.prompt.findUniqueOrThrow({ where: { id } })).notBefore).toBeNull();
    expect((await partIn(world.prisma, 'task-9')).progress).toBe(40);
  });
});

describe('buttons', () => {
  it('refuses an unknown button and another person’s, on record', async () => {
    const before = (await refusals()).length;
    expect((await press('never-issued')).row).toMatchObject({ outcome: 'refused', error: 'BUTTON_UNKNOWN' });
    const card = await prompt(world, PERSON, 'web', [['task-9', 'report']]);
    const stolen = await press(card.buttons['申请办结'], OTHER);
    expect(stolen.row).toMatchObject({ outcome: 'refused', error: 'BUTTON_NOT_YOURS' });
    expect(stolen.text).toBe('该消息不是发给你的,未予登记。');
    expect((await refusals()).slice(before).map(({ body }) => (body as { code: string }).code)).toEqual(['BUTTON_UNKNOWN', 'BUTTON_NOT_YOURS']);
  });

  it('asks which line of a digest is meant, then records that one', async () => {
    const card = await prompt(world, PERSON, 'web', [['task-9', 'report'], ['task-2', 'report']]);
    const asked = await press(card.buttons['提请协调']);
    expect(asked.row.outcome).toBe('answered');
    const done = await press(asked.buttons['第(二)项"健全工作体系"']);
    expect(done.row.outcome).toBe('recorded');
    expect(await world.prisma.officeItem.findFirst({ where: { kind: 'coordination', partId: partId('task-2') } })).toMatchObject({ status: 'open', entityId: 'task/task-2' });
  });

  it('takes words after 职责有异议 as its reason', async () => {
    const card = await prompt(world, PERSON, 'web', [['task-9', 'receipt']]);
    await press(card.buttons['职责有异议']);
    const why = await text('此项职责在机构改革后已划转市市场监管局');
    expect(why.row.outcome).toBe('recorded');
    expect(world.updates.at(-1)?.reading).toEqual({ kind: 'dispute', reason: '此项职责在机构改革后已划转市市场监管局' });
    expect((await world.prisma.officeItem.findFirstOrThrow({ where: { kind: 'dispute' } })).body).toMatchObject({ words: '此项职责在机构改革后已划转市市场监管局' });
  });

  it('passes over the lines of 较上次无变化 that were answered meanwhile, and counts a second press no more', async () => {
    const card = await prompt(world, PERSON, 'web', [['task-9', 'report'], ['task-2', 'report']]);
    const typed = await text('第(九)项完成85%');
    await press(typed.buttons['确认登记']);
    const before = world.updates.length;
    expect((await press(card.buttons['较上次无变化'])).row.outcome).toBe('recorded');
    expect(world.updates.slice(before).map(({ partId: id }) => id)).toEqual([partId('task-2')]);
    expect((await press(card.buttons['较上次无变化'])).row.error).toBe('CARD_CLOSED');
  });
});

describe('typed words', () => {
  it('refuses a task of another unit, and puts that on record', async () => {
    const before = (await refusals()).length;
    const { row, text: said } = await text('第(八)项已完成60%,正在按计划推进。');
    expect(row).toMatchObject({ outcome: 'refused', error: 'NOT_YOURS' });
    expect(said).toContain('不属于你单位');
    const [event] = (await refusals()).slice(before);
    expect(event).toMatchObject({ via: 'web', actor: { id: PERSON }, body: { code: 'NOT_YOURS', named: '第(八)项' } });
    expect(await world.prisma.inboxItem.count({ where: { inboxId: row.id } })).toBe(0);
  });

  it('asks which task is meant, and goes on with the stored words', async () => {
    const asked = await text('完成75%');
    expect(asked.row.outcome).toBe('answered');
    expect(Object.keys(asked.buttons)).toEqual(['第(九)项"研究制定知识产权发展……"', '第(二)项"健全工作体系"']);
    const chosen = await press(asked.buttons['第(二)项"健全工作体系"']);
    expect(chosen.row.outcome).toBe('proposal');
    expect(chosen.text).toContain('完成75%');
    await press(chosen.buttons['确认登记']);
    expect((await partIn(world.prisma, 'task-2')).progress).toBe(75);
    expect((await press(asked.buttons['第(二)项"健全工作体系"'])).row.error).toBe('CARD_CLOSED');
  });

  it('takes words without a number to be about the one task that was just prompted', async () => {
    await prompt(world, PERSON, 'web', [['task-2', 'report']]);
    const { row, text: said } = await text('已完成88%,下周二前报佐证');
    expect(row.outcome).toBe('proposal');
    expect(said).toContain('第(二)项');
  });

  it('reads several numbered tasks as one card, each with its own share', async () => {
    const card = await text('第(二)项完成76%,第(九)项完成86%');
    expect(card.text).toContain('第(二)项"健全工作体系" 进度');
    await press(card.buttons['确认登记']);
    expect([(await partIn(world.prisma, 'task-2')).progress, (await partIn(world.prisma, 'task-9')).progress]).toEqual([76, 86]);
  });

  it('asks one specific question after vague words, and only once', async () => {
    const vague = await text('第(九)项正在有序推进');
    expect(vague.row.outcome).toBe('kept');
    expect(vague.heading).toBe('【请补充一项】');
    expect(vague.text).toContain('已留存,暂未计入进度');
    expect(world.updates.at(-1)?.reading).toMatchObject({ kind: 'kept-words' });
    const again = await text('第(九)项积极推进中');
    expect(again.heading).toBe('【请核对】');
    expect(Object.keys(again.buttons)).toEqual(['登记为进展(无数字)', '修改', '仅存原话']);
  });

  it('lets the next words take the place of a card that is being corrected', async () => {
    const card = await text('第(九)项完成60%');
    expect((await press(card.buttons['修改'])).row.outcome).toBe('answered');
    const corrected = await text('完成65%');
    expect(corrected.text).toContain('第(九)项');
    expect(corrected.text).toContain('65%');
    expect(await world.prisma.delivery.findUniqueOrThrow({ where: { id: card.deliveryId } })).toMatchObject({ closedWith: '已由更正后的内容代替' });
    expect((await press(card.buttons['确认登记'])).row.error).toBe('CARD_CLOSED');
    await press(corrected.buttons['确认登记']);
    expect((await partIn(world.prisma, 'task-9')).progress).toBe(65);
  });

  it('judges lateness by when the words came, not by when they were confirmed', async () => {
    const card = await text('第(九)项完成70%');
    const came = world.clock.now.toISOString();
    world.clock.now = new Date(world.clock.now.getTime() + 3_600_000);
    await press(card.buttons['确认登记']);
    expect(world.updates.at(-1)).toMatchObject({ receivedAt: came });
  });

  it('applies two conflicting rows in the order in which they were received', async () => {
    await prompt(world, PERSON, 'web', [['task-9', 'report']]);
    const later = incoming(PERSON, 'web', { kind: 'form', payload: { lines: [{ entityId: 'task/task-9', partId: partId('task-9'), progress: 92 }] } });
    const earlier = { ...incoming(PERSON, 'web', { kind: 'form', payload: { lines: [{ entityId: 'task/task-9', partId: partId('task-9'), progress: 91 }] } }), receivedAt: new Date(Date.parse(later.receivedAt) - 10).toISOString() };
    await world.inbox.receive(later);
    await world.inbox.receive(earlier);
    await world.dispatch.drain();
    expect(world.updates.slice(-2).map(({ reading }) => (reading as { progress: number }).progress)).toEqual([91, 92]);
  });
});

describe('forms', () => {
  it('records each line at once', async () => {
    const { row, text: said } = await say(world, incoming(PERSON, 'web', {
      kind: 'form',
      payload: { lines: [{ entityId: 'task/task-9', partId: partId('task-9'), progress: 93, words: '已报送审稿', expectedOn: '2026-12-08' }, { entityId: 'task/task-2', partId: partId('task-2'), words: '', progress: null }] },
    }));
    expect(row.outcome).toBe('recorded');
    expect(row.items).toHaveLength(1);
    expect(said).toContain('第(九)项');
    expect(await partIn(world.prisma, 'task-9')).toMatchObject({ progress: 93, expectedOn: '2026-12-08', lastWords: '已报送审稿' });
  });

  it.each([
    [{ lines: [{ entityId: 'task/task-8', partId: 'task-8-p1', progress: 50 }] }, 'NOT_YOURS'],
    [{ lines: [{ entityId: 'task/task-9', partId: 'task-9-p1', progress: 150 }] }, 'INPUT_INVALID'],
    [{ lines: [{ entityId: 'task/task-9', partId: 'task-9-p1', expectedOn: '2026-02-30' }] }, 'INPUT_INVALID'],
    [{ lines: [{ entityId: 'task/task-9', partId: 'task-9-p1' }] }, 'TEXT_EMPTY'],
    [{ lines: 'x' }, 'INPUT_INVALID'],
  ])('refuses %j', async (payload, code) => {
    expect((await say(world, incoming(PERSON, 'web', { kind: 'form', payload }))).row).toMatchObject({ outcome: 'refused', error: code });
  });
});

describe('faults', () => {
  it('keeps a row open while Temporal is down, and applies it once afterwards', async () => {
    const card = await prompt(world, PERSON, 'web', [['task-2', 'report']]);
    world.down.value = true;
    const before = world.updates.length;
    const { inboxId } = await world.inbox.receive(incoming(PERSON, 'web', { kind: 'button', payload: { buttonId: card.buttons['提请协调'] } }));
    await world.dispatch.drain();
    expect(await world.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })).toMatchObject({ status: 'open', attempts: 1 });
    world.down.value = false;
    await expect.poll(() => world.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } }).then(({ status }) => status), { timeout: 5_000 }).toBe('done');
    expect(world.updates.length - before).toBe(1);
  });

  it('applies an item under the same id after a crash between Update and its record', async () => {
    const card = await prompt(world, PERSON, 'web', [['task-2', 'report']]);
    world.failAt.point = 'dispatch.after-update';
    const { inboxId } = await world.inbox.receive(incoming(PERSON, 'web', { kind: 'button', payload: { buttonId: card.buttons['较上次无变化'] } }));
    await world.dispatch.drain();
    world.failAt.point = null;
    await expect.poll(() => world.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } }).then(({ status }) => status), { timeout: 5_000 }).toBe('done');
    const ids = world.updates.filter(({ itemId }) => itemId.startsWith(inboxId)).map(({ itemId }) => itemId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await world.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })).toMatchObject({ outcome: 'recorded' });
  });

  it('applies each row once with two dispatchers at work', async () => {
    const second = world.newInbox();
    const before = world.updates.length;
    for (let n = 0; n < 10; n += 1) {
      await world.inbox.receive(incoming(n % 2 ? PERSON : OTHER, 'web', { kind: 'form', payload: { lines: [n % 2 ? { entityId: 'task/task-9', partId: partId('task-9'), progress: n } : { entityId: 'task/task-8', partId: partId('task-8'), progress: n }] } }));
    }
    await Promise.all([world.dispatch.drain(), second.dispatch.drain()]);
    await expect.poll(async () => { await world.dispatch.drain(); return world.prisma.inbox.count({ where: { status: 'open' } }); }, { timeout: 5_000 }).toBe(0);
    await second.dispatch.stop();
    const progress = (id: string) => world.updates.slice(before).filter((update) => update.partId === id).map(({ reading }) => (reading as { progress: number }).progress);
    expect(progress(partId('task-9'))).toEqual([1, 3, 5, 7, 9]);
    expect(progress(partId('task-8'))).toEqual([0, 2, 4, 6, 8]);
  });

  it('tells a stranger how to be bound, and keeps the row', async () => {
    const { inboxId } = await world.inbox.receive(incoming('nobody', 'web', { kind: 'text', text: '你好' }));
    await world.dispatch.drain();
    expect(await world.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })).toMatchObject({ status: 'done', outcome: 'refused', error: 'ACCOUNT_UNKNOWN', personId: null, clockId: 'real' });
  });

  it('refuses a former liaison’s button and says who answers now', async () => {
    const card = await prompt(world, OTHER, 'web', [['task-8', 'report']]);
    await world.prisma.membership.updateMany({ where: { personId: OTHER }, data: { active: false } });
    const { row, text: said } = await press(card.buttons['提请协调'], OTHER);
    await world.prisma.membership.updateMany({ where: { personId: OTHER }, data: { active: true } });
    expect(row).toMatchObject({ outcome: 'refused', error: 'NOT_YOURS', clockId: CLOCK });
    expect(said).toContain('你已不是该事项的联络员');
  });
});
