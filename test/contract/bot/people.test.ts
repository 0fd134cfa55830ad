import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { handOver } from '../../../bot/desk/hand-over.ts';
import { mergeUnits } from '../../../bot/desk/merge-units.ts';
import { registerLeave } from '../../../bot/desk/register-leave.ts';
import { removeContact, unbindContact } from '../../../bot/desk/remove-contact.ts';
import { people } from '../../../bot/desk/views/people.ts';
import { bindAccount } from '../../../bot/directory/bind-account.ts';
import { createCode, redeemCode } from '../../../bot/directory/codes.ts';
import { finishHandovers } from '../../../bot/people/finish-handovers.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { incoming, prompt, say } from './acts.ts';
import { COORDINATOR, secondUnit, seedOffice } from './office-seed.ts';
import { playedDesk } from './played-desk.ts';
import { OTHER, PERSON, talkingWorld } from './talk.ts';
import { partId, PLAN, putState, stateIn } from './world-seed.ts';
import { presentUnits } from '../../../prisma/office-unit.ts';

const { world, text, press, refusals } = talkingWorld();
const ZHAO = 'person-zhao';
const HEAD = 'person-head';
const fresh = new Map<string, SupervisedState>();

beforeAll(() => seedOffice(world()));
/** 市科技局 has 李某 and 赵某 as liaisons, and 钱某 above them; 市公安局 has 王某. Everybody is on the page. */
beforeEach(async () => {
  const { prisma } = world();
  for (const id of ['task-9', 'task-2', 'task-8']) {
    if (!fresh.has(id)) fresh.set(id, await stateIn(prisma, id));
    await putState(prisma, fresh.get(id) as SupervisedState);
  }
  await prisma.leave.deleteMany();
  await prisma.handover.deleteMany();
  await prisma.officeItem.updateMany({ data: { status: 'done' } });
  await prisma.membership.deleteMany();
  await prisma.unit.updateMany({ data: { mergedInto: null, aliases: [] } });
  for (const [id, name, unitId, rank] of [
    [PERSON, '李某', 'unit-a', 'liaison'],
    [ZHAO, '赵某', 'unit-a', 'liaison'],
    [HEAD, '钱某', 'unit-a', 'supervisor'],
    [OTHER, '王某', 'unit-b', 'liaison'],
  ] as const) {
    await prisma.person.upsert({ where: { id }, create: { id, name }, update: {} });
    await prisma.membership.create({ data: { id: `m-${id}-${unitId}`, personId: id, unitId, rank, taskIds: [] } });
    await prisma.grant.upsert({
      where: { id: `g-${id}` },
      create: { id: `g-${id}`, personId: id, planId: PLAN, role: rank },
      update: { role: rank },
    });
    await bindAccount(prisma, { channel: 'web', team: '', externalId: id }, id);
  }
});

const clock = { now: async () => world().clock.now, offsetMs: async () => 0 };
const deps = () => ({ prisma: world().prisma, clock, channels: world().channels });
const desk = () => playedDesk(world().prisma, clock, { asked: [], isDown: () => false });
const as = (personId: string) => actorOf(world().prisma, personId, 'page');
const command = (words: string, person: string) =>
  say(world(), incoming(person, 'web', { kind: 'command', text: words }));
const lastUpdate = () => world().updates.at(-1);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error & { refusal?: { code: string } }) => error.refusal?.code ?? error.message,
  );

