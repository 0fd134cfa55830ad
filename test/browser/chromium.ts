import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';

const UNWANTED = [
  // Made for one page in a cloud function: with the first, closing a page ends the browser; the second hides what a user would meet.
  '--single-process',
  '--disable-web-security',
  // A graphics card computed by the processor, for pages that draw in three dimensions: ours are painted sooner without.
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** For pages whose drawers and dialogs must not slide away from a press. */
export const STILL = { reducedMotion: 'reduce' } as const;

/** A real browser from npm alone; nothing needs to be installed on the machine. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !UNWANTED.includes(arg)), '--disable-gpu'],
    headless: true,
  });
}
