import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import { monthAt, spoken } from '../../seeds/demo/dates.ts';
import { demoBoardDate } from '../../seeds/demo/facts.ts';
import { projectRoot } from '../../setup/environment.ts';
import { allEnded, startPlace } from '../support/running-start.ts';
import { launchBrowser, STILL } from './chromium.ts';
import { describeFormats } from './describe-formats.ts';
import { contentOf, leftInChinese } from './left-in-chinese.ts';
import { expectReadable } from './measures.ts';
import { phone, todayPage } from './page-objects.ts';

const DESK = { width: 1440, height: 1080 };
const TELEPHONE = { width: 390, height: 844 };
const START_MS = 150_000;
const WAIT_MS = 30_000;

const PLAN_FILE = join(projectRoot, 'seeds/demo/plan.txt');

const UNIT = '公安';
const TASK = '(八)';
const CELL = `[data-testid="cell-${TASK}-${UNIT}"]`;
const WORDS = '已完成85%,下周二前报佐证';

/** Keys of the interface's answers that hold what was written by people or in the plan. */
const CONTENT_KEYS = new Set(
  'title name short unit units section no words lastWords office printed printedDue place docNumber facts'.split(' '),
);
const PAGES = [
  'today',
  'tasks',
  'phases',
  'people',
  'undelivered',
  'burden',
  'unsigned',
  'briefs',
  'plans',
  'amendments/demo',
];

let place: Awaited<ReturnType<typeof startPlace>>;
let browser: Browser;
let link: string;
let office: Page;
const faults: string[] = [];

/** A browser of its own for each person; whatever its console calls an error fails the file. */
async function open(size: { width: number; height: number }, address: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: size, locale: 'zh-CN', ...STILL });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(address);
  return page;
}

/** One more page of the same person. */
async function signedIn(page: Page): Promise<Page> {
  const another = await page.context().newPage();
  another.on('pageerror', (error) => faults.push(error.message));
  await another.goto(new URL('/', page.url()).href);
  await another.getByRole('link', { name: '方案', exact: true }).waitFor();
  return another;
}