describe('外出', () => {
  it('asks for the last day where only the leave is told of, and takes it for no report', async () => {
    const said = await text('我下周请假三天');
    expect(said.row).toMatchObject({ outcome: 'refused', error: 'LEAVE_PAST' });
    expect(said.text).toContain('请写明今后的日期,如“外出至11月30日,由李某代”');
  });

  it('by words sends what is asked to the stand-in, whose answers are for who is away, until they are back', async () => {
    const said = await text('外出至11月30日,由赵某代');
    expect(said.row.outcome).toBe('recorded');
    expect(said.text).toBe('已登记:李某外出至2026年11月30日,其间事项由赵某代办,提示改发赵某,到期自动恢复。');
    const told = await world().prisma.delivery.findFirstOrThrow({ where: { personId: ZHAO, klass: 'notice' } });
    expect(told).toMatchObject({ status: 'queued', message: { heading: '【代办提示】' } });
    const card = await text('第(九)项完成60%', ZHAO);
    await press(card.buttons['确认登记'], ZHAO);
    expect(lastUpdate()?.actor).toEqual({ id: ZHAO, name: '赵某', onBehalfOf: '李某' });
    const shown = await people(desk(), await as(COORDINATOR), { planId: PLAN });
    expect(
      shown.units.find(({ id }) => id === 'unit-a')?.contacts.find(({ personId }) => personId === PERSON)?.away,
    ).toEqual({ until: '2026-11-30', standIn: '赵某' });
    expect((await text('已返岗')).text).toBe('已登记:李某返岗,事项提示恢复发给本人。');
    const later = await text('第(九)项完成65%', ZHAO);
    await press(later.buttons['确认登记'], ZHAO);
    expect(lastUpdate()?.actor).toEqual({ id: ZHAO, name: '赵某' });
  });

  it('gives the stand-in tasks that only the other answers for', async () => {
    const { prisma } = world();
    await prisma.membership.updateMany({ where: { personId: ZHAO }, data: { taskIds: ['task-2'] } });
    expect((await text('第(九)项完成50%', ZHAO)).row.error).toBe('NOT_YOURS');
    await text('外出至11月30日,由赵某代');
    expect((await text('第(九)项完成50%', ZHAO)).row.outcome).toBe('proposal');
  });

  it('in words of many kinds, and in a sentence beside a report', async () => {
    expect((await text('下周一到周五我休年假,工作由赵某代')).text).toBe(
      '已登记:李某自2026年11月30日起外出至2026年12月4日,其间事项由赵某代办,提示改发赵某,到期自动恢复。',
    );
    const card = await text('第(九)项完成60%。另外我明天起请假,下周一回来,由赵某代办。');
    expect(card.row.outcome).toBe('proposal');
    const open = await world().prisma.leave.findMany({ where: { endedAt: null } });
    expect(open).toMatchObject([{ standInId: ZHAO, until: new Date('2026-11-29T16:00:00.000Z') }]);
    await press(card.buttons['确认登记']);
    expect(lastUpdate()?.reading).toMatchObject({ kind: 'report', progress: 60 });
  });

  it('takes the place of an earlier word', async () => {
    await text('外出至11月30日,由赵某代');
    await text('外出至12月4日,由钱某代');
    const open = await world().prisma.leave.findMany({ where: { endedAt: null } });
    expect(open).toMatchObject([{ standInId: HEAD, until: new Date('2026-12-04T16:00:00.000Z') }]);
  });

  it.each([
    ['外出至11月20日,由赵某代', 'LEAVE_PAST'],
    ['外出至11月30日,由王某代', 'STAND_IN_OTHER_UNIT'],
    ['外出至11月30日,由李某代', 'STAND_IN_OTHER_UNIT'],
    ['外出至30日,由AB岗代', 'STAND_IN_UNKNOWN'],
    ['已返岗', 'NOT_AWAY'],
  ])('"%s" is refused with what to write, on record', async (words, code) => {
    const before = (await refusals()).length;
    const said = await text(words);
    expect(said.row).toMatchObject({ outcome: 'refused', error: code });
    expect(said.text.length).toBeGreaterThan(10);
    expect((await refusals()).length).toBe(before + 1);
  });

  it('is refused with somebody who is away too, or whom nothing reaches', async () => {
    await text('外出至11月30日,由钱某代', ZHAO);
    expect((await text('外出至11月27日,由赵某代')).row.error).toBe('STAND_IN_AWAY');
    expect((await text('外出至11月27日,由李某代', HEAD)).row.error).toBe('LEAVE_STANDS_IN');
    await world().prisma.account.updateMany({ where: { personId: HEAD }, data: { revokedAt: new Date() } });
    expect((await text('外出至11月27日,由钱某代')).row.error).toBe('STAND_IN_UNBOUND');
  });

  it('takes the only other contact for the AB岗, by command as well', async () => {
    await world().prisma.membership.deleteMany({ where: { personId: HEAD } });
    expect((await command('外出 至30日 由AB岗代', PERSON)).text).toContain('由赵某代办');
    expect((await command('外出 结束', PERSON)).row.outcome).toBe('recorded');
    expect((await command('外出', PERSON)).row.error).toBe('LEAVE_PAST');
  });

  it('of others is registered by the office and the unit’s supervisor, not by a colleague', async () => {
    const form = { planId: PLAN, personId: PERSON, until: '2026-11-30', standIn: ZHAO };
    expect(await codeOf(registerLeave(desk(), await as(OTHER), form))).toBe('NOT_PERMITTED');
    expect(await codeOf(registerLeave(desk(), await as(ZHAO), form))).toBe('NOT_PERMITTED');
    expect(await codeOf(registerLeave(desk(), await as(HEAD), form))).toBe('done');
    expect(await codeOf(registerLeave(desk(), await as(COORDINATOR), form))).toBe('done');
    expect(await codeOf(registerLeave(desk(), await as(COORDINATOR), { ...form, from: '2026-12-09' }))).toBe(
      'LEAVE_ORDER',
    );
  });
});

