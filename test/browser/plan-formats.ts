import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectReadable } from './measures.ts';
import { planFiles } from './plan-files.ts';
import { reviewDesk } from './review-desk.ts';

const WAIT_MS = 60_000;
const DESK = { width: 1440, height: 1080 };

/** Tests on a running product: each file of `planFiles` goes the whole way. `office`: a coordinator's open page. */
export function planFormatTests(office: () => { browser: Browser; page: Page }): void {
  test.each(planFiles())('$name is reviewed in the page and started from there', async (file) => {
    const { browser, page: signedIn } = office();
    const page = await signedIn.context().newPage();
    const faults: string[] = [];
    page.setDefaultTimeout(WAIT_MS);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.setViewportSize(DESK);
    await page.goto(new URL('/#/plans', signedIn.url()).href);
    const desk = reviewDesk(page);
    await desk.read(file.name, await file.content(browser), file.pasted);
    if (file.large) await expectReadable(page);
    await desk.settle();
    const planId = await desk.importPlan();
    await page.locator(`tr[data-plan="${planId}"]`).getByText(`${file.tasks}项任务`).waitFor();
    await desk.start(planId);
    expect(faults).toEqual([]);
    await page.close();
  });
}
