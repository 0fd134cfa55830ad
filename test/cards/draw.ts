// TZ=Asia/Shanghai node test/cards/draw.ts FOLDER
// Draws every kind of card as the clients would, on one page, with a picture of it: to be looked at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderForm } from '../../bot/slack/form/render-form.ts';
import { renderHome } from '../../bot/slack/home/render-home.ts';
import { renderMessage } from '../../bot/slack/render-message.ts';
import { answeredInChat, taskMenu } from '../../bot/slack/shortcuts/task-menu.ts';
import { partsOf as telegramParts } from '../../bot/telegram/parts-of.ts';
import { renderMessage as renderTelegram } from '../../bot/telegram/render-message.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { BLOCK_KIT_STYLE, drawMessage, drawView } from './block-kit.ts';
import { CARDS, FORMS, sendable } from './samples.ts';
import { drawTelegram, TELEGRAM_STYLE } from './telegram.ts';
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

const telegram = [
  ...CARDS,
  ...CARDS.slice(-1).map(([name, message]): (typeof CARDS)[number] => [
    `${name},等待文字`,
    { ...message, asksReply: true },
  ]),
].map(([name, message]): [string, string] => [
  name,
  telegramParts(sendable(name, message))
    .map((part) => drawTelegram(renderTelegram(part)))
    .join(''),
]);

const pages = {
  slack: `<style>${BLOCK_KIT_STYLE}
  body { columns: 2; column-width: 640px; background: #f8f8f8; padding: 24px; max-width: 1340px } h6 { font: 12px sans-serif; color: #888; margin: 0 0 4px }
  article { break-inside: avoid }</style><body>${slack.map(titled).join('')}</body>`,
  telegram: `<style>${TELEGRAM_STYLE}
  body { columns: 3; background: #cfe0d0; padding: 24px; max-width: 1200px } h6 { font: 12px sans-serif; color: #555; margin: 0 0 4px }
  article { break-inside: avoid }</style><body>${telegram.map(titled).join('')}</body>`,
};

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
for (const [name, body] of Object.entries(pages)) {
  const html = `<!doctype html><meta charset="utf-8">${body}`;
  writeFileSync(join(folder, `${name}.html`), html);
  const shown = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await shown.setContent(html);
  await shown.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  console.log(`wrote ${join(folder, name)}.html and .png`);
}
await browser.close();