describe('更换联络员', () => {
  it('asked for by button and words waits for the office, and is settled by the handover', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'receipt']]);
    await press(card.buttons['更换联络员']);
    const told = await text('改由孙某,电话见通讯录');
    expect(told.text).toBe('更换联络员的请求已连同原话转办公室办理。办理完毕前,提示仍发给你。');
    const item = { kind: 'change-contact', status: 'open' };
    expect(await world().prisma.officeItem.findFirst({ where: item })).toMatchObject({
      unitId: 'unit-a',
      body: { words: '改由孙某,电话见通讯录' },
    });
    const done = await command('移交 李某 孙某', COORDINATOR);
    expect(done.text).toContain('联络工作已由李某移交孙某');
    expect(await world().prisma.officeItem.count({ where: item })).toBe(0);
  });

  it('revokes what the old contact had, closes their cards, and shows the new one what is open, once', async () => {
    const { prisma } = world();
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'receipt']]);
    const { code } = await createCode(prisma, { personId: PERSON, purpose: 'login', createdBy: 'x' });
    const { personId, summary } = await handOver(desk(), await as(COORDINATOR), {
      planId: PLAN,
      fromPersonId: PERSON,
      to: '赵某',
    });
    expect(personId).toBe(ZHAO);
    expect(summary).toContain('未办事项改由赵某办理');
    expect(await prisma.account.count({ where: { personId: PERSON, revokedAt: null } })).toBe(0);
    expect(await codeOf(redeemCode(prisma, { code, source: 'test', purpose: 'any' }))).not.toBe('done');
    expect(await prisma.grant.count({ where: { personId: PERSON } })).toBe(0);
    const prompts = await prisma.prompt.count();
    expect(await finishHandovers(deps())).toBe(1);
    expect(await finishHandovers(deps())).toBe(0);
    expect(await prisma.prompt.count()).toBe(prompts);
    expect((await prisma.delivery.findUniqueOrThrow({ where: { id: card.deliveryId } })).closedWith).toBe(
      '已移交赵某办理',
    );
    const [told, ...more] = await prisma.delivery.findMany({
      where: { personId: ZHAO, id: { startsWith: 'handover/' } },
    });
    expect(more).toEqual([]);
    expect(told?.message).toMatchObject({
      heading: '【事项移交】',
      lines: [
        '市科技局的联络工作自今日起由你负责(原为李某)。在办2项,此前的往来已一并移交:',
        expect.stringContaining('1.第(九)项 签收7月6日'),
        expect.stringContaining('2.第(二)项'),
      ],
    });
    const refused = await text('第(九)项完成90%', PERSON);
    expect(refused.row.outcome).not.toBe('recorded');
    expect(refused.row.text).toBe('第(九)项完成90%');
  });

  it('keeps what was said before it, on behalf of the new contact', async () => {
    const row = incoming(PERSON, 'web', {
      kind: 'form',
      payload: { lines: [{ entityId: 'task/task-9', partId: partId('task-9'), progress: 70 }] },
    });
    const { inboxId } = await world().inbox.receive(row);
    await handOver(desk(), await as(HEAD), { planId: PLAN, fromPersonId: PERSON, to: '赵某' });
    await world().prisma.handover.updateMany({ data: { at: new Date(world().clock.now.getTime() + 1) } });
    await world().dispatch.drain();
    expect((await world().prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })).outcome).toBe('recorded');
    expect(lastUpdate()?.actor).toEqual({ id: PERSON, name: '李某', onBehalfOf: '赵某' });
  });

  it.each([
    ['to somebody of another unit', COORDINATOR, { to: '王某' }, 'HANDOVER_OTHER_UNIT'],
    ['to themself', COORDINATOR, { to: '李某' }, 'HANDOVER_SELF'],
    ['to nobody', COORDINATOR, { to: ' ' }, 'INPUT_INVALID'],
    ['by a colleague', ZHAO, { to: '孙某' }, 'NOT_PERMITTED'],
    ['by the supervisor of another unit', OTHER, { to: '孙某' }, 'NOT_PERMITTED'],
  ])('%s is refused, on record', async (_, who, ask, code) => {
    const before = (await refusals()).length;
    expect(await codeOf(handOver(desk(), await as(who), { planId: PLAN, fromPersonId: PERSON, ...ask }))).toBe(code);
    expect((await refusals()).length).toBe(before + 1);
  });

  it('a second time is refused, as the old contact is none any more', async () => {
    const ask = { planId: PLAN, fromPersonId: PERSON, to: '赵某' };
    await handOver(desk(), await as(COORDINATOR), ask);
    expect(await codeOf(handOver(desk(), await as(COORDINATOR), ask))).toBe('NOT_A_CONTACT');
  });

  it('of one of two units leaves the other, and the account, as they are', async () => {
    const { prisma } = world();
    await prisma.membership.create({
      data: { id: 'm-two', personId: PERSON, unitId: 'unit-b', rank: 'liaison', taskIds: [] },
    });
    const ask = { planId: PLAN, fromPersonId: PERSON, to: '赵某' };
    expect(await codeOf(handOver(desk(), await as(COORDINATOR), ask))).toBe('INPUT_INVALID');
    await handOver(desk(), await as(COORDINATOR), { ...ask, unit: '市科技局' });
    expect(await prisma.account.count({ where: { personId: PERSON, revokedAt: null } })).toBe(1);
    const said = await text('第(八)项完成50%');
    expect(said.row.outcome).toBe('proposal');
  });
});

