import { describe, expect, it } from 'vitest';
import { onMock } from './on-mock.ts';

const DESK = { width: 1440, height: 1080 };
const HASH = '#/amendments/demo';

describe('a new version beside the running plan', () => {
  const mock = onMock();

  it('is reached from the plan, and shows each change old beside new by what it touches', async () => {
    const page = await mock.open('#/plans', DESK);
    await page.getByRole('link', { name: '修订' }).first().click();
    const rows = page.getByTestId('amendment-1').locator('tr[data-change]');
    await rows.first().waitFor();
    expect(await page.getByTestId('amendment-1').locator('.amendment-group').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('任务增减'), expect.stringContaining('承办单位')]),
    );
    const due = page.locator('tr[data-change="t0.due"]');
    expect(await due.locator('del').textContent()).toBe('2026年12月25日');
    expect(await due.locator('ins').textContent()).toBe('2027年3月31日');
    expect(await page.getByRole('link', { name: '方案', exact: true }).getAttribute('aria-current')).toBe('page');
  });

  it('is accepted or declined one by one', async () => {
    const page = await mock.open(HASH, DESK);
    await page.getByTestId('accept-t0.due').click();
    await page.locator('tr[data-change="t0.due"]').getByText('已采纳').waitFor();
    expect(await page.getByTestId('accept-t0.due').count()).toBe(0);
    await page.getByTestId('decline-t5.removed').click();
    await page.locator('tr[data-change="t5.removed"]').locator('.chip', { hasText: '不采纳' }).waitFor();
    expect(await page.getByTestId('amendment-counts').textContent()).toContain('采纳1项 · 不采纳1项');
  });

  it('leaves what is doubtful to a person when all the rest is accepted', async () => {
    const page = await mock.open(HASH, DESK);
    await page.getByTestId('accept-all').click();
    await page.locator('.ant-popconfirm').getByRole('button', { name: '采纳全部' }).click();
    const doubtful = page.locator('tr[data-change]', { hasText: '存疑' });
    await page
      .getByTestId('amendment-counts')
      .getByText(`待定${await doubtful.count()}项`)
      .waitFor();
    expect(await doubtful.count()).toBeGreaterThan(0);
    expect(await doubtful.first().textContent()).toContain('“推进园区建设”对应新版:');
  });

  it('takes a new version as JSON, and says where it is none', async () => {
    const page = await mock.open(HASH, DESK);
    await page.getByTestId('propose').click();
    await page.getByTestId('propose-text').fill('{"title": ');
    await page.getByTestId('propose-submit').click();
    await page.getByText('不是合格的 JSON').waitFor();
    await page.getByTestId('propose-text').fill('{"title": "方案"}');
    await page.getByTestId('propose-submit').click();
    await page.getByText('第1次修订:改动待定。').waitFor();
  });

  it('fits a telephone', async () => {
    const page = await mock.open('#/amendments/demo', { width: 390, height: 844 });
    await page.getByTestId('amendment-1').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
  });
});
