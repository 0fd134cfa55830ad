import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Today } from '../../web/api.ts';
import { allEnded, startPlace } from '../support/running-start.ts';
import { launchBrowser } from './chromium.ts';
import { expectReadable } from './measures.ts';
import { planFiles } from './plan-files.ts';
import { reviewDesk } from './review-desk.ts';

const DESK = { width: 1440, height: 1080 };
const START_MS = 240_000;
const WAIT_MS = 90_000;
const FILE_MS = 300_000;

let place: Awaited<ReturnType<typeof startPlace>>;
let browser: Browser;
let office: Page;
const faults: string[] = [];

const todayOf = async (planId: string): Promise<Today> =>
  (await office.request.get(new URL(`/api/plans/${planId}/today`, office.url()).href)).json();

// One product and one office for all files, as an office has one.
beforeAll(
  async () => {
    place = await startPlace();
    const running = place.start([]);
    await running.ready(START_MS);
    const link = /http:\/\/\S+\?code=\S+/.exec(running.stdout())?.[0] ?? '';
    browser = await launchBrowser();
    office = await browser.newPage({ viewport: DESK, locale: 'zh-CN' });
    office.setDefaultTimeout(WAIT_MS);
    office.on('pageerror', (error) => faults.push(error.message));
    await office.goto(link);
    await office.getByRole('link', { name: '方案', exact: true }).waitFor();
  },
  START_MS + 2 * WAIT_MS,
);

afterAll(async () => {
  const processes = place.processes();
  await browser?.close();
  await place.clear();
  await allEnded(processes);
}, 120_000);

test.each(planFiles())('$name is reviewed in the page and started from there', { timeout: FILE_MS }, async (file) => {
  const desk = reviewDesk(office);
  await desk.read(file.name, await file.content(), file.pasted);
  if (file.large) await expectReadable(office);
  await desk.settle();
  const planId = await desk.importPlan();
  await office.locator(`tr[data-plan="${planId}"]`).getByText(`${file.tasks}项任务`).waitFor();
  await desk.start(planId);
  const { plan, board } = await todayOf(planId);
  expect(plan).toMatchObject({ id: planId, status: 'running', tasks: file.tasks });
  expect(new Set(board.map(({ taskId }) => taskId)).size).toBe(file.tasks);
  expect(faults).toEqual([]);
});