describe('people who leave', () => {
  it('the last contact of a unit is one item for the office; the others go on', async () => {
    const { prisma } = world();
    expect(
      (await removeContact(desk(), await as(COORDINATOR), { planId: PLAN, personId: PERSON })).summary,
    ).not.toContain('待办');
    const last = await removeContact(desk(), await as(COORDINATOR), { planId: PLAN, personId: OTHER });
    expect(last.summary).toContain('公安局目前没有可送达的联络员,已列入待办');
    expect(await prisma.officeItem.findMany({ where: { status: 'open' } })).toMatchObject([
      { kind: 'undeliverable', unitId: 'unit-b', body: { reason: 'no-contact' } },
    ]);
  });

  it('somebody unbound stays registered, and binds again by a new code', async () => {
    const { prisma } = world();
    const done = await unbindContact(desk(), await as(COORDINATOR), { planId: PLAN, personId: PERSON });
    expect(done.summary).toBe('已解除李某的1个账号。需要时请重新发放绑定码。');
    const { code } = await createCode(prisma, { personId: PERSON, purpose: 'bind', createdBy: 'x' });
    expect(await redeemCode(prisma, { code, source: 'test', purpose: 'bind' })).toBe(PERSON);
  });

  it('one account is one person’s: bound by another code it is theirs alone', async () => {
    const { prisma } = world();
    const address = { channel: 'slack' as const, team: 'T', externalId: 'U7' };
    await bindAccount(prisma, address, PERSON);
    await bindAccount(prisma, address, ZHAO);
    expect(await prisma.account.findMany({ where: { externalId: 'U7' } })).toMatchObject([
      { personId: ZHAO, revokedAt: null },
    ]);
    expect((await bindAccount(prisma, { ...address, externalId: 'U8' }, ZHAO)).replaced).toBe(1);
  });
});

