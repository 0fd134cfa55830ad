import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { startMock } from '../../web/page/mock/server.ts';
import type { MockServer } from '../../web/page/mock/server.ts';
import { launchBrowser, STILL } from './chromium.ts';

const START_MS = 90_000;
/** Built by test/support/page-setup.ts. */
const BUILT_PAGE = join(import.meta.dirname, '../../web/page/dist');

/** A browser and the built page over the mock, for the tests of one file. Every opened page must stay free of errors and of foreign addresses. */
export function onMock() {
  let browser: Browser;
  let mock: MockServer;
  let pages: Page[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    mock = await startMock(BUILT_PAGE);
    browser = await launchBrowser();
  }, START_MS);
  afterEach(async () => {
    // The page reads on by itself: what a test answers in the mock's place may be under way when the page goes.
    await Promise.all(pages.map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
    await Promise.all(pages.map((page) => page.close()));
    pages = [];
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await mock?.close();
  });

  return {
    url: () => mock.url,
    /** A fresh page over fresh data. `as`: who the demo's viewer is; `signedOut`: nobody is signed in. */
    open: async (
      hash: string,
      size: { width: number; height: number },
      options: { as?: 'liaison' | 'leader'; signedOut?: boolean } = {},
    ): Promise<Page> => {
      const page = await browser.newPage({ viewport: size, locale: 'zh-CN', ...STILL });
      pages.push(page);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(mock.url) && !request.url().startsWith('data:'))
          faults.push(`foreign address: ${request.url()}`);
      });
      await page.request.post(`${mock.url}/api/mock/${options.signedOut === true ? 'signed-out' : 'reset'}`, {
        data: {},
      });
      if (options.as !== undefined) await page.request.post(`${mock.url}/api/demo/as`, { data: { role: options.as } });
      await page.goto(`${mock.url}/${hash}`);
      return page;
    },
  };
}
