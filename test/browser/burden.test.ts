import { describe, expect, it } from 'vitest';
import { expectReadable } from './measures.ts';
import { onMock } from './on-mock.ts';

const DESK = { width: 1440, height: 1080 };

describe('the burden of the contacts', () => {
  const mock = onMock();

  it('shows for each contact what went week by week, why more than the budget went, and what is coming', async () => {
    const page = await mock.open('#/people', DESK);
    await page.getByRole('link', { name: '报送负担' }).click();
    const row = page.getByTestId('burden').locator('tbody tr').first();
    await row.waitFor();
    const cells = await row.locator('td').allInnerTexts();
    expect(cells.slice(0, 2)).toEqual(['市公安局', '李某']);
    expect(cells.slice(2).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '',
      '',
      '4条/9项 逾期放行1条',
      '1条/2项 预计2条/5项',
      '',
      '预计1条/3项',
      '',
      '',
    ]);
    expect(await page.getByTestId('burden').locator('th[aria-current]').textContent()).toBe('本周');
    expect(await page.getByRole('link', { name: '通讯录' }).getAttribute('aria-current')).toBe('page');
    await expectReadable(page);
  });

  it('keeps every unit’s name on one line on a telephone', async () => {
    const page = await mock.open('#/burden', { width: 390, height: 844 });
    const name = page.getByTestId('burden').getByText('市公安局').first();
    const box = (await name.boundingBox())!;
    expect(box.width).toBeGreaterThan(box.height);
  });

  it('counts by unit what was never sent', async () => {
    const page = await mock.open('#/burden', DESK);
    const cells = page.getByTestId('spared').locator('tbody td');
    await cells.first().waitFor();
    expect(await cells.allTextContents()).toEqual(['市公安局', '3', '1', '', '']);
  });

  it('says in one sentence that nobody is asked anything', async () => {
    const page = await mock.open('#/burden/chenzhou', DESK);
    await page.getByText('尚无消息,近期也没有待发的提示。').waitFor();
    expect(await page.getByTestId('spared').count()).toBe(0);
  });
});
