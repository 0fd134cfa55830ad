import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../bot/evidence/store/hash-of.ts';
import { SAMPLES } from '../../domain/evidence/sample-files.ts';
import { incoming, prompt } from './acts.ts';
import { evidenceWorld } from './evidence-world.ts';
import { OTHER, PERSON } from './talk.ts';
import { PLAN, putState, stateIn } from './world-seed.ts';

const { world, store, state, drain, receive, file, filed, send, press, say, rowOf, officeItems, fileIt } =
  evidenceWorld();

describe('a file with words', () => {
  test('is shown on the card and filed with the task once that is confirmed', async () => {
    const before = filed().length;
    const pdf = file('f1', '送审稿.pdf', SAMPLES.pdf);
    const card = await send('第九项已完成60%', [pdf]);
    expect(card.text).toContain('佐证:1份');
    expect(filed()).toHaveLength(before);

    await press(card.buttons['确认登记']);
    expect(filed().slice(before)).toEqual([
      expect.objectContaining({
        entityId: 'task/task-9',
        actor: { id: PERSON, name: '李某' },
        via: 'web',
        body: expect.objectContaining({
          name: '送审稿.pdf',
          size: SAMPLES.pdf.length,
          sha256: hashOf(SAMPLES.pdf),
          mime: 'application/pdf',
          inboxId: card.row.id,
        }),
      }),
    ]);
    expect(store.files.get(hashOf(SAMPLES.pdf))).toEqual(SAMPLES.pdf);
    await drain();
    expect(filed()).toHaveLength(before + 1);
  });

  test('that comes again with an edit of its message counts once', async () => {
    const before = filed().length;
    const pdf = file('f2', '纪要.pdf', SAMPLES.pdf);
    const message = incoming(PERSON, 'web', { kind: 'text', text: '第九项已完成61%', payload: { files: [pdf] } });
    await receive(message);
    const card = await receive(
      incoming(PERSON, 'web', {
        kind: 'text',
        text: '第九项已完成62%',
        payload: { files: [pdf], edits: message.dedupeKey },
      }),
    );
    await press(card.buttons['确认登记']);
    expect(
      filed()
        .slice(before)
        .map(({ body }) => body['name']),
    ).toEqual(['纪要.pdf']);
  });

  test('about several tasks is asked about after they are recorded', async () => {
    const before = filed().length;
    const pdf = file('f3', '材料.pdf', SAMPLES.pdf);
    const card = await send('第九项已完成63%。第二项已完成50%', [pdf]);
    expect(card.text).toContain('随附文件1份');
    const asked = await press(card.buttons['确认登记']);
    expect(asked.text).toBe('“材料.pdf”已收存。请选择是哪一项的佐证:');
    const [second] = Object.entries(asked.buttons).filter(([label]) => label.includes('(二)'));
    await press(second?.[1]);
    expect(
      filed()
        .slice(before)
        .map(({ entityId }) => entityId),
    ).toEqual(['task/task-2']);
  });

  test('whose words are refused is kept for the office', async () => {
    const pdf = file('f4', '检查表.pdf', SAMPLES.pdf);
    const answer = await send('第八项已完成90%', [pdf]);
    expect(answer.row.outcome).toBe('refused');
    expect(await rowOf('f4')).toMatchObject({ status: 'unassigned', sha256: hashOf(SAMPLES.pdf), entityId: null });
    const item = (await officeItems()).at(-1);
    expect(item).toMatchObject({ status: 'open', body: { reason: 'refused', files: [{ name: '检查表.pdf' }] } });
  });
});