describe('the product as it is started', () => {
  beforeAll(async () => {
    place = await startPlace();
    const running = place.start([]);
    await running.ready(START_MS);
    link = /http:\/\/\S+\?code=\S+/.exec(running.stdout())?.[0] ?? '';
    browser = await launchBrowser();
  }, START_MS + 20_000);

  afterAll(async () => {
    const processes = place.processes();
    await browser?.close();
    await place.clear();
    await allEnded(processes);
  }, 60_000);

  test('the link printed at the start opens 今日 on one screen', async () => {
    office = await open(DESK, link);
    await office.getByTestId('message-in').first().waitFor();
    expect(office.url()).not.toContain('code=');
    expect(await office.locator('.cell[aria-pressed="true"]').count()).toBe(1);
    expect(await office.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(DESK.height);
    await expectReadable(office);
  });

  test('a red cell is nudged, answered in words, checked, confirmed, and changes', async () => {
    const today = todayPage(office);
    const cell = office.locator(CELL);
    await today.choose(cell);
    expect(await today.lightOf(cell)).toBe('red');
    await today.nudge();
    await today.phone.said('in', '【催办】');
    await today.phone.type(WORDS);
    await today.phone.said('in', '【请核对】');
    await today.phone.press('确认登记');
    await office.locator(`${CELL}:not([data-light="red"])`).waitFor();
    await office.getByTestId('open-story').click();
    await office.getByTestId('story').getByRole('blockquote').filter({ hasText: WORDS }).first().waitFor();
    await expectReadable(office);
  });

  test('the clock goes to the next working day', async () => {
    await office.getByRole('link', { name: '今日' }).first().click();
    const clock = office.locator('.demo-bar strong');
    // The demo stands in the month of its first start.
    const day = await office.evaluate(
      async () =>
        ((await (await fetch('/api/plans/demo/today')).json()) as { demo: { caughtUpTo: string } }).demo.caughtUpTo,
    );
    expect(demoBoardDate(monthAt(day.slice(0, 7), -5))).toBe(day);
    expect(await clock.textContent()).toContain(spoken(day));
    await todayPage(office).step('workday');
    await clock.filter({ hasText: spoken(addWorkingDays(SEED_CALENDAR, day, 1)) }).waitFor();
    await office.locator('[data-testid="step-workday"]:enabled').waitFor();
  });

  test('a liaison signs in on a telephone with a code from the office, and answers there', async () => {
    await office.getByRole('link', { name: '通讯录' }).click();
    await office.getByRole('button', { name: '生成绑定码 李某' }).click();
    const code = (await office.getByTestId('one-time-code').textContent()) ?? '';
    const telephone = await open(TELEPHONE, `${new URL(link).origin}/inbox?code=${encodeURIComponent(code)}`);
    const inbox = phone(telephone.getByTestId('inbox-page'));
    await inbox.said('in', '【催办】');
    await inbox.said('out', WORDS);
    await expectReadable(telephone);
    await inbox.type('第(八)项已完成90%');
    await inbox.said('in', '进度85%→90%');
    await inbox.press('仅存原话');
    await inbox.said('in', '已仅存原话');
    await expectReadable(telephone);
  });

  test('a brief is drafted from the state, and every sentence of it has a source that opens', async () => {
    await office.keyboard.press('Escape');
    await office.getByRole('dialog').waitFor({ state: 'hidden' });
    await office.getByRole('link', { name: '简报' }).click();
    await office.getByRole('button', { name: '起草本期简报' }).click();
    await office.getByText('【试点工作简报 第1期】').waitFor();
    const sections = office.getByTestId('brief').locator('section[data-empty="false"]');
    expect(await sections.count()).toBeGreaterThan(3);
    // One of each kind by hand; what stands behind all of them is asked of the interface that the drawer asks.
    for (const section of await sections.all()) {
      await section.getByRole('button', { name: '查看依据' }).first().click();
      await office.getByTestId('sources').locator('.source').first().waitFor();
      await office.keyboard.press('Escape');
      await office.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    const opened = await office.evaluate(async () => {
      const get = async (path: string) => (await fetch(path)).json();
      const { briefs } = await get('/api/plans/demo/briefs');
      return (await get(`/api/briefs/${briefs[0].id}/sources`)).sentences as { text: string; sources: unknown[] }[];
    });
    expect(opened.length).toBe(await office.locator('.sentence').count());
    expect(opened.filter(({ sources }) => sources.length === 0)).toEqual([]);
    await office.locator('.sentence').filter({ hasText: '市公安局' }).first().waitFor();
    await expectReadable(office);
  });

  test('a published plan is read from its file, asked about, imported, dated and started', async () => {
    await office.getByRole('link', { name: '方案' }).click();
    await office.getByTestId('read-document').click();
    await office.getByTestId('document-file').setInputFiles(PLAN_FILE);
    await office.getByTestId('questions').waitFor();
    await expectReadable(office);
    const must = office.locator('.question[data-state="open"][data-matters="true"]');
    for (let left = await must.count(); left > 0; left -= 1) {
      await must
        .first()
        .getByRole('button', { name: /^(按原文不改|保留)$/ })
        .click();
      await office.waitForFunction(
        (before) => document.querySelectorAll('.question[data-state="open"][data-matters="true"]').length < before,
        left,
      );
    }
    await office.getByRole('tab', { name: '任务' }).click();
    await office.getByRole('button', { name: '任务:开展宣传周活动' }).click();
    await office.locator('.anchored[data-lit="true"]').getByText('开展宣传周活动').waitFor();
    await office.getByRole('textbox', { name: '任务' }).fill('开展知识产权宣传周活动');
    await office.keyboard.press('Enter');
    await office.getByRole('button', { name: '任务:开展知识产权宣传周活动' }).waitFor();
    await office.locator('[data-testid="import-reading"]:enabled').click();
    await office.getByRole('button', { name: '确认导入' }).click();
    const read = office.locator('tr[data-plan]').filter({ hasText: '示例市知识产权试点城市工作方案' }).last();
    await read.getByText('16项任务').waitFor();
    await read.getByRole('button', { name: '排定日期' }).click();
    await office.getByTestId('redate-choose').click();
    await office.getByRole('dialog').getByRole('button', { name: '启动' }).click();
    await office.getByRole('button', { name: '确认启动' }).click();
    await read.getByText('运行中').waitFor();
    const planId = (await read.getAttribute('data-plan')) ?? '';
    const board = await office.evaluate(
      async (id) => ((await (await fetch(`/api/plans/${id}/today`)).json()) as { board: { title: string }[] }).board,
      planId,
    );
    expect(board.map(({ title }) => title)).toContain('开展知识产权宣传周活动');
  });

  // The product is started once for all files, as an office has one.
  describeFormats({ page: () => signedIn(office), faults });

  test('every page of the demo is in English for whoever chose it, but for content as it was written', async () => {
    const page = await signedIn(office ?? (office = await open(DESK, link)));
    const read = (path: string) => page.evaluate(async (from) => (await fetch(`/api${from}`)).json() as unknown, path);
    const today = (await read('/plans/demo/today')) as { board: { taskId: string; light: string }[] };
    const late = today.board.find(({ light }) => light === 'red') ?? today.board[0];
    const answers = [
      today,
      ...(await Promise.all(
        ['/me', '/plans', '/plans/demo', '/plans/demo/people', `/tasks/${late?.taskId}`].map(read),
      )),
    ];
    // The product's own name, and a language called by itself.
    const content = ['督办 Duban', '中文', ...contentOf(answers, CONTENT_KEYS)];
    const left: Record<string, string[]> = {};
    try {
      await page.getByText('English', { exact: true }).click();
      for (const hash of [...PAGES, `task/${late?.taskId}`]) {
        await page.goto(`${new URL(link).origin}/#/${hash}`);
        await page.reload();
        await page.waitForFunction(
          () => document.querySelector('main') !== null && document.querySelector('.state[role="status"]') === null,
        );
        const found = await leftInChinese(page, content);
        if (found.length > 0) left[hash.replace(/\/.*/, '')] = found;
      }
    } finally {
      await page.getByText('中文', { exact: true }).click();
      await page.close();
    }
    expect(left).toEqual({});
  });

  test('今日 can be read on a telephone', async () => {
    await office.setViewportSize(TELEPHONE);
    await office.goto(`${new URL(link).origin}/#/today`);
    await office.locator('.card').first().waitFor();
    await expectReadable(office);
    expect(faults).toEqual([]);
  });
});
