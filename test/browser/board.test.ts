import { describe, expect, it } from 'vitest';
import { onMock } from './on-mock.ts';
import { notice, todayPage } from './page-objects.ts';

const DESK = { width: 1440, height: 1080 };

describe('the board', () => {
  const mock = onMock();

  it('draws every light differently when colour is taken away', async () => {
    const page = await mock.open('#/today', DESK);
    await todayPage(page).firstCell('red').waitFor();
    const drawings = await page.evaluate(() =>
      ['red', 'yellow', 'blue', 'green', 'grey'].map((light) => {
        const mark = document.querySelector(`.legend svg[data-light="${light}"]:has(> circle)`)!;
        const outline = mark.querySelector('circle')!;
        const glyphs = [...mark.querySelectorAll('[data-glyph]')].map((glyph) => glyph.getAttribute('data-glyph'));
        return JSON.stringify({
          glyphs,
          dashed: outline.hasAttribute('stroke-dasharray'),
          hollow: outline.getAttribute('fill') === '#ffffff',
        });
      }),
    );
    expect(new Set(drawings).size).toBe(5);
  });

  it('tells a screen reader the unit, the task and why', async () => {
    const page = await mock.open('#/today', DESK);
    const cell = todayPage(page).cell('(八)', '公安');
    await cell.waitFor();
    expect(await cell.getAttribute('aria-label')).toMatch(/^市公安局 \(八\)开展联合执法.*逾期3个工作日$/);
    const unlabelled = await page.locator('button[data-testid^="cell-"]:not([aria-label])').count();
    expect(unlabelled).toBe(0);
  });

  it('is walked with the arrow keys and chosen with Enter', async () => {
    const page = await mock.open('#/today', DESK);
    const today = todayPage(page);
    await today.cell('(八)', '知产').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByTestId('phone').getByText('市法院 · 冯某').waitFor();
    expect(await today.cell('(八)', '法院').getAttribute('aria-pressed')).toBe('true');
  });

  it('shows the most urgent part first, and a unit without a liaison in words', async () => {
    const page = await mock.open('#/today', DESK);
    const today = todayPage(page);
    await page.getByTestId('phone').getByText('市公安局 · 李某').waitFor();
    await today.choose(today.cell('(八)', '临江'));
    await page.getByTestId('phone').getByText('临江县尚未登记联络员,提示暂存待发。').waitFor();
  });

  it('keeps only the tasks of a pressed count', async () => {
    const page = await mock.open('#/today', DESK);
    const today = todayPage(page);
    await today.firstCell('red').waitFor();
    expect(await today.count('overdue')).toBe(1);
    await page.getByTestId('counts-overdue').click();
    expect(await page.locator('.board tbody tr').count()).toBe(1);
    await page.getByTestId('counts-overdue').click();
    expect(await page.locator('.board tbody tr').count()).toBe(16);
  });

  it('opens the story on a double click', async () => {
    const page = await mock.open('#/today', DESK);
    await todayPage(page).cell('(八)', '公安').dblclick();
    await page.getByTestId('story').getByText('因部分案件需外地协查').waitFor();
    expect(await page.getByTestId('slots').locator('tbody tr').count()).toBe(8);
  });

  it('carries the half-minute loop: nudge, card, typed reply, check, confirm, changed cell', async () => {
    const page = await mock.open('#/today', DESK);
    const today = todayPage(page);
    const cell = today.cell('(八)', '公安');
    await today.choose(cell);
    expect(await today.lightOf(cell)).toBe('red');
    await today.nudge();
    await today.phone.said('in', '【催办】');
    await today.phone.type('已完成85%,下周二前报佐证');
    await today.phone.said('in', '进度60%→85%');
    await today.phone.press('确认登记');
    await page.locator('[data-testid="cell-(八)-公安"][data-light="yellow"]').waitFor();
    await today.nudge();
    await notice(page, '该项任务3个工作日内已经催办过,11月26日之后方可再次催办。');
  });

  it('returns a completion only with a reason', async () => {
    const page = await mock.open('#/today', DESK);
    await todayPage(page).decisions().getByRole('button', { name: '退回' }).click();
    const dialog = page.getByRole('dialog');
    const send = dialog.getByRole('button', { name: '退回' });
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByLabel('退回理由').fill('请补充佐证材料');
    await send.click();
    await notice(page, '已办理。');
    await page.locator('[data-decision="completion"]').waitFor({ state: 'detached' });
  });

  it('turns its labels to English and back', async () => {
    const page = await mock.open('#/today', DESK);
    await page.getByText('English').click();
    await page.getByRole('heading', { name: 'For my decision' }).waitFor();
    await page.getByText('中文').click();
    await page.getByRole('heading', { name: '待我决定' }).waitFor();
  });
});
