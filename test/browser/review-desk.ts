import type { Page } from 'playwright-core';

const OPEN = '.question[data-state="open"][data-matters="true"]';

/** From a file to a running plan with the page's own buttons. */
export function reviewDesk(page: Page) {
  return {
    /** Chooses a file, or pastes a text, and waits for its review. */
    read: async (name: string, content: Uint8Array, pasted = false): Promise<void> => {
      await page.getByRole('link', { name: '方案', exact: true }).click();
      await page.getByTestId('read-document').click();
      if (pasted) {
        await page.getByTestId('document-text').fill(Buffer.from(content).toString());
        await page.getByRole('button', { name: '读入', exact: true }).click();
      } else
        await page
          .getByTestId('document-file')
          .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
      await page.locator('.draft-part').waitFor();
    },
    /** Answers what matters by leaving it as printed; says how much that was. */
    settle: async (): Promise<number> => {
      const must = page.locator(OPEN);
      const asked = await must.count();
      for (let left = asked; left > 0; left -= 1) {
        const first = must.first();
        await first.getByRole('button', { name: /^(按原文不改|保留|是,继续核对)$/ }).click();
        await page.waitForFunction(([selector, before]) => document.querySelectorAll(selector).length < before, [
          OPEN,
          left,
        ] as const);
      }
      return asked;
    },
    /** Imports the reading; the new plan's id. */
    importPlan: async (): Promise<string> => {
      await page.locator('[data-testid="import-reading"]:enabled').click();
      const imported = page.waitForResponse((response) => response.url().endsWith('/import'));
      await page.getByRole('button', { name: '确认导入' }).click();
      return ((await (await imported).json()) as { planId: string }).planId;
    },
    /** Dates it as suggested and starts it. */
    start: async (planId: string): Promise<void> => {
      const line = page.locator(`tr[data-plan="${planId}"]`);
      await line.getByRole('button', { name: '排定日期' }).click();
      await page.getByTestId('redate-choose').click();
      await page.getByRole('dialog').getByRole('button', { name: '启动' }).click();
      await page.getByRole('button', { name: '确认启动' }).click();
      await line.getByText('运行中').waitFor();
    },
  };
}
