import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectReadable } from './measures.ts';
import { onMock } from './on-mock.ts';
import { notice } from './page-objects.ts';

const DESK = { width: 1440, height: 1080 };
const TELEPHONE = { width: 390, height: 844 };

const sentence = (page: Page, id: string): Locator => page.locator(`[data-sentence="${id}"]`);
const sourceOf = (page: Page, id: string): Locator => sentence(page, id).getByRole('button', { name: '查看依据' });
const act = (page: Page, id: string, label: string): Promise<void> =>
  sentence(page, id).getByRole('button', { name: label, exact: true }).click();

describe('a brief', () => {
  const mock = onMock();

  it('reads as an official page: heading, span, numbered sections in their order', async () => {
    const page = await mock.open('#/briefs/brief-7', DESK);
    const brief = page.getByTestId('brief');
    await brief.getByText('【试点工作简报 第7期】').waitFor();
    await brief.getByText('10月28日第6期简报以来,数据截至11月20日17:30。').waitFor();
    expect(await brief.locator('h3').allTextContents()).toEqual([
      '一、总体',
      '二、变化',
      '三、逾期滞后',
      '四、请研究',
      '五、下步',
      '六、上期事项办理情况',
    ]);
  });

  it('opens the source of every sentence: words, who, when, channel, place in the chain and hash', async () => {
    const page = await mock.open('#/briefs', DESK);
    await page.getByTestId('brief').waitFor();
    const ids = await page
      .locator('.sentence')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-sentence') ?? ''));
    expect(ids.length).toBeGreaterThan(15);
    for (const id of ids) {
      await sourceOf(page, id).click();
      await page.getByTestId('sources').locator('.source').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await sourceOf(page, 'changes/task/t6').click();
    const source = page.getByTestId('sources').locator('.source');
    await source.getByText('11月17日15:42 · 市科技局周某宁 · Slack').waitFor();
    await source.getByText('专利转化这块进展到70%了').waitFor();
    await source.getByText('task/t6 第11条').waitFor();
    expect(await source.locator('code').textContent()).toMatch(/^[0-9a-f]{64}$/);
    await expectReadable(page);
    await source.getByRole('link', { name: '查看任务往来' }).click();
    await page.getByTestId('story').waitFor();
  });

  it('puts what was said last time beside what became of it, and above it on a telephone', async () => {
    const wide = await mock.open('#/briefs', DESK);
    const row = sentence(wide, 'previous/directive/1');
    await row.waitFor();
    const [said, became] = [
      (await row.locator('.sentence-said').boundingBox())!,
      (await row.locator('.sentence-body').boundingBox())!,
    ];
    expect(became.x).toBeGreaterThan(said.x + said.width - 1);
    const narrow = await mock.open('#/briefs', TELEPHONE);
    const stacked = sentence(narrow, 'previous/directive/1');
    await stacked.waitFor();
    const [above, below] = [
      (await stacked.locator('.sentence-said').boundingBox())!,
      (await stacked.locator('.sentence-body').boundingBox())!,
    ];
    expect(below.y).toBeGreaterThanOrEqual(above.y + above.height - 1);
    await stacked.getByText('办理情况').waitFor();
  });

  it('is chosen from the archive', async () => {
    const page = await mock.open('#/briefs', DESK);
    await page.getByTestId('archive').getByRole('link', { name: '第5期' }).click();
    await page.getByTestId('brief').getByText('【试点工作简报 第5期】').waitFor();
    expect(await page.getByTestId('archive').getByText('草稿').count()).toBe(1);
  });

  it('prints nothing but itself', async () => {
    const page = await mock.open('#/briefs', DESK);
    await act(page, 'changes/task/t7', '删去');
    await sentence(page, 'changes/task/t7').getByText('已删去').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('【试点工作简报 第7期】').isVisible()).toBe(true);
    for (const gone of [
      '.side',
      '.archive',
      '.brief-toolbar',
      '.page-head',
      '.page-foot',
      '.sentence-acts',
      '.paper .chip',
    ])
      expect(await page.locator(gone).first().isVisible()).toBe(false);
    expect(await sentence(page, 'changes/task/t7').isVisible()).toBe(false);
    expect(await sourceOf(page, 'changes/task/t6').isVisible()).toBe(false);
  });
});