describe('a file without words', () => {
  test('is kept, then asked about among the open tasks', async () => {
    const before = filed().length;
    const asked = await send('〔附件〕现场.jpg', [file('g1', '现场.jpg', SAMPLES.jpeg)]);
    expect(asked.text).toBe('“现场.jpg”已收存。请选择是哪一项的佐证:');
    expect(Object.keys(asked.buttons)).toHaveLength(3);
    const choice = Object.entries(asked.buttons).find(([label]) => label.includes('(九)'))?.[1];
    const answer = await press(choice);
    expect(answer.text).toBe('“现场.jpg”已作为第(九)项"研究制定知识产权发展战略与规划"的佐证收存。');
    expect(
      filed()
        .slice(before)
        .map(({ entityId }) => entityId),
    ).toEqual(['task/task-9']);
    expect((await press(choice)).row.error).toBe('CARD_CLOSED');
  });

  test('in the thread of a card about one task is offered to that one, and asked about there', async () => {
    const thread = { channel: 'D1', ts: '1700000000.000100' };
    const card = await prompt(world(), PERSON, 'web', [['task-2', 'report']]);
    await world().prisma.delivery.update({ where: { id: card.deliveryId }, data: { providerRef: thread } });
    const payload = { files: [file('g6', '图表.jpg', SAMPLES.jpeg)], replyToRef: thread, thread };
    const asked = await receive(incoming(PERSON, 'web', { kind: 'text', text: '〔附件〕图表.jpg', payload }));
    expect(asked.text).toBe('“图表.jpg”已收存。是否作为第(二)项的佐证?');
    const [{ message } = { message: null }] = await world().prisma.delivery.findMany({
      where: { personId: PERSON, klass: 'answer' },
      orderBy: { createdAt: 'desc' },
      take: 1,
    });
    expect(message).toMatchObject({ thread });
  });

  test('is offered to the only open task, and a typed number is an answer too', async () => {
    const before = filed().length;
    const asked = await send('', [file('g2', '检查.png', SAMPLES.png)], { person: OTHER });
    expect(asked.text).toBe('“检查.png”已收存。是否作为第(八)项的佐证?');
    expect(Object.keys(asked.buttons)).toEqual(['作为第(八)项佐证', '不作佐证']);
    await say('是第八项的佐证', OTHER);
    expect(
      filed()
        .slice(before)
        .map(({ body }) => body['name']),
    ).toEqual(['检查.png']);
  });

  test('shares one question with the others of its album', async () => {
    const before = filed().length;
    const messages = [1, 2, 3].map((n) =>
      incoming(PERSON, 'web', {
        kind: 'text',
        text: '',
        payload: { files: [file(`h${n}`, `相册${n}.jpg`, SAMPLES.jpeg)], album: 'a1' },
      }),
    );
    for (const message of messages) await world().inbox.receive(message);
    await drain();
    const late = await send('', [file('h4', '相册4.jpg', SAMPLES.jpeg)]);
    expect(late.text).toBe('“相册1.jpg”等3份文件已收存。请选择是哪一项的佐证:');
    await press(Object.entries(late.buttons).find(([label]) => label.includes('(二)'))?.[1]);
    expect(
      filed()
        .slice(before)
        .map(({ body }) => body['name']),
    ).toEqual(['相册1.jpg', '相册2.jpg', '相册3.jpg', '相册4.jpg']);
  });

  test('goes where the words of its album went', async () => {
    const before = filed().length;
    const card = await send('第九项已完成64%', [file('i1', '一.jpg', SAMPLES.jpeg)], { album: 'a2' });
    await send('', [file('i2', '二.jpg', SAMPLES.jpeg)], { album: 'a2' });
    expect(filed()).toHaveLength(before);
    await press(card.buttons['确认登记']);
    expect(
      filed()
        .slice(before)
        .map(({ body }) => body['name'])
        .sort(),
    ).toEqual(['一.jpg', '二.jpg']);
  });

  test('that is no evidence is kept and asked about no more', async () => {
    const asked = await send('', [file('g3', '随手.jpg', SAMPLES.jpeg)]);
    expect((await press(asked.buttons['不作佐证'])).text).toBe('“随手.jpg”未作佐证,文件已留存。');
    expect(await rowOf('g3')).toMatchObject({ status: 'unassigned', entityId: null });
  });

  test('whose question nobody answers goes to the office after two days', async () => {
    await send('', [file('g4', '未答.pdf', SAMPLES.pdf)]);
    world().clock.now = new Date(world().clock.now.getTime() + 49 * 3_600_000);
    await drain();
    expect(await rowOf('g4')).toMatchObject({ status: 'unassigned' });
    expect((await officeItems()).at(-1)).toMatchObject({ body: { reason: 'unanswered', person: '李某' } });
  });

  test('is filed by the office one by one, each once, with the part of its sender’s unit', async () => {
    await send('', [file('g5', '甲.pdf', SAMPLES.pdf), file('g6', '乙.pdf', SAMPLES.pdf)]);
    world().clock.now = new Date(world().clock.now.getTime() + 49 * 3_600_000);
    await drain();
    const [one, two] = [await rowOf('g5'), await rowOf('g6')];
    const before = filed().length;
    expect(await fileIt(one.id)).toBe('“甲.pdf”已归入,作为佐证留存。');
    expect((await officeItems()).at(-1)).toMatchObject({ status: 'open', body: { files: [{ name: '乙.pdf' }] } });
    expect(await fileIt(one.id)).toBe('此前已办理。');
    expect(await fileIt(one.id, 'task-2')).toContain('已归入任务,不能再次归入');
    await world().prisma.evidence.update({ where: { id: two.id }, data: { planId: 'another-plan' } });
    expect(await fileIt(two.id)).toContain('没有这份佐证');
    await world().prisma.evidence.update({ where: { id: two.id }, data: { planId: null } });
    expect(await fileIt(two.id)).toContain('“乙.pdf”');
    expect((await officeItems()).at(-1)).toMatchObject({ status: 'done' });
    expect(filed().slice(before)).toMatchObject([
      { entityId: 'task/task-9', actor: { name: '办公室' }, body: { name: '甲.pdf', partId: 'task-9-p1' } },
      { entityId: 'task/task-9', body: { name: '乙.pdf' } },
    ]);
  });
});

