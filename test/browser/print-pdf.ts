import type { Browser, Page } from 'playwright-core';
import { pdf, setPages } from '../documents/pdf-fixture.ts';
import { planLines } from '../documents/formats/plan-lines.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Do two characters look different? They don't where a box stands for each. */
const hasChineseFont = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const drawn = (sign: string): string => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')?.fillText(sign, 0, 20);
      return canvas.toDataURL();
    };
    return drawn('一') !== drawn('国');
  });

/**
 * A plan's text printed by a browser as offices print: A4, a running head, page numbers, first lines two characters
 * in. A machine without a Chinese font gets the pages set by hand.
 */
export async function printPdf(browser: Browser, text: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    if (!(await hasChineseFont(page))) return pdf(setPages(planLines(text)));
    const [title = '', ...lines] = planLines(text);
    await page.setContent(`<html lang="zh-CN"><style>
      body { font: 16pt/28pt 'Noto Serif CJK SC', serif; text-align: justify }
      h1 { font-size: 22pt; line-height: 32pt; text-align: center } p { margin: 0; text-indent: 2em }
    </style><h1>${escaped(title)}</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</html>`);
    return await page.pdf({
      format: 'A4',
      margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' },
      displayHeaderFooter: true,
      headerTemplate: '<span style="font-size: 9pt; margin-left: 28mm">示例市人民政府文件</span>',
      footerTemplate:
        '<span style="font-size: 14pt; width: 100%; text-align: center">— <span class="pageNumber"></span> —</span>',
    });
  } finally {
    await page.close();
  }
}