describe('a draft on the coordinator’s desk', () => {
  const mock = onMock();

  it('is edited in its place, shows the drafted words beside the new ones, and goes back to them', async () => {
    const page = await mock.open('#/briefs', DESK);
    const one = sentence(page, 'next/2026-11-25');
    await act(page, 'next/2026-11-25', '修改');
    await one.getByLabel('本句文字').fill('11月25日前,市知识产权局印发年度推进计划。');
    await act(page, 'next/2026-11-25', '保存');
    await one.getByText('已修改').waitFor();
    await one.getByTestId('derived').getByText('第(三)项“制定年度推进计划”').waitFor();
    await sourceOf(page, 'next/2026-11-25').click();
    await page.getByTestId('sources').getByText('办公室撰写').first().waitFor();
    await page.keyboard.press('Escape');
    await act(page, 'next/2026-11-25', '恢复原句');
    await one.getByTestId('derived').waitFor({ state: 'detached' });
    expect(await one.textContent()).toContain('11月25日前,市知识产权局办结第(三)项“制定年度推进计划”。');
  });

  it('keeps what is being written over a reload, and says in 核发 that it is not saved', async () => {
    const page = await mock.open('#/briefs', DESK);
    await act(page, 'late/task/t8', '修改');
    await sentence(page, 'late/task/t8').getByLabel('本句文字').fill('第(八)项已逾期,请市公安局抓紧报送。');
    await page.reload();
    expect(await sentence(page, 'late/task/t8').getByLabel('本句文字').inputValue()).toContain('请市公安局抓紧报送');
    await page.getByTestId('release').click();
    await page.getByTestId('release-dialog').getByText('有1处修改尚未保存,不会计入本期。').waitFor();
  });

  it('strikes a sentence, counts the rest anew, and restores it', async () => {
    const page = await mock.open('#/briefs', DESK);
    await act(page, 'changes/task/t6', '删去');
    await sentence(page, 'changes/task/t6').locator('del').waitFor();
    expect(await sentence(page, 'changes/task/t7').locator('.sentence-no').textContent()).toBe('1.');
    expect(await sourceOf(page, 'changes/task/t6').count()).toBe(0);
    await act(page, 'changes/task/t6', '恢复');
    await sourceOf(page, 'changes/task/t6').waitFor();
  });

  it('takes a sentence of the office’s own, marked as such', async () => {
    const page = await mock.open('#/briefs', DESK);
    await page.getByRole('button', { name: '在“下步”补充一句' }).click();
    await page.getByRole('textbox', { name: '在“下步”补充一句' }).fill('12月上旬召开第四次联席会议。');
    await page.getByRole('button', { name: '保存' }).click();
    await sentence(page, 'hand/2').getByText('人工补充').waitFor();
    await sourceOf(page, 'hand/2').click();
    await page.getByTestId('sources').getByText('办公室撰写。').waitFor();
  });

  it('is released after it was said to whom it goes and that it cannot be changed, and then only read', async () => {
    const page = await mock.open('#/briefs', DESK);
    await act(page, 'changes/task/t6', '删去');
    await sentence(page, 'changes/task/t6').getByText('已删去').waitFor();
    await page.getByTestId('release').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('不能再修改').waitFor();
    await dialog.getByText('已删去的1句不随简报核发。').waitFor();
    await dialog.getByText('送达3位领导小组成员').waitFor();
    expect(await dialog.getByTestId('recipients').locator('li').count()).toBe(3);
    await dialog.getByRole('button', { name: '核发' }).click();
    await notice(page, '第7期简报已核发');
    await page.locator('[data-testid="brief"][data-status="released"]').waitFor();
    expect(await sentence(page, 'changes/task/t6').count()).toBe(0);
    expect(await page.locator('.sentence-acts, .add-sentence').count()).toBe(0);
    await page.getByTestId('brief-toolbar').getByText('待发').first().waitFor();
    await page.getByTestId('draft-brief').click();
    await page.getByTestId('brief').getByText('【试点工作简报 第8期】').waitFor();
  });

  it('is refused where it changed after it was read', async () => {
    const page = await mock.open('#/briefs/brief-7', DESK);
    await page.getByTestId('release').click();
    await page.request.post(`${mock.url()}/api/briefs/brief-7/edit`, {
      data: { changes: [{ kind: 'add', section: 'next', text: '另一位同志补充。' }] },
    });
    await page.getByRole('dialog').getByRole('button', { name: '核发' }).click();
    await notice(page, '简报内容在你查看之后有变动');
    await sentence(page, 'hand/2').waitFor();
    expect(await page.getByTestId('brief').getAttribute('data-status')).toBe('draft');
  });
});

describe('a leader', () => {
  const mock = onMock();

  it('reads what was released, and no draft', async () => {
    const page = await mock.open('#/briefs', DESK, { as: 'leader' });
    await page.getByTestId('brief').getByText('【试点工作简报 第6期】').waitFor();
    expect(await page.getByText('草稿').count()).toBe(0);
    expect(await page.getByTestId('release').count()).toBe(0);
  });

  it('gives an instruction on a sentence, which goes to the office as a draft task', async () => {
    const page = await mock.open('#/briefs', TELEPHONE, { as: 'leader' });
    await sourceOf(page, 'decide/issue/t13').click();
    await page.getByRole('button', { name: '就此句作出批示' }).click();
    const dialog = page.getByTestId('directive-dialog');
    await dialog.getByText('不直接发给承办单位').waitFor();
    await dialog.getByText('检测设备采购流标').waitFor();
    await dialog.getByLabel('批示内容').fill('请市农业农村局12月10日前完成二次招标。');
    await page.getByRole('button', { name: '提交批示' }).click();
    await notice(page, '批示已登记,由办公室拟办,不直接发给承办单位。');
    await page.request.post(`${mock.url()}/api/demo/as`, { data: { role: 'coordinator' } });
    await page.goto(`${mock.url()}/#/today`);
    await page.reload();
    const decision = page.locator('[data-decision="directive"]');
    await decision.getByText('领导批示').waitFor();
    await decision.getByText('请市农业农村局12月10日前完成二次招标。').waitFor();
    expect(await decision.textContent()).toContain('拟办:“请市农业农村局12月10日前完成二次招标”,市农业农村局,');
    await decision.getByRole('button', { name: '已办' }).waitFor();
  });
});