describe('a file that can’t be kept', () => {
  test('by its name is not even fetched, and the person is told what to send', async () => {
    const answer = await send('', [file('x1', 'setup.exe', SAMPLES.exe)]);
    expect(answer.text).toContain('“setup.exe”不属于可以收存的文件类型');
    expect(state.fetched).toEqual([]);
    expect(store.files.has(hashOf(SAMPLES.exe))).toBe(false);
  });

  test('by what it holds is told once', async () => {
    const answer = await send('', [file('x2', '扫描.pdf', SAMPLES.html)]);
    expect(answer.text).toContain('“扫描.pdf”的内容与文件类型不符');
    await drain();
    const told = await world().prisma.delivery.count({
      where: { message: { path: ['lines'], array_contains: [answer.text] } },
    });
    expect(told).toBe(1);
  });

  test('for its size is refused before it is fetched', async () => {
    const big = { ...file('x3', '录像.pdf', SAMPLES.pdf), size: 21 * 1024 * 1024 };
    expect((await send('', [big])).text).toBe('“录像.pdf”超过20MB,未予收存。请压缩或拆分后重新发送。');
    expect(state.fetched).toEqual([]);
  });

  test('is refused however large it says that it is, and what its sender says next counts', async () => {
    const huge = { ...file('x5', '全集.pdf', SAMPLES.pdf), size: 3_000_000_000 };
    expect((await send('', [huge])).text).toContain('“全集.pdf”超过20MB');
    expect((await send('第九项已完成64%', [])).text).toContain('64%');
  });

  test('because its provider is away is tried again, and told to person and office after a day', async () => {
    state.away = true;
    await send('', [file('x4', '断线.pdf', SAMPLES.pdf)]);
    const row = await rowOf('x4');
    expect(row).toMatchObject({ status: 'waiting', attempts: 1 });
    expect(row.nextTryAt.getTime()).toBeGreaterThan(Date.now());
    await world().prisma.evidence.update({
      where: { id: row.id },
      data: { createdAt: new Date(Date.now() - 25 * 3_600_000), nextTryAt: new Date(0) },
    });
    await drain();
    expect(await rowOf('x4')).toMatchObject({ status: 'refused', reason: { code: 'FILE_UNREACHABLE' } });
    expect((await officeItems()).at(-1)).toMatchObject({ body: { reason: 'lost', files: [{ name: '断线.pdf' }] } });
  });
});

describe('filing', () => {
  test('waits for a workflow that can’t be asked, and counts once', async () => {
    const before = filed().length;
    const asked = await send('', [file('y1', '稍后.pdf', SAMPLES.pdf)], { person: OTHER });
    world().down.value = true;
    await press(asked.buttons['作为第(八)项佐证'], OTHER);
    expect(await rowOf('y1')).toMatchObject({ entityId: 'task/task-8', filedAt: null });
    world().down.value = false;
    await world().prisma.evidence.updateMany({ where: { refId: 'y1' }, data: { nextTryAt: new Date(0) } });
    await drain();
    await drain();
    expect(filed()).toHaveLength(before + 1);
  });

  test('of a task that was closed meanwhile stands on the desk’s chain', async () => {
    const asked = await send('', [file('y2', '补充.pdf', SAMPLES.pdf)], { person: OTHER });
    await putState(world().prisma, { ...(await stateIn(world().prisma, 'task-8')), status: 'closed' });
    await press(asked.buttons['作为第(八)项佐证'], OTHER);
    const event = await world().prisma.event.findFirst({
      where: { entityId: `desk/${PLAN}`, kind: 'evidenceFiled' },
    });
    expect(event?.body).toMatchObject({ entityId: 'task/task-8', name: '补充.pdf', sha256: hashOf(SAMPLES.pdf) });
    expect((await rowOf('y2')).filedAt).not.toBeNull();
  });
});
