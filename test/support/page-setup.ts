import chromium from '@sparticuz/chromium';
import { buildPage } from '../../setup/page-build.ts';

/** What files of a project share is made once, before two of them need it at the same moment: the page, and the browser's files. */
export default async function setup(): Promise<void> {
  await buildPage();
  await chromium.executablePath();
}