describe('a stand-in who leaves', () => {
  const away = (until = '2026-11-30') =>
    as(PERSON).then((actor) => registerLeave(desk(), actor, { planId: PLAN, personId: PERSON, until, standIn: ZHAO }));
  const leaves = () =>
    world().prisma.leave.findMany({
      where: { endedAt: null },
      select: { personId: true, standInId: true, until: true },
    });
  const changes = async () =>
    (await world().prisma.event.findMany({ where: { kind: 'standInChanged' }, orderBy: { seq: 'desc' }, take: 1 })).map(
      ({ body }) => body,
    );
  const toldLast = async (personId: string) => {
    const [row] = await world().prisma.delivery.findMany({
      where: { personId, klass: 'notice' },
      orderBy: { createdAt: 'desc' },
      take: 1,
    });
    return (row?.message as { lines: string[] } | undefined)?.lines.join();
  };
  const remove = (personId: string) =>
    as(COORDINATOR).then((actor) => removeContact(desk(), actor, { planId: PLAN, personId }));

  it('by a handover passes the leave on to the successor, and both of the unit are told', async () => {
    await world().prisma.person.upsert({
      where: { id: 'person-sun' },
      create: { id: 'person-sun', name: '孙某' },
      update: {},
    });
    await world().prisma.membership.create({
      data: { id: 'm-sun', personId: 'person-sun', unitId: 'unit-a', rank: 'section-head', taskIds: [] },
    });
    await bindAccount(world().prisma, { channel: 'web', team: '', externalId: 'person-sun' }, 'person-sun');
    await away();
    const done = await handOver(desk(), await as(COORDINATOR), { planId: PLAN, fromPersonId: ZHAO, to: '孙某' });
    expect(done.summary).toMatch(/其代李某办理的事项改由孙某代办。$/);
    expect(await leaves()).toEqual([
      { personId: PERSON, standInId: 'person-sun', until: new Date('2026-11-30T16:00:00.000Z') },
    ]);
    expect(await changes()).toMatchObject([{ person: '李某', from: '赵某', to: '孙某', lastDay: '2026-11-30' }]);
    expect(await toldLast('person-sun')).toContain('李某外出至2026年11月30日,其间市科技局的事项由你代办');
    expect(await toldLast(PERSON)).toBe('赵某不再承担联络工作,你外出(至2026年11月30日)期间的事项改由孙某代办。');
    expect((await text('第(九)项完成61%', 'person-sun')).row.outcome).toBe('proposal');
  });

  it('with nobody named passes it on to the next contact, not to the supervisor', async () => {
    await away();
    expect((await remove(ZHAO)).summary).toContain('其代李某办理的事项暂无人接替,提示恢复发给李某,已列入待办。');
    expect(await leaves()).toEqual([]);
    expect(await toldLast(PERSON)).toContain('暂无人代办,提示恢复发给你本人。请另定代办人员');
    expect(await world().prisma.officeItem.findMany({ where: { status: 'open' } })).toMatchObject([
      { kind: 'stand-in', body: { person: '李某', from: '赵某', lastDay: '2026-11-30' } },
    ]);
    expect(await changes()).toMatchObject([{ person: '李某', from: '赵某', to: null }]);
  });

  it.each([
    ['another stand-in', () => text('外出至11月30日,由钱某代')],
    [
      'their return',
      async () => {
        await world().prisma.leave.create({
          data: {
            id: 'again',
            planId: PLAN,
            personId: PERSON,
            standInId: HEAD,
            from: new Date('2026-11-20T00:00:00.000Z'),
            until: new Date('2026-11-30T16:00:00.000Z'),
            by: {},
            via: 'test',
          },
        });
        return text('已返岗');
      },
    ],
  ])('the office’s item is settled by %s', async (_, next) => {
    await away();
    await remove(ZHAO);
    expect((await next()).row.outcome).toBe('recorded');
    expect(await world().prisma.officeItem.count({ where: { status: 'open' } })).toBe(0);
  });

  it('is not followed by somebody who is away too', async () => {
    const { prisma } = world();
    await prisma.person.upsert({ where: { id: 'person-sun' }, create: { id: 'person-sun', name: '孙某' }, update: {} });
    await prisma.membership.create({
      data: { id: 'm-sun', personId: 'person-sun', unitId: 'unit-a', rank: 'liaison', taskIds: [] },
    });
    await bindAccount(prisma, { channel: 'web', team: '', externalId: 'person-sun' }, 'person-sun');
    await text('外出至11月27日,由钱某代', 'person-sun');
    await away();
    expect((await remove(ZHAO)).summary).toContain('暂无人接替');
  });

  it('of another unit of both is still theirs', async () => {
    const { prisma } = world();
    for (const personId of [PERSON, ZHAO])
      await prisma.membership.create({
        data: { id: `m-b-${personId}`, personId, unitId: 'unit-b', rank: 'liaison', taskIds: [] },
      });
    await away();
    await handOver(desk(), await as(COORDINATOR), { planId: PLAN, fromPersonId: ZHAO, to: '钱某', unit: '市科技局' });
    expect(await leaves()).toMatchObject([{ standInId: ZHAO }]);
  });

  it('who goes away themself, the one who is absent leaving for good ends it', async () => {
    await away();
    await remove(PERSON);
    expect(await leaves()).toEqual([]);
    expect(await world().prisma.officeItem.count({ where: { kind: 'stand-in', status: 'open' } })).toBe(0);
  });
});

