import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectReadable } from './measures.ts';
import { onMock } from './on-mock.ts';
import { notice } from './page-objects.ts';

const DESK = { width: 1440, height: 900 };
const TABLET = { width: 820, height: 1180 };
const TELEPHONE = { width: 390, height: 844 };
const READING = '#/reading/reading-1';

const part = (page: Page, name: string) => page.getByRole('tab', { name });
const lit = (page: Page) => page.locator('.anchored[data-lit="true"]').allTextContents();
const question = (page: Page, text: string) => page.locator('.question').filter({ hasText: text });

/** Answers what matters, so that the reading may be imported. */
async function settle(page: Page): Promise<void> {
  await question(page, '20230%').getByRole('button', { name: '保留' }).click();
  await question(page, '压减办理时限').getByRole('button', { name: '采用建议' }).click();
  await question(page, '建设便民服务点').getByRole('button', { name: '采用建议' }).click();
  await page.locator('[data-testid="import-reading"]:enabled').waitFor();
}

describe('a document', () => {
  const mock = onMock();

  it('is read from a file and opened for review', async () => {
    const page = await mock.open('#/plans', DESK);
    await page.getByTestId('read-document').click();
    await page.getByTestId('document-file').setInputFiles({
      name: '行动方案.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('示例市政务服务提升行动方案'),
    });
    await notice(page, '已读入');
    await page.getByText('行动方案.txt').waitFor();
    await page.getByTestId('questions').waitFor();
  });

  it('that is no plan is refused in a sentence, and the pasted text stays', async () => {
    const page = await mock.open('#/plans', TELEPHONE);
    await page.getByTestId('read-document').click();
    await page.getByTestId('document-text').fill('今天天气很好。');
    await page.getByRole('button', { name: '读入', exact: true }).click();
    await page.getByTestId('read-problem').getByText('没有读到可以落实的任务').waitFor();
    await expectReadable(page);
    await page.reload();
    await page.getByTestId('read-document').click();
    expect(await page.getByTestId('document-text').inputValue()).toBe('今天天气很好。');
  });
});

describe('text and draft', () => {
  const mock = onMock();

  it('light each other: a field its passage, a passage its field', async () => {
    const page = await mock.open(READING, DESK);
    await part(page, '任务').click();
    await page.getByRole('button', { name: '责任单位:市人社局、市公安局', exact: true }).click();
    await page.locator('.anchored[data-lit="true"]').first().waitFor();
    expect(await lit(page)).toEqual(['市人社局', '市公安局']);
    await page.keyboard.press('Escape');
    await page.locator('.anchored[data-anchor="/phases/1/name"]').click();
    await page.locator('[data-path="/phases/1/name"] .field[data-lit="true"]').waitFor();
    expect(await part(page, '阶段').getAttribute('aria-selected')).toBe('true');
  });

  it('stand one after the other on a small screen, and a question leads to its place and back', async () => {
    for (const size of [TABLET, TELEPHONE]) {
      const page = await mock.open(READING, size);
      await question(page, '市工商局').getByRole('button', { name: '看原文' }).click();
      await page.locator('.anchored[data-lit="true"]').waitFor();
      expect(await lit(page)).toEqual(['市工商局']);
      await page.locator('.anchored[data-anchor="/tasks/4/title"]').click();
      await page.locator('[data-path="/tasks/4/title"] .field[data-lit="true"]').waitFor();
      await expectReadable(page);
    }
  });

  it.each([DESK, TABLET, TELEPHONE])('can be read in every part at $width pixels', async (size) => {
    const page = await mock.open(READING, size);
    for (const name of await page.getByRole('tab').allTextContents()) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.locator('.draft-part').waitFor();
      await expectReadable(page);
    }
  });
});

describe('a review', () => {
  const mock = onMock();

  it('keeps an edit as one, shows what was read, and takes it back', async () => {
    const page = await mock.open(READING, DESK);
    await part(page, '任务').click();
    await page.getByRole('button', { name: '任务:推行一窗受理' }).click();
    await page.getByRole('textbox', { name: '任务' }).fill('全面推行一窗受理');
    await page.keyboard.press('Enter');
    const field = page.locator('[data-path="/tasks/1/title"]');
    await field.locator('del').getByText('推行一窗受理').waitFor();
    await page.reload();
    await part(page, '任务').click();
    await field.getByText('全面推行一窗受理').waitFor();
    await field.getByRole('button', { name: '还原' }).click();
    await field.locator('del').waitFor({ state: 'detached' });
    expect(await field.textContent()).toBe('推行一窗受理');
  });

  it('refuses what is no date in words, and keeps what was typed', async () => {
    const page = await mock.open(READING, DESK);
    await part(page, '任务').click();
    await page.getByRole('button', { name: '完成时限:2027年3月' }).click();
    await page.getByRole('textbox', { name: '完成时限' }).fill('年底');
    await page.keyboard.press('Enter');
    await notice(page, '应为真实的日期');
    await page.getByRole('textbox', { name: '完成时限' }).fill('2027年4月30日');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '完成时限:2027年4月30日' }).waitFor();
  });

  it('answers in place, by the proposal, otherwise, or not at all, and takes an answer back', async () => {
    const page = await mock.open(READING, DESK);
    const asked = question(page, '压减办理时限');
    await asked.getByRole('button', { name: '改为' }).click();
    await asked.getByRole('combobox').fill('市公安局');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await asked.locator('.answer-given').getByText('市公安局').waitFor();
    await asked.getByRole('button', { name: '撤回' }).click();
    await asked.getByRole('button', { name: '采用建议' }).waitFor();
  });

  it('is not imported before what matters is answered, which is listed and leads to its place', async () => {
    const page = await mock.open(READING, DESK);
    expect(await page.getByTestId('import-reading').isDisabled()).toBe(true);
    const blockers = page.getByTestId('blockers');
    await blockers.getByText('以下3处办理之后方可导入').waitFor();
    await part(page, '任务').click();
    await blockers.getByRole('button', { name: '20230%' }).click();
    await page.locator('.question[data-lit="true"]').filter({ hasText: '20230%' }).waitFor();
  });

  it('leaves a task out, and imports what stands as a plan that can be started', async () => {
    const page = await mock.open(READING, DESK);
    await settle(page);
    await part(page, '任务').click();
    await page.getByRole('button', { name: '删去 其他事项' }).click();
    await page.locator('[data-path="/tasks/5"][data-left="true"]').waitFor();
    await page.getByTestId('import-reading').click();
    await page.getByText('任务5项').waitFor();
    await page.getByRole('button', { name: '确认导入' }).click();
    await notice(page, '已导入《示例市政务服务提升行动方案》');
    await page.locator('[data-plan="read"]').getByRole('button', { name: '启动' }).waitFor();
    expect(await page.getByTestId('open-readings').count()).toBe(0);
  });

  it('put away leaves the list of readings', async () => {
    const page = await mock.open(READING, TELEPHONE);
    await page.getByRole('button', { name: '放弃' }).click();
    await page.getByRole('button', { name: '确认放弃' }).click();
    await page.getByTestId('plans').waitFor();
    expect(await page.getByTestId('open-readings').count()).toBe(0);
  });
});
