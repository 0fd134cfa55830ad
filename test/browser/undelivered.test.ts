import { describe, expect, it } from 'vitest';
import { onMock } from './on-mock.ts';

const DESK = { width: 1440, height: 1080 };

describe('what was not delivered', () => {
  const mock = onMock();

  it('is counted beside the contacts, and listed newest first with its state in words', async () => {
    const page = await mock.open('#/people', DESK);
    await page.getByTestId('tab-undelivered').getByText('5', { exact: true }).click();
    const rows = page.getByTestId('undelivered').locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.locator('.chip').allTextContents()).toEqual([
      '✕ 未送达',
      '? 是否送达不明',
      '○ 无人可送',
      '✕ 未送达',
      '○ 无人可送',
    ]);
    expect(await rows.nth(3).textContent()).toContain('bot was blocked by the user');
    expect(await page.getByRole('link', { name: '通讯录' }).getAttribute('aria-current')).toBe('page');
  });

  it('warns of a channel that takes nothing, on both tabs, with what happens meanwhile', async () => {
    const page = await mock.open('#/undelivered', DESK);
    await page.getByTestId('outage').getByText('Telegram自11月23日09:16起发送受阻').waitFor();
    await page.getByTestId('outage').getByText('401: Unauthorized').waitFor();
    await page.getByRole('link', { name: '联络人', exact: true }).click();
    await page.getByTestId('people').waitFor();
    await page.getByTestId('outage').getByText('网页收件箱').waitFor();
  });

  it('shows one state alone, and leads from a rung without a reader to the contacts', async () => {
    const page = await mock.open('#/undelivered', DESK);
    await page.getByText('无人可送 2').click();
    const rows = page.getByTestId('undelivered').locator('tbody tr');
    expect(await rows.count()).toBe(2);
    await rows.first().getByRole('link', { name: '去登记联络员' }).click();
    await page.getByTestId('people').waitFor();
  });

  it('has one sent again at a press, and says why one that may have arrived goes by another channel only', async () => {
    const page = await mock.open('#/undelivered', DESK);
    const rows = page.getByTestId('undelivered').locator('tbody tr');
    await rows.nth(1).getByRole('button', { name: '重新发送' }).click();
    await page.getByText('以免重复').waitFor();
    expect(await rows.count()).toBe(5);
    await rows.nth(1).getByRole('button', { name: '改用其他渠道' }).click();
    await page.getByText('已列入重发').waitFor();
    await page.getByText('全部 4').waitFor();
    expect(await rows.count()).toBe(4);
  });

  it('says in one sentence that there is nothing', async () => {
    const page = await mock.open('#/undelivered/chenzhou', DESK);
    await page.getByText('没有未送达的消息。').waitFor();
    expect(await page.getByTestId('tab-undelivered').count()).toBe(0);
  });

  it('is not for leaders', async () => {
    const page = await mock.open('#/undelivered', DESK, { as: 'leader' });
    await page.locator('.board').waitFor();
    expect(await page.getByRole('link', { name: '通讯录' }).count()).toBe(0);
  });
});
