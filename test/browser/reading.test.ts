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
    // By place: a tab's name holds a count, which may still be on its way.
    const tabs = page.getByRole('tab');
    await page.locator('.draft-part').waitFor();
    const count = await tabs.count();
    expect(count).toBeGreaterThan(3);
    for (let at = 0; at < count; at += 1) {
      await tabs.nth(at).click();
      await page.locator('.draft-part').waitFor();
      await expectReadable(page);
    }
  });
});

describe('tasks under review', () => {
  const mock = onMock();
  const arrange = async (page: Page, title: string, act: string): Promise<void> => {
    await page.getByRole('button', { name: `调整 ${title}` }).press('Enter');
    await page.getByRole('menuitem', { name: act }).click();
  };
  const titles = async (page: Page): Promise<string[]> =>
    page.locator('[data-testid="reading-tasks"] tr:not([data-left="true"]) th .field').allTextContents();
  const AS_READ = ['梳理服务事项', '推行一窗受理', '压减办理时限', '建设便民服务点', '加强队伍建设', '其他事项'];

  it('are moved by keyboard and to another section, stay so, and go back', async () => {
    const page = await mock.open(READING, DESK);
    await part(page, '任务').click();
    const button = page.getByRole('button', { name: '调整 推行一窗受理' });
    await button.press('Enter');
    await page.getByRole('menuitem', { name: '上移' }).waitFor();
    await page.keyboard.press('Enter');
    const row = page.locator('tr[data-path="/tasks/1"]');
    await row.getByText('已移动').waitFor();
    expect((await titles(page))[0]).toBe('推行一窗受理');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '调整 推行一窗受理');
    await arrange(page, '推行一窗受理', '移至');
    await page.getByRole('combobox', { name: '章节' }).fill('夯实服务基础');
    await page.getByRole('button', { name: '移动', exact: true }).click();
    await row.getByText('由“优化服务流程”移来').waitFor();
    await page.reload();
    await part(page, '任务').click();
    await row.waitFor();
    expect((await titles(page)).at(-1)).toBe('推行一窗受理');
    await row.locator('.task-moved').getByRole('button', { name: '还原' }).click();
    await row.locator('.task-moved').waitFor({ state: 'detached' });
    expect(await titles(page)).toEqual(AS_READ);
  });

  it('are split and merged, and each act is taken back whole', async () => {
    const page = await mock.open(READING, DESK);
    await part(page, '任务').click();
    await arrange(page, '推行一窗受理', '拆分');
    await page.getByRole('textbox', { name: '拆分后的任务名称' }).fill('推行前台综合受理\n推行后台分类审批');
    await page.getByRole('button', { name: '拆为2项' }).click();
    await page.locator('tr[data-path="/tasks/6"]').getByText('增补').waitFor();
    expect((await titles(page)).slice(1, 3)).toEqual(['推行前台综合受理', '推行后台分类审批']);
    await arrange(page, '其他事项', '并入前一项');
    await page.locator('tr[data-path="/tasks/5"]').getByText('已并入他项').waitFor();
    await part(page, '改动').click();
    await page.getByRole('button', { name: '撤回 将“其他事项”并入' }).click();
    await page.getByRole('button', { name: '撤回 将“推行一窗受理”拆为2项' }).click();
    await page.getByText('还没有改动').waitFor();
    await part(page, '任务').click();
    expect(await titles(page)).toEqual(AS_READ);
  });

  it('are added where words of the text are selected, and phases when one is left out', async () => {
    const page = await mock.open(READING, DESK);
    await page.getByTestId('source-text').getByText('整合部门窗口').selectText();
    await page.getByRole('button', { name: '增补为任务' }).click();
    await page.locator('tr[data-path="/tasks/6"]').getByText('增补').waitFor();
    expect((await titles(page))[2]).toMatch(/整合部门窗口/);
    await part(page, '阶段').click();
    await page.getByText('至多三个').waitFor();
    await page.getByRole('button', { name: '删去 动员部署阶段' }).click();
    await page.getByRole('button', { name: '增补一个阶段' }).click();
    await page.getByRole('textbox', { name: '阶段名称' }).fill('宣传动员阶段');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '阶段:宣传动员阶段' }).waitFor();
  });

  it('whose lead is accepted name that unit once; questions of one kind are accepted at once', async () => {
    const page = await mock.open(READING, TELEPHONE);
    await page
      .getByRole('region', { name: '牵头和责任单位' })
      .getByRole('button', { name: '均采用建议' })
      .first()
      .click();
    await page.getByText('已办理2个').waitFor();
    await part(page, '任务').click();
    await page.getByRole('button', { name: '牵头单位:市人社局', exact: true }).first().waitFor();
    await page.getByRole('button', { name: '责任单位:市公安局', exact: true }).waitFor();
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
