import { describe, expect, it } from 'vitest';
import { expectReadable, sidewaysOverflow } from './measures.ts';
import { onMock } from './on-mock.ts';

const SIZES = [
  { width: 1440, height: 1080 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
];

/** From this width on the phone frame stands beside the board. */
const PHONE_BESIDE = 1180;

/** Every page with something to wait for that is there only when its data is. */
const PAGES = [
  { name: '今日', hash: '#/today', ready: '.board, .cards' },
  { name: '任务', hash: '#/tasks', ready: '.task-line' },
  { name: '任务往来', hash: '#/task/t8', ready: '[data-testid="slots"]' },
  { name: '简报草稿', hash: '#/briefs', ready: '[data-testid="release"]' },
  { name: '简报', hash: '#/briefs/brief-6', ready: '[data-testid="direct"]', as: 'leader' as const },
  { name: '阶段', hash: '#/phases', ready: '[data-testid="dry-run"]' },
  { name: '通讯录', hash: '#/people', ready: '[data-testid="people"]' },
  { name: '未送达', hash: '#/undelivered', ready: '[data-testid="undelivered"]' },
  { name: '方案', hash: '#/plans', ready: '[data-testid="plans"]' },
  { name: '读入稿', hash: '#/reading/reading-1', ready: '[data-testid="questions"]' },
  { name: '收件箱', hash: '#/inbox', ready: '[data-testid="message-in"]', as: 'liaison' as const },
];

describe('every page at every size', () => {
  const mock = onMock();
  for (const { name, hash, ready, as } of PAGES) {
    it(`${name} neither scrolls sideways nor clips a text, and every text can be read`, async () => {
      const page = await mock.open(hash, SIZES[0]!, as === undefined ? {} : { as });
      for (const size of SIZES) {
        await page.setViewportSize(size);
        // What depends on the width is drawn anew in the next frame.
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        await page.locator(ready).first().waitFor({ state: 'attached' });
        if (name === '今日' && size.width >= PHONE_BESIDE) await page.getByTestId('message-in').first().waitFor();
        await expectReadable(page, `${size.width}×${size.height}`);
      }
    });
  }

  it('今日 is on one screen at 1440×1080, with the whole board, the decisions and the reply box', async () => {
    const page = await mock.open('#/today', SIZES[0]!);
    await page.getByTestId('message-in').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1080);
    for (const id of ['decisions', 'phone-input']) {
      const box = (await page.getByTestId(id).boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(1080);
    }
  });

  it('decisions are above the fold on a small screen and on a telephone', async () => {
    for (const size of [SIZES[1]!, SIZES[4]!]) {
      const page = await mock.open('#/today', size);
      const first = page.getByTestId('decisions').getByRole('button', { name: '验收' });
      await first.waitFor();
      const box = (await first.boundingBox())!;
      expect(box.y + box.height).toBeLessThan(size.height);
    }
  });

  it('a plan with many units stands its column heads upright and keeps the page from scrolling sideways', async () => {
    const page = await mock.open('#/plans', SIZES[0]!);
    await page.route('**/api/plans/demo/today', async (route) => {
      const today = await (await route.fetch()).json();
      const units = Array.from({ length: 44 }, (_, index) => ({
        id: `n${index}`,
        name: `第${index + 1}单位`,
        short: `单位${index + 1}`,
        kind: 'department',
      }));
      const board = today.board.map((row: { taskId: string }) => ({
        ...row,
        title: '加强知识产权公共服务体系建设,提升信息传播利用效能',
        cells: units.map((unit, index) => ({
          unitId: unit.id,
          partId: `${row.taskId}/${unit.id}`,
          role: index === 0 ? 'lead' : 'responsible',
          light: 'green',
          why: '正常',
          unconfirmed: false,
        })),
      }));
      await route.fulfill({ json: { ...today, units, board } });
    });
    await page.goto(`${mock.url()}/#/today`);
    await page.getByTestId('cell-(一)-单位44').waitFor({ state: 'attached' });
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    expect(
      await page
        .locator('.board thead abbr')
        .first()
        .evaluate((head) => getComputedStyle(head).writingMode),
    ).toBe('vertical-rl');
  });
});
