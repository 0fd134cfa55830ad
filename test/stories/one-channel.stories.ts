import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ONE_CHANNEL } from './one-channel/client.ts';
import { openQuarter } from './one-channel/quarter.ts';
import { openWireWorld, type WireWorld } from './one-channel/wire-world.ts';

let world: WireWorld;
beforeAll(async () => {
  world = await openWireWorld();
}, 120_000);
afterAll(() => world?.stop());

describe.each(ONE_CHANNEL)('a quarter from %s alone', (channel) => {
  test('liaison, supervisor and coordinator work from the receipt to the accepted completion', async () => {
    const quarter = await openQuarter(world, channel);
    const liaison = quarter.person('科技联络员');
    const supervisor = quarter.person('科技分管');
    const office = quarter.person('公安联络员');

    await quarter.until('11-23 10:00');
    expect(await liaison.presses('签收')).toContain('已签收');
    expect(await office.presses('签收')).toContain('已签收');
    expect(await office.commands('进度')).toContain('2/2 签收');

    await quarter.until('11-24 10:00');
    expect(await liaison.types('已完成20%,预计12月18日前完成方案')).toContain('预计办结:12月18日(星期五)');
    expect(await liaison.presses('确认登记')).toContain('20%');
    expect(await liaison.presses('撤回')).toContain('撤回');
    expect(await liaison.types('完成了25%')).toContain('进度25%');
    expect(await liaison.presses('确认登记')).toContain('25%');
    expect(await office.commands('推进')).toContain('【阶段预演】');
    expect(await office.presses('确认推进')).toContain('正在转入实施推进阶段');

    await quarter.until('12-16 10:00');
    expect(await liaison.types('申请延期至2027年1月15日,因招标流标需重新组织')).toContain('1月15日');
    expect(await liaison.presses('确认登记')).toContain('审签');
    await quarter.until('12-16 10:05');
    expect((await supervisor.reads()).at(-1)).toContain('【审签】');
    expect(await supervisor.presses('审签同意')).toContain('已审签同意');
    await quarter.until('12-16 10:10');
    expect((await office.reads()).at(-1)).toContain('招标流标需重新组织');
    expect(await office.presses('同意')).toContain('已同意延至2027年1月15日');
    await quarter.until('12-16 10:30');
    expect((await liaison.reads()).at(-1)).toContain('经研究,同意第(四)项');

    await quarter.until('12-22 10:00');
    expect((await liaison.reads()).at(-1)).toContain('上次登记25%');
    expect(await liaison.types('第(四)项完成60%,存在问题:经费尚未到位')).toContain('进度25%→60%');
    expect(await liaison.corrects(65)).toContain('65%');
    expect(await office.commands('催办 第八项')).toContain('催办');
    expect((await office.reads()).at(-1)).toContain('第(八)项');
    expect(await office.types('第(八)项完成40%')).toContain('进度40%');
    expect(await office.presses('确认登记')).toContain('40%');

    await quarter.until('2027-01-12 10:00');
    expect(await liaison.types('第(四)项已全部完成,申请办结')).toContain('申请办结');
    expect(await liaison.presses('确认登记')).toContain('审签');
    await quarter.until('2027-01-12 10:05');
    expect(await supervisor.presses('审签同意')).toContain('已审签同意');
    expect(await office.commands('验收 第四项')).toContain('已验收办结');
    await quarter.until('2027-01-13 18:00');
    expect(await liaison.commands('待办')).not.toContain('第(四)项');
    await quarter.close();
  });
});
