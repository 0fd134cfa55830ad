import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Today } from '../../web/api.ts';
import { expectReadable } from './measures.ts';
import { planFiles } from './plan-files.ts';
import { reviewDesk } from './review-desk.ts';

const WAIT_MS = 30_000;
const FILE_MS = 300_000;

interface Office {
  /** A page signed in as the office, of a product that runs. */
  page: () => Promise<Page>;
  /** What the pages threw. */
  faults: readonly string[];
}

/** Every format of a plan, from its file to a running plan, in a product that was started before. */
export function describeFormats(office: Office): void {
  describe('a plan in each format', () => {
    let page: Page;
    beforeAll(async () => {
      page = await office.page();
      page.setDefaultTimeout(WAIT_MS);
    }, WAIT_MS);

    const todayOf = async (planId: string): Promise<Today> =>
      (await page.request.get(new URL(`/api/plans/${planId}/today`, page.url()).href)).json();

    test.each(planFiles())(
      '$name is reviewed in the page and started from there',
      { timeout: FILE_MS },
      async ({ name, content, pasted, large, tasks }) => {
        const desk = reviewDesk(page);
        await desk.read(name, await content(), pasted);
        if (large) await expectReadable(page);
        await desk.settle();
        const planId = await desk.importPlan();
        await page.locator(`tr[data-plan="${planId}"]`).getByText(`${tasks}项任务`).waitFor();
        await desk.start(planId);
        const { plan, board } = await todayOf(planId);
        expect(plan).toMatchObject({ id: planId, status: 'running', tasks });
        expect(new Set(board.map(({ taskId }) => taskId)).size).toBe(tasks);
        expect(office.faults).toEqual([]);
      },
    );
  });
}