describe('units that merge', () => {
  const merge = (from: string, into: string, reason = '机构改革职责划转') =>
    as(COORDINATOR).then((actor) => mergeUnits(desk(), actor, { planId: PLAN, from, into, reason }));

  it('move their open parts, join those that both have, and answer to the new name', async () => {
    await secondUnit(world());
    const done = await merge('市公安局', '市科技局');
    expect(done.summary).toBe('市公安局已并入市科技局,移交在办事项2项。');
    const { prisma } = world();
    expect((await stateIn(prisma, 'task-9')).parts.map(({ unitId }) => unitId)).toEqual(['unit-a']);
    expect((await stateIn(prisma, 'task-8')).parts).toMatchObject([{ unitId: 'unit-a', role: 'lead', progress: 40 }]);
    expect((await stateIn(prisma, 'task-9')).formerParts).toMatchObject([
      { unitId: 'unit-b', left: { to: '市科技局' } },
    ]);
    expect((await merge('市公安局', '市科技局')).summary).toContain('移交在办事项0项');
    expect(await codeOf(merge('市公安局', '市试点办'))).toBe('UNIT_MERGED');
    // A later version of the plan that names it by its old name means the other.
    const renamed = (await presentUnits(prisma, PLAN)).find(({ name }) => name === '市公安局');
    expect(renamed).toMatchObject({ id: 'unit-a', relation: 'subordinate' });
    // Its contact answers for what moved, and for nothing else of the new unit.
    const card = await text('第(八)项完成45%', OTHER);
    expect(card.row.outcome).toBe('proposal');
    expect((await text('第(二)项完成45%', OTHER)).row.error).toBe('NOT_YOURS');
    const named = await command('改派 第二项 市公安局 机构改革职责划转', COORDINATOR);
    expect(named.row.error).toBe('PART_HELD');
  });

  it.each([
    ['into itself', '市科技局', '市科技局', undefined, 'UNIT_OWN_MERGE'],
    ['of the office', '市试点办', '市科技局', undefined, 'UNIT_OWN_MERGE'],
    ['of nobody', '市某局', '市科技局', undefined, 'UNIT_UNKNOWN'],
    ['for no reason', '市公安局', '市科技局', '改革', 'REASON_REQUIRED'],
  ])('%s is refused and changes nothing', async (_, from, into, reason, code) => {
    expect(await codeOf(merge(from, into, reason))).toBe(code);
    expect(await world().prisma.unit.count({ where: { NOT: { mergedInto: null } } })).toBe(0);
  });

  it('leave to the office what cannot be joined, and say so', async () => {
    await secondUnit(world());
    const state = await stateIn(world().prisma, 'task-9');
    await putState(world().prisma, {
      ...state,
      parts: state.parts.map((part) => (part.unitId === 'unit-b' ? { ...part, completion: 'claimed' as const } : part)),
    });
    expect((await merge('市公安局', '市科技局')).summary).toMatch(
      /移交在办事项1项;未移交1项,请另行办理:第\(九\)项:“市公安局”已申请办结/,
    );
  });
});
