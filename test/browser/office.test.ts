import { describe, expect, it, vi } from 'vitest';
import { expectReadable } from './measures.ts';
import { onMock } from './on-mock.ts';
import { notice } from './page-objects.ts';

const DESK = { width: 1440, height: 1080 };
const TELEPHONE = { width: 390, height: 844 };

describe('the office', () => {
  const mock = onMock();

  it('advances a phase with gaps only with a reason, and can undo it', async () => {
    const page = await mock.open('#/today', DESK);
    await page.getByTestId('phase-implementation').click();
    const advance = page.getByTestId('advance');
    await advance.waitFor();
    expect(await advance.isDisabled()).toBe(true);
    await page.getByLabel('仍有未完成事项').fill('验收组提前进场');
    await advance.click();
    await page.getByTestId('advancing').getByText('剩余30分0秒').waitFor();
    await page.getByTestId('advancing').getByRole('button', { name: '撤回' }).click();
    await page.getByTestId('advancing').waitFor({ state: 'detached' });
  });

  it('re-dates a plan with its old dates beside the new ones, then starts it', async () => {
    const page = await mock.open('#/plans', DESK);
    await page.getByTestId('plans').getByRole('button', { name: '排定日期' }).first().click();
    await page.getByTestId('redate-preview').getByText('顺延17年').waitFor();
    // The drawer may still be sliding in: a press that met it on its way is pressed again.
    await vi.waitFor(() => page.getByRole('radio', { name: '在途接管' }).check(), { timeout: 20_000 });
    await page.getByLabel('不按建议方式排定').fill('已于今年启动');
    await page.getByTestId('redate-choose').click();
    await notice(page, '已选定日期排定方式。');
    await page.getByRole('dialog').getByRole('button', { name: '启动' }).click();
    await page.getByRole('button', { name: '确认启动' }).click();
    await page.locator('[data-plan="chenzhou"]').getByText('运行中').waitFor();
  });

  it('says where a pasted plan stops being JSON, and lists what breaks the schema with its place', async () => {
    const page = await mock.open('#/plans', DESK);
    await page.getByRole('button', { name: '导入方案' }).click();
    await page.getByTestId('import-text').fill('{\n  "title": 甲\n}');
    await page.getByRole('button', { name: '检查并导入' }).click();
    await page.getByTestId('import-problem').getByText('第2行第12列').waitFor();
    await page.getByTestId('import-text').fill('{"title":"甲"}');
    await page.getByRole('button', { name: '检查并导入' }).click();
    await page.getByText('tasks[0].leadUnits').waitFor();
  });

  it('registers leave only where somebody can stand in, and says so', async () => {
    const page = await mock.open('#/people', TELEPHONE);
    await page
      .getByRole('button', { name: /^调整 / })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('外出', { exact: true }).click();
    await dialog.getByLabel('外出至').fill('2026-12-02');
    await dialog.getByText('本单位没有其他联络人可以代办。').waitFor();
    expect(await dialog.getByRole('button', { name: '登记外出' }).isDisabled()).toBe(true);
    await expectReadable(page);
  });

  it('adds a contact and shows a binding code once', async () => {
    const page = await mock.open('#/people', DESK);
    await page.getByRole('button', { name: '添加联络人 临江县' }).click();
    await page.getByLabel('姓名').fill('谢某江');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '生成绑定码 谢某江' }).click();
    await page.getByTestId('one-time-code').getByText('7F3K-92QD').waitFor();
    const [link] = await page.getByRole('link', { name: '由本人打开此链接' }).all();
    expect(await link?.getAttribute('href')).toBe('https://t.me/duban_bot?start=7F3K-92QD');
    await page.getByRole('img', { name: '谢某江扫码绑定' }).waitFor();
    await page.getByTestId('web-way').getByText(`${mock.url()}/inbox`).waitFor();
    expect(await page.getByRole('link', { name: '/inbox' }).count()).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
    await page.getByTestId('one-time-code').waitFor({ state: 'detached' });
  });

  it('opens the chained event behind a sentence of the story', async () => {
    const page = await mock.open('#/task/t8', DESK);
    await page.getByTestId('story').getByRole('button', { name: '事件9' }).click();
    await page.getByRole('dialog').getByText('本条校验值').waitFor();
  });

  it('puts a task off with a day and a reason, and lets it go on again, by keyboard alone', async () => {
    const page = await mock.open('#/task/t8', { width: 390, height: 844 });
    await page.getByRole('button', { name: '暂缓' }).press('Enter');
    const dialog = page.getByRole('dialog');
    const send = dialog.getByRole('button', { name: '暂缓' });
    await dialog.getByLabel('暂缓至').fill('2026-12-14');
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByLabel('理由').fill('等待省级文件出台');
    await send.press('Enter');
    await notice(page, '已暂缓,期间不发提示');
    // The page asks again after an act: what it says is waited for.
    await page.getByTestId('task-state').getByText('暂缓', { exact: true }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '恢复办理' }).press('Enter');
    await dialog.getByLabel('理由').fill('省级文件已经印发');
    await dialog.getByRole('button', { name: '恢复办理' }).press('Enter');
    await notice(page, '已恢复办理');
    await page.getByTestId('task-state').getByText('逾期', { exact: true }).waitFor();
  });

  it('tells a task’s story by who did what for whom', async () => {
    const page = await mock.open('#/task/t8', DESK);
    const story = page.getByTestId('story');
    await story.getByText('市公安局李某 · 演示联络人 · 已登记').first().waitFor();
    expect(await story.getByText('排定今后8个提醒时点。').count()).toBe(0);
    await story.getByText('全部', { exact: true }).click();
    await story.getByText('排定今后8个提醒时点。').waitFor();
  });

  it('ticks the list of the first minutes as things are done, and forgets it when dismissed', async () => {
    const page = await mock.open('#/today', DESK);
    await page.getByTestId('step-node').click();
    await page.locator('.first-minutes li[data-done="true"]').filter({ hasText: '拨到下一节点' }).waitFor();
    await page.getByRole('button', { name: '收起清单' }).click();
    await page.reload();
    await page.getByTestId('decisions').waitFor();
    expect(await page.locator('.first-minutes').count()).toBe(0);
  });

  it('shows a leader the board without buttons that act', async () => {
    const page = await mock.open('#/today', DESK, { as: 'leader' });
    await page.getByTestId('decisions').waitFor();
    expect(await page.getByTestId('nudge').count()).toBe(0);
    expect(await page.getByTestId('decisions').getByRole('button', { name: '验收' }).count()).toBe(0);
  });
});
