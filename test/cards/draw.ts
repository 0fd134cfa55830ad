// TZ=Asia/Shanghai node test/cards/draw.ts FOLDER
// Draws every kind of card as the clients would, on one page, with a picture of it: to be looked at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderForm } from '../../bot/slack/form/render-form.ts';
import { renderHome } from '../../bot/slack/home/render-home.ts';
import { renderMessage } from '../../bot/slack/render-message.ts';
import { answeredInChat, taskMenu } from '../../bot/slack/shortcuts/task-menu.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { BLOCK_KIT_STYLE, drawMessage, drawView } from './block-kit.ts';
import { CARDS, FORMS, sendable } from './samples.ts';
import { HOME_OF_LIAISON, HOME_OF_OFFICE, MENU_LINES } from './sample-homes.ts';

const folder = process.argv[2] ?? 'test/output/cards';

const titled = ([name, html]: [string, string]): string => `<h6>${name}</h6>${html}`;

const slack = [
  ...CARDS.map(([name, message]): [string, string] => [
    name,
    drawMessage(renderMessage(sendable(name, message)).blocks),
  ]),
  ...CARDS.slice(0, 1).map(([name, message]): [string, string] => [
    `${name}(已关闭)`,
    drawMessage(renderMessage(sendable(name, message), '已签收').blocks),
  ]),
  ...FORMS.map(([name, form]): [string, string] => [name, drawView(renderForm(form))]),
  ['主页(联络员)', drawView(renderHome(HOME_OF_LIAISON))],
  ['主页(办公室)', drawView(renderHome(HOME_OF_OFFICE))],
  ['选择任务', drawView(taskMenu(MENU_LINES))],
  ['选择之后', drawView(answeredInChat())],
] satisfies [string, string][];

const page = `<!doctype html><meta charset="utf-8"><style>${BLOCK_KIT_STYLE}
  body { columns: 2; column-width: 640px; background: #f8f8f8; padding: 24px; max-width: 1340px } h6 { font: 12px sans-serif; color: #888; margin: 0 0 4px }
  article { break-inside: avoid }</style><body>${slack.map(titled).join('')}</body>`;

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'slack.html'), page);
const browser = await launchBrowser();
const shown = await browser.newPage({ viewport: { width: 1400, height: 900 } });
await shown.setContent(page);
await shown.screenshot({ path: join(folder, 'slack.png'), fullPage: true });
await browser.close();
console.log(`wrote ${join(folder, 'slack.html')} and slack.png`);
