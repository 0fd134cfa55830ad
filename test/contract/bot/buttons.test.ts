import { describe, expect, it } from 'vitest';
import type { ChatPort } from '../../../domain/chat/port.ts';
import { formOfButton } from '../../../bot/forms/form-of-button.ts';
import { incoming, prompt, queued, say } from './acts.ts';
import { OTHER, PERSON, talkingWorld } from './talk.ts';
import { partId, partIn } from './world-seed.ts';

const { world, text, press, refusals } = talkingWorld();

describe('what is held while an answer is read', () => {
  it('holds every prompt that free text may answer, and lets them go with its outcome', async () => {
    const [mine, others] = [await queued(world(), 'task-9', 'report'), await queued(world(), 'task-8', 'report')];
    const { inboxId } = await world().inbox.receive(incoming(PERSON, 'web', { kind: 'text', text: '请问怎么填报?' }));
    expect(await world().prisma.prompt.findUniqueOrThrow({ where: { id: mine } })).toMatchObject({ heldBy: inboxId });
    expect((await world().prisma.prompt.findUniqueOrThrow({ where: { id: others } })).heldUntil).toBeNull();
    await world().dispatch.drain();
    expect(await world().prisma.prompt.findUniqueOrThrow({ where: { id: mine } })).toMatchObject({
      heldBy: null,
      heldUntil: null,
      notBefore: null,
    });
  });

  it('holds a button’s own part alone', async () => {
    const [nine, two] = [await queued(world(), 'task-9', 'report'), await queued(world(), 'task-2', 'report')];
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    await world().inbox.receive(
      incoming(PERSON, 'web', { kind: 'button', payload: { buttonId: card.buttons['提请协调'] } }),
    );
    expect((await world().prisma.prompt.findUniqueOrThrow({ where: { id: nine } })).heldUntil).not.toBeNull();
    expect((await world().prisma.prompt.findUniqueOrThrow({ where: { id: two } })).heldUntil).toBeNull();
    await world().dispatch.drain();
  });

  it('keeps prompts of a proposal for two working days, and frees them when only the words are kept', async () => {
    const id = await queued(world(), 'task-9', 'report');
    const card = await text('第(九)项完成50%');
    expect((await world().prisma.prompt.findUniqueOrThrow({ where: { id } })).notBefore?.toISOString()).toBe(
      '2026-11-25T01:15:00.000Z',
    );
    const kept = await press(card.buttons['仅存原话']);
    expect(kept.row.outcome).toBe('kept');
    expect((await world().prisma.prompt.findUniqueOrThrow({ where: { id } })).notBefore).toBeNull();
    expect((await partIn(world().prisma, 'task-9')).progress).toBe(40);
  });
});

describe('buttons', () => {
  it('refuses an unknown button and another person’s, on record', async () => {
    const before = (await refusals()).length;
    expect((await press('never-issued')).row).toMatchObject({ outcome: 'refused', error: 'BUTTON_UNKNOWN' });
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    const stolen = await press(card.buttons['申请办结'], OTHER);
    expect(stolen.row).toMatchObject({ outcome: 'refused', error: 'BUTTON_NOT_YOURS' });
    expect(stolen.text).toBe('该消息不是发给你的,未予登记。');
    expect((await refusals()).slice(before).map(({ body }) => (body as { code: string }).code)).toEqual([
      'BUTTON_UNKNOWN',
      'BUTTON_NOT_YOURS',
    ]);
  });

  it('asks which line of a digest is meant, then records that one', async () => {
    const card = await prompt(world(), PERSON, 'web', [
      ['task-9', 'report'],
      ['task-2', 'report'],
    ]);
    const asked = await press(card.buttons['提请协调']);
    expect(asked.row.outcome).toBe('answered');
    const done = await press(asked.buttons['第(二)项"健全工作体系"']);
    expect(done.row.outcome).toBe('recorded');
    expect(
      await world().prisma.officeItem.findFirst({ where: { kind: 'coordination', partId: partId('task-2') } }),
    ).toMatchObject({ status: 'open', entityId: 'task/task-2' });
  });

  it('takes words after 职责有异议 as its reason', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'receipt']]);
    await press(card.buttons['职责有异议']);
    const why = await text('此项职责在机构改革后已划转市市场监管局');
    expect(why.row.outcome).toBe('recorded');
    expect(world().updates.at(-1)?.reading).toEqual({
      kind: 'dispute',
      reason: '此项职责在机构改革后已划转市市场监管局',
    });
    expect((await world().prisma.officeItem.findFirstOrThrow({ where: { kind: 'dispute' } })).body).toMatchObject({
      words: '此项职责在机构改革后已划转市市场监管局',
    });
  });

  it('passes over the lines of 较上次无变化 that were answered meanwhile, and counts a second press no more', async () => {
    const card = await prompt(world(), PERSON, 'web', [
      ['task-9', 'report'],
      ['task-2', 'report'],
    ]);
    const typed = await text('第(九)项完成85%');
    await press(typed.buttons['确认登记']);
    const before = world().updates.length;
    expect((await press(card.buttons['较上次无变化'])).row.outcome).toBe('recorded');
    expect(
      world()
        .updates.slice(before)
        .map(({ partId: id }) => id),
    ).toEqual([partId('task-2')]);
    expect((await press(card.buttons['较上次无变化'])).row.error).toBe('CARD_CLOSED');
  });
});

