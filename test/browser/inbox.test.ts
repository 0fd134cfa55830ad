import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onMock } from './on-mock.ts';
import { expectReadable } from './measures.ts';
import { phone } from './page-objects.ts';

const isFormPost = (request: { method(): string; url(): string }): boolean =>
  request.method() === 'POST' && request.url().endsWith('/api/inbox/form');

/** The page's worker holds all that the page has loaded, so that it opens without a network. */
const shellKept = (page: Page) =>
  page.waitForFunction(async () => {
    const shell = await caches.open('duban-shell-1');
    const loaded = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/'));
    const kept = await Promise.all(['/', ...loaded.map(({ name }) => name)].map((name) => shell.match(name)));
    return loaded.length > 1 && kept.every((response) => response !== undefined);
  });

const TELEPHONE = { width: 390, height: 844 };

describe('the inbox on a telephone', () => {
  const mock = onMock();

  it('keeps what was typed over a reload', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    const inbox = phone(page.getByTestId('inbox-page'));
    await inbox.input().fill('正在汇总各县数据');
    await page.reload();
    await inbox.input().waitFor();
    expect(await inbox.input().inputValue()).toBe('正在汇总各县数据');
  });

  it('sends a typed reply that failed once more under the same id', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    const inbox = phone(page.getByTestId('inbox-page'));
    const ids: string[] = [];
    await page.route('**/api/inbox/text', async (route) => {
      ids.push((route.request().postDataJSON() as { clientId: string }).clientId);
      await (ids.length === 1 ? route.abort() : route.continue());
    });
    await inbox.type('已完成90%');
    await page.locator('.ant-message').getByText('连接不上服务').waitFor();
    expect(await inbox.input().inputValue()).toBe('已完成90%');
    await page.getByTestId('phone-send').click();
    await inbox.said('in', '【请核对】');
    expect(new Set(ids).size).toBe(1);
    expect(await inbox.input().inputValue()).toBe('');
  });

  it('keeps a reply that met no network over a reload, and sends it once when there is one', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    const inbox = phone(page.getByTestId('inbox-page'));
    await inbox.input().waitFor();
    await shellKept(page);
    const ids: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/inbox/text'))
        ids.push((request.postDataJSON() as { clientId: string }).clientId);
    });
    await page.context().setOffline(true);
    await page.getByTestId('offline-note').getByText('当前无网络,内容已存为草稿').waitFor();
    await inbox.type('已完成92%');
    await page.locator('.ant-message').getByText('连接不上服务').waitFor();
    await page.reload();
    const kept = phone(page.getByTestId('offline-inbox'));
    await kept.input().waitFor();
    expect(await kept.input().inputValue()).toBe('已完成92%');
    await page.context().setOffline(false);
    await inbox.said('in', '【请核对】');
    expect(new Set(ids).size).toBe(1);
    expect(await inbox.messages('out').filter({ hasText: '已完成92%' }).count()).toBe(1);
  });

  it('says in the language of the page that there is no network', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    const inbox = phone(page.getByTestId('inbox-page'));
    await page.getByText('English', { exact: true }).click();
    await inbox.input().and(page.getByLabel('Reply in your own words')).waitFor();
    await page.route('**/api/inbox/text', (route) => route.abort());
    await inbox.type('已完成90%');
    await page.locator('.ant-message').getByText('No connection.').waitFor();
  });

  it('sends changed words under another id, so that they are not taken for the first ones', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    const inbox = phone(page.getByTestId('inbox-page'));
    const ids: string[] = [];
    await page.route('**/api/inbox/text', async (route) => {
      ids.push((route.request().postDataJSON() as { clientId: string }).clientId);
      await (ids.length === 1 ? route.abort() : route.continue());
    });
    await inbox.type('已完成90%');
    await page.locator('.ant-message').getByText('连接不上服务').waitFor();
    await inbox.type('已完成91%');
    await inbox.said('out', '已完成91%');
    expect(new Set(ids).size).toBe(2);
  });

  it('takes a file along, and refuses a program in a sentence', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    const inbox = phone(page.getByTestId('inbox-page'));
    const attach = (name: string) =>
      page.getByTestId('attach').setInputFiles({ name, mimeType: '', buffer: Buffer.from('%PDF-1.7') });
    await attach('setup.exe');
    await page.locator('.ant-message').getByText('不属于可以收存的文件类型').waitFor();
    await page.getByRole('button', { name: '去掉setup.exe' }).click();
    await attach('送审稿.pdf');
    await page.getByTestId('attached').getByText('8 B').waitFor();
    await attach('联合执法行动现场照片及情况说明(第三季度汇总稿).pdf');
    const shown = await page.getByTestId('attached').boundingBox();
    expect((shown?.x ?? 0) + (shown?.width ?? 0)).toBeLessThan(TELEPHONE.width);
    await page.getByRole('button', { name: /^去掉联合执法/ }).click();
    await page.reload();
    await page.getByTestId('attached').getByText('送审稿.pdf').waitFor();
    const [posted] = await Promise.all([
      page.waitForRequest('**/api/inbox/text'),
      page.getByTestId('phone-send').click(),
    ]);
    expect(posted.postDataJSON()).toMatchObject({ text: '', files: [{ id: expect.any(String) }] });
    await inbox.said('out', '正在收存');
  });

  it('fills in item by item with the figures of its targets, and loses nothing on a dropped line', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    const inbox = phone(page.getByTestId('inbox-page'));
    await inbox.press('立即填报');
    const sheet = page.getByTestId('button-form');
    await sheet.getByText('请至少填写一项。').waitFor();
    await expectReadable(page);
    const send = sheet.getByRole('button', { name: '提交', exact: true });
    const progress = sheet.getByLabel('进度(0至100) · 上次登记60%');
    await progress.fill('185');
    await sheet.getByText('请填0至100之间的数字。').waitFor();
    await sheet.getByText('请先更正标红的内容。').waitFor();
    expect(await send.isDisabled()).toBe(true);
    await progress.fill('58%');
    await sheet.getByText('低于上次登记的60%,请核实;无误的可直接提交。').waitFor();
    expect(await send.isDisabled()).toBe(false);
    await sheet.getByLabel('预计办结日期').first().fill('2026-11-02');
    await sheet.getByText('该日期已过,请核实;无误的可直接提交。').waitFor();
    await sheet.getByLabel('预计办结日期').first().fill('');
    await progress.fill('85%');
    await sheet.getByLabel('联合执法累计(次) · 上次登记6次,目标12次').fill('9');
    await page.reload();
    // The line drops: the sheet opens as it was seen last, with what was typed, and is sent once the line is back.
    await page.route('**/api/inbox/form*', (route) => route.abort());
    await inbox.press('立即填报');
    expect(await progress.inputValue()).toBe('85%');
    await sheet.getByLabel('更正上次报送').first().check();
    const [lost] = await Promise.all([page.waitForRequest(isFormPost), send.click()]);
    await page.locator('.ant-message').getByText('连接不上服务').waitFor();
    await page.unroute('**/api/inbox/form*');
    const [posted] = await Promise.all([page.waitForRequest(isFormPost), send.click()]);
    expect(posted.postDataJSON()).toEqual(lost.postDataJSON());
    expect(posted.postDataJSON()).toMatchObject({
      buttonId: 'm1-fill',
      lines: [{ progress: 85, figures: { 0: 9 }, correct: true }],
    });
    await inbox.said('out', '【逐项填报】');
  });

  it('asks what can be said, at one press, and stays readable while it waits', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    const answered = Promise.withResolvers<void>();
    await page.route('**/api/inbox/text', async (route) => {
      await answered.promise;
      await route.continue();
    });
    const [posted] = await Promise.all([
      page.waitForRequest('**/api/inbox/text'),
      page.getByRole('button', { name: '帮助' }).click(),
    ]);
    expect(posted.postDataJSON()).toMatchObject({ text: '帮助' });
    await page.locator('.ant-btn-loading').waitFor();
    await expectReadable(page);
    answered.resolve();
    await phone(page.getByTestId('inbox-page')).said('out', '帮助');
    await expectReadable(page);
  });

  it('goes back to the button that opened a form, once it is closed by the keyboard', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    await phone(page.getByTestId('inbox-page')).press('立即填报');
    await page.getByTestId('button-form').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('button-form').waitFor({ state: 'detached' });
    await page.locator('button:focus').getByText('立即填报').waitFor();
  });

  it('opens at /inbox as well', async () => {
    const page = await mock.open('inbox', TELEPHONE, { as: 'liaison' });
    await page.getByTestId('inbox-page').getByText('市公安局 · 李某').waitFor();
  });

  it('puts the cursor into the reply box for 说明原因', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    await phone(page.getByTestId('inbox-page')).press('说明原因');
    await page.locator('[data-testid="phone-input"]:focus').waitFor();
  });

  it('offers the binding code to somebody without an inbox', async () => {
    const page = await mock.open('#/inbox', TELEPHONE);
    await page.getByText('尚未绑定身份。请向办公室索取一次性绑定码。').waitFor();
    await page.getByLabel('绑定码').fill('WRONG');
    await page.getByRole('button', { name: '绑定', exact: true }).click();
    await page.locator('.ant-message').getByText('绑定码不正确、已使用或已过期。').waitFor();
  });

  it('leads a unit’s supervisor to the unit’s contacts and their codes, without what is the office’s', async () => {
    const page = await mock.open('#/inbox', TELEPHONE, { as: 'liaison' });
    await page.route('**/api/session', async (route) => {
      const { me } = (await (await route.fetch()).json()) as { me: object };
      await route.fulfill({ json: { me: { ...me, supervises: true } } });
    });
    await page.reload();
    await page.getByRole('link', { name: '本单位联络人' }).click();
    await page.getByRole('heading', { name: '本单位联络人' }).waitFor();
    const people = page.getByTestId('people');
    await people
      .getByRole('button', { name: /^生成绑定码/ })
      .first()
      .waitFor();
    expect(await people.getByRole('button', { name: /^(添加联络人|合并|并入)/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /未送达|报送负担/ }).count()).toBe(0);
  });

  it('forgets what was typed at sign-out, and nothing else', async () => {
    const page = await mock.open('#/inbox', TELEPHONE);
    const signOut = page.getByRole('button', { name: '退出' });
    await signOut.waitFor();
    await page.evaluate(() => {
      localStorage.setItem('duban.draft.p1', '尚未发送');
      localStorage.setItem('duban.form.p1', '{}');
      localStorage.setItem('duban.plan', 'p');
    });
    await signOut.click();
    await page.getByLabel('登录码或绑定码').waitFor();
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(kept).toContain('duban.plan');
    expect(kept.filter((key) => /draft|form/.test(key))).toEqual([]);
  });
});

describe('signing in', () => {
  const mock = onMock();

  it('says in a sentence why a code was refused, and opens 今日 with a good one', async () => {
    const page = await mock.open('#/today', TELEPHONE, { signedOut: true });
    await page.getByLabel('登录码或绑定码').fill('guess');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByTestId('sign-in-error').getByText('绑定码不正确、已使用或已过期。').waitFor();
    await page.getByLabel('登录码或绑定码').fill('GOOD-CODE');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByTestId('decisions').waitFor();
  });

  it('uses the code of a one-time link, takes it out of the address, and opens the page that the link names', async () => {
    const page = await mock.open('?code=GOOD-CODE#/people', TELEPHONE, { signedOut: true });
    await page.getByRole('heading', { name: '通讯录' }).waitFor();
    expect(page.url()).toMatch(/\/#\/people$/);
  });
});
