import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Decision, Today } from '../../web/api.ts';
import { expectReadable } from './measures.ts';
import { onMock } from './on-mock.ts';

const TELEPHONE = { width: 390, height: 844 };

const EVIDENCE = {
  kind: 'evidence',
  text: '市公安局李某发来“现场照片.jpg”,未指明是哪一项的佐证,请与其核实',
  files: [
    { id: 'f1', name: '现场照片.jpg' },
    { id: 'f2', name: '联合执法行动情况说明(第三季度汇总稿).pdf' },
  ],
  actions: ['file-evidence', 'done'],
} as const;

const SIGN_OFF = {
  kind: 'sign-off',
  text: '市农业农村局第(十三)项的办结申请没有可以审签的分管负责同志,请登记盖章扫描件或联络人',
  actions: ['scan', 'bind', 'open'],
} as const;

/** 今日 with one more decision, which stands alone there. */
async function deciding(page: Page, wanted: Partial<Omit<Decision, 'actions' | 'files'>> & object): Promise<void> {
  await page.route('**/api/plans/*/today', async (route) => {
    const today = (await (await route.fetch()).json()) as Today;
    await route.fulfill({ json: { ...today, decisions: [{ ...today.decisions[0], ...wanted }] } });
  });
  await page.reload();
}

describe('what a decision asks for in a dialog, on a telephone', () => {
  const mock = onMock();

  it('files evidence that nobody claimed: whose it is, the task in full width, and the unit only if it is another', async () => {
    const page = await mock.open('#/today', TELEPHONE);
    await deciding(page, EVIDENCE);
    await page.getByRole('button', { name: '归入任务' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('市公安局李某发来').waitFor();
    await dialog.getByText('不选的,归入报送单位承办的部分').waitFor();
    const task = dialog.getByLabel('任务');
    expect((await dialog.locator('.ant-select').first().boundingBox())?.width).toBeGreaterThan(280);
    await expectReadable(page);
    await task.fill('联合执法');
    await page.keyboard.press('Enter');
    const [posted] = await Promise.all([
      page.waitForRequest('**/api/tasks/*/evidence'),
      dialog.getByRole('button', { name: '归入任务' }).click(),
    ]);
    expect(posted.postDataJSON()).toEqual({ files: ['f1', 'f2'] });
  });

  it('registers a stamped scan, and says of what', async () => {
    const page = await mock.open('#/today', TELEPHONE);
    await deciding(page, SIGN_OFF);
    await page.getByRole('button', { name: '登记扫描件' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(SIGN_OFF.text).waitFor();
    const confirm = dialog.getByRole('button', { name: '确认' });
    await dialog.getByLabel('扫描件的名称和存放处(不少于5个字)').fill('盖章');
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('扫描件的名称和存放处(不少于5个字)').fill('办结申请盖章页,文件柜B3');
    await expectReadable(page);
    const [posted] = await Promise.all([page.waitForRequest('**/api/tasks/*/scan'), confirm.click()]);
    expect(posted.postDataJSON()).toMatchObject({ evidence: '办结申请盖章页,文件柜B3' });
  });
});