describe('forms', () => {
  it('records each line at once', async () => {
    const { row, text: said } = await say(
      world(),
      incoming(PERSON, 'web', {
        kind: 'form',
        payload: {
          lines: [
            {
              entityId: 'task/task-9',
              partId: partId('task-9'),
              progress: 93,
              words: '已报送审稿',
              expectedOn: '2026-12-08',
            },
            { entityId: 'task/task-2', partId: partId('task-2'), words: '', progress: null },
          ],
        },
      }),
    );
    expect(row.outcome).toBe('recorded');
    expect(row.items).toHaveLength(1);
    expect(said).toContain('第(九)项');
    expect(await partIn(world().prisma, 'task-9')).toMatchObject({
      progress: 93,
      expectedOn: '2026-12-08',
      lastWords: '已报送审稿',
    });
  });

  it.each([
    [{ lines: [{ entityId: 'task/task-8', partId: 'task-8-p1', progress: 50 }] }, 'NOT_YOURS'],
    [{ lines: [{ entityId: 'task/task-9', partId: 'task-9-p1', progress: 150 }] }, 'INPUT_INVALID'],
    [{ lines: [{ entityId: 'task/task-9', partId: 'task-9-p1', expectedOn: '2026-02-30' }] }, 'INPUT_INVALID'],
    [{ lines: [{ entityId: 'task/task-9', partId: 'task-9-p1' }] }, 'TEXT_EMPTY'],
    [{ lines: 'x' }, 'INPUT_INVALID'],
  ])('refuses %j', async (payload, code) => {
    expect((await say(world(), incoming(PERSON, 'web', { kind: 'form', payload }))).row).toMatchObject({
      outcome: 'refused',
      error: code,
    });
  });

  const formOf = (buttonId: string | undefined, personId = PERSON) =>
    formOfButton(
      { prisma: world().prisma, clock: { now: async () => world().clock.now, offsetMs: async () => 0 } },
      { buttonId: buttonId ?? '', address: { channel: 'web', team: '', externalId: personId } },
    );
  const submit = (buttonId: string | undefined, lines: Record<string, unknown>[], person = PERSON) =>
    say(world(), incoming(person, 'web', { kind: 'form', payload: { buttonId, lines } }));

  it('an edited card is recorded at once under its first words, and closes with what and by whom', async () => {
    const card = await text('第(九)项完成95%,预计12月8日前办结');
    const view = await formOf(card.buttons['修改']);
    expect(view?.title).toBe('修改登记内容');
    expect(view?.lines[0]?.label).toBe('第(九)项"研究制定知识产权发展战略与规划"');
    expect(Object.fromEntries((view?.lines[0]?.fields ?? []).map(({ name, value }) => [name, value]))).toMatchObject({
      progress: '95',
      expectedOn: '2026-12-08',
      blocker: null,
    });
    const ref = { entityId: 'task/task-9', partId: partId('task-9') };
    const { row } = await submit(card.buttons['修改'], [{ ...ref, progress: 96, expectedOn: '2026-12-09' }]);
    expect(row.outcome).toBe('recorded');
    expect(await partIn(world().prisma, 'task-9')).toMatchObject({ progress: 96, expectedOn: '2026-12-09' });
    const item = await world().prisma.inboxItem.findFirstOrThrow({ where: { id: { startsWith: row.id } } });
    expect(item.inboxId).toBe(card.row.id);
    expect(item.reading).toMatchObject({ words: '第(九)项完成95%,预计12月8日前办结' });
    const closed = await world().prisma.delivery.findUniqueOrThrow({ where: { id: card.deliveryId } });
    expect(closed.closedWith).toMatch(/^已登记:进度\d+%→96%\(李某\)$/);
    const again = await submit(card.buttons['修改'], [{ ...ref, progress: 99 }]);
    expect(again.row).toMatchObject({ outcome: 'refused', error: 'CARD_CLOSED' });
    expect(await formOf(card.buttons['修改'])).toBeNull();
  });

  it('a line filled in through a button counts once, and the others are still asked for', async () => {
    const card = await prompt(world(), PERSON, 'web', [
      ['task-9', 'completion'],
      ['task-2', 'completion'],
    ]);
    const button = card.buttons['逐项填报'];
    expect(await formOf(button)).toMatchObject({ reports: true, lines: [{ note: expect.stringMatching(/时限/) }, {}] });
    const nine = { entityId: 'task/task-9', partId: partId('task-9'), progress: 87 };
    expect((await submit(button, [nine])).row.outcome).toBe('recorded');
    expect((await submit(button, [{ ...nine, progress: 60 }])).row.error).toBe('CARD_CLOSED');
    expect((await partIn(world().prisma, 'task-9')).progress).toBe(87);
    expect((await formOf(button))?.lines.map(({ entityId }) => entityId)).toEqual(['task/task-2']);
  });

  it('another person gets no form, and their submission is refused', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    expect(await formOf(card.buttons['逐项填报'], OTHER)).toBeNull();
    const line = { entityId: 'task/task-9', partId: partId('task-9'), progress: 50 };
    expect((await submit(card.buttons['逐项填报'], [line], OTHER)).row.error).toBe('BUTTON_NOT_YOURS');
    const beside = { entityId: 'task/task-2', partId: partId('task-2'), progress: 50 };
    expect((await submit(card.buttons['逐项填报'], [beside])).row.error).toBe('NOT_YOURS');
    expect((await submit('nobody-knows', [line])).row.error).toBe('BUTTON_UNKNOWN');
  });

  it('a form of words goes where the words would go, with what it needs', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    const ref = { entityId: 'task/task-9', partId: partId('task-9') };
    expect(
      (await formOf(card.buttons['提请协调']))?.lines[0]?.fields.map(({ name, required }) => [name, required]),
    ).toEqual([['words', true]]);
    expect((await submit(card.buttons['提请协调'], [{ ...ref, words: ' ' }])).row.error).toBe('TEXT_EMPTY');
    const { row } = await submit(card.buttons['提请协调'], [{ ...ref, words: '缺少经费,请协调市财政局' }]);
    expect(row.outcome).toBe('recorded');
    expect(row.items[0]?.reading).toEqual({ kind: 'coordination', words: '缺少经费,请协调市财政局' });
    expect(
      await world().prisma.officeItem.findFirst({ where: { kind: 'coordination', entityId: ref.entityId } }),
    ).toMatchObject({ body: { words: '缺少经费,请协调市财政局' } });
    expect((await submit(card.buttons['提请协调'], [{ ...ref, words: '再说一次' }])).row.error).toBe('CARD_CLOSED');
  });

  it('an answer in one channel closes the cards in the others', async () => {
    const { prisma, channels } = world();
    const closed: string[] = [];
    const port: ChatPort = {
      channel: 'slack',
      hasWindow: true,
      rates: () => [],
      send: async () => ({ kind: 'sent', providerRef: { ts: '1' } }),
      close: async (_address, _ref, _message, closedWith) => {
        closed.push(closedWith);
        return { kind: 'sent', providerRef: { ts: '1' } };
      },
    };
    (channels as Map<string, ChatPort>).set('slack', port);
    await prisma.account.create({
      data: { id: 'a-s', personId: PERSON, channel: 'slack', team: 'T1', externalId: 'U1' },
    });
    await prompt(world(), PERSON, 'slack', [['task-2', 'completion']]);
    const web = await prompt(world(), PERSON, 'web', [['task-2', 'completion']]);
    const card = await text('第(二)项已全部完成,申请办结');
    expect((await press(card.buttons['确认登记'])).row.outcome).toBe('recorded');
    expect(closed).toEqual([expect.stringMatching(/^已申请办结.*\(李某\)$/)]);
    expect(await prisma.delivery.findUniqueOrThrow({ where: { id: web.deliveryId } })).toMatchObject({
      closedWith: closed[0],
    });
  });
});
