import type { RenderedMessage } from '../../bot/telegram/render-message.ts';

/** Plain text as it is: no mode goes with our messages in which words mean something. */
const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * One of the bot's messages as Telegram draws it on a telephone (360 px wide): a bubble, below it the rows of inline
 * buttons, each as wide as its row leaves and cut to one line; a forced reply shows the input field with its placeholder.
 */
export function drawTelegram({ text, reply_markup: markup }: RenderedMessage): string {
  const rows = markup && 'inline_keyboard' in markup ? markup.inline_keyboard : [];
  const keyboard = rows.map(
    (row) =>
      `<div class="tg-row">${row
        .map(
          ({ text: label, style = '' }) => `<button class="${style}" title="${plain(label)}">${plain(label)}</button>`,
        )
        .join('')}</div>`,
  );
  const field =
    markup && 'force_reply' in markup
      ? `<div class="tg-input"><b>回复 督办助手</b><span>${plain(markup.input_field_placeholder ?? '消息')}</span></div>`
      : '';
  return `<article class="telegram"><p>${plain(text)}</p>${keyboard.join('')}${field}</article>`;
}

export const TELEGRAM_STYLE = `
  article.telegram { width: 360px; box-sizing: border-box; margin: 0 0 20px; font: 15px/1.4 "Noto Sans CJK SC", sans-serif }
  article.telegram p { background: #fff; border-radius: 12px; padding: 7px 10px; margin: 0 0 4px; white-space: pre-wrap; overflow-wrap: anywhere; box-shadow: 0 1px 1px #0002 }
  .tg-row { display: flex; gap: 3px; margin-bottom: 3px }
  .tg-row button { flex: 1 1 0; min-width: 0; border: 0; border-radius: 8px; padding: 9px 6px; background: #6b8a7acc; color: #fff; font: inherit; font-size: 14px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
  .tg-row button.primary { background: #2f7fd6 } .tg-row button.danger { background: #d2453d }
  .tg-input { background: #fff; padding: 8px 10px; border-left: 3px solid #2f7fd6; color: #999 } .tg-input b { display: block; color: #2f7fd6; font-size: 13px }`;
