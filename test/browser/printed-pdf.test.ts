import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '../../domain/document/read-plan.ts';
import { compare, f1 } from '../domain/document/fictional/compare.ts';
import { planTexts } from '../documents/formats/plan-texts.ts';
import { decoded } from '../documents/read-blocks.ts';
import { launchBrowser } from './chromium.ts';
import { printPdf } from './print-pdf.ts';

/** A blank at the end of a line is not printed: where it alone parted a heading from its text, both are one. */
const LEAST_F1 = 0.9;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe.each(planTexts())('the plan $name, printed by a browser', ({ text }) => {
  it('reads as from its plain text', async () => {
    const plain = readPlan({ format: 'txt', text, blocks: [] });
    const read = readPlan(await decoded(await printPdf(browser, text)));
    if (plain.kind !== 'plan' || read.kind !== 'plan') return expect.fail('no plan was read');
    const lower = [...compare(plain.plan, read.plan)].filter(([, agreement]) => f1(agreement) < LEAST_F1);
    expect(lower.map(([field, { missing, extra }]) => ({ field, missing, extra }))).toEqual([]);
  });
});
