import type { KnownBlock, View } from '@slack/types';

interface Element {
  type: string;
  text?: { text: string } | string;
  style?: string;
  options?: { text: { text: string } }[];
  initial_value?: string;
  initial_date?: string;
  initial_options?: unknown[];
  multiline?: boolean;
  placeholder?: { text: string };
  confirm?: unknown;
}

/** Plain text as it is: neither markup nor HTML is read in it. */
const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const words = (text: Element['text']): string => plain(typeof text === 'string' ? text : (text?.text ?? ''));

/** A message of the bot's as Slack's client draws it in a conversation (600 px wide). */
export const drawMessage = (blocks: readonly KnownBlock[]): string =>
  `<article class="message"><b class="bot">督办</b> <i>应用</i>${blocks.map(drawBlock).join('')}</article>`;

/** A modal or a home tab. */
export function drawView(view: View): string {
  const body = view.blocks.map((block) => drawBlock(block as KnownBlock)).join('');
  if (view.type !== 'modal') return `<article class="home">${body}</article>`;
  const submit = view.submit ? `<button class="primary">${plain(view.submit.text)}</button>` : '';
  const close = view.close ? `<button>${plain(view.close.text)}</button>` : '';
  return `<article class="modal"><h1>${plain(view.title.text)}</h1>${body}<footer>${close}${submit}</footer></article>`;
}

function drawBlock(block: KnownBlock): string {
  switch (block.type) {
    case 'header':
      return `<h2>${plain(block.text.text)}</h2>`;
    case 'divider':
      return '<hr>';
    case 'section': {
      const beside = block.accessory ? `<div class="beside">${drawElement(block.accessory as Element)}</div>` : '';
      const fields = (block.fields ?? []).map(({ text }) => `<span>${plain(text)}</span>`).join('');
      return `<div class="section"><p>${words(block.text)}</p>${fields}${beside}</div>`;
    }
    case 'context':
      return `<p class="context">${block.elements.map((each) => words((each as Element).text)).join(' · ')}</p>`;
    case 'actions':
      return `<div class="actions">${block.elements.map((each) => drawElement(each as Element)).join('')}</div>`;
    case 'input': {
      const optional = block.optional ? '<small>(选填)</small>' : '';
      const hint = block.hint ? `<small class="hint">${plain(block.hint.text)}</small>` : '';
      return `<label>${plain(block.label.text)} ${optional}${drawElement(block.element as Element)}${hint}</label>`;
    }
    default:
      throw new TypeError(`no drawing of a ${block.type}`);
  }
}

function drawElement(element: Element): string {
  switch (element.type) {
    case 'button':
      return `<button class="${element.style ?? ''}">${words(element.text)}${element.confirm ? '…' : ''}</button>`;
    case 'external_select':
    case 'static_select':
      return `<div class="select">${plain(element.placeholder?.text ?? '选择')} ▾</div>`;
    case 'datepicker':
      return `<div class="select">${plain(element.initial_date ?? '选择日期')} 🗓</div>`;
    case 'checkboxes':
      return (element.options ?? [])
        .map(({ text }) => `<div>${element.initial_options ? '☑' : '☐'} ${plain(text.text)}</div>`)
        .join('');
    case 'plain_text_input':
      return `<div class="input${element.multiline ? ' tall' : ''}">${plain(element.initial_value ?? '')}</div>`;
    default:
      throw new TypeError(`no drawing of a ${element.type}`);
  }
}

/** Measures of Slack's client, near enough to see what is crowded, cut off or hard to read. */
export const BLOCK_KIT_STYLE = `
  .message, .home, .modal { font: 15px/1.47 Lato, "Noto Sans CJK SC", sans-serif; color: #1d1c1d; width: 600px; margin: 0 0 28px; }
  .message, .home { border: 1px solid #ddd; padding: 12px 16px; border-radius: 6px; background: #fff; }
  .modal { width: 520px; border-radius: 8px; box-shadow: 0 2px 16px #0004; padding: 16px 24px; background: #fff; }
  .modal h1 { font-size: 22px; margin: 0 0 12px } .modal footer { text-align: right; margin-top: 16px }
  .message .bot { font-weight: 900 } .message i { font: 11px sans-serif; background: #eee; padding: 1px 4px; color: #616061 }
  h2 { font-size: 18px; line-height: 1.33; margin: 10px 0 6px; font-weight: 900 }
  p { margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere } hr { border: 0; border-top: 1px solid #ddd }
  .section { display: flex; gap: 16px; justify-content: space-between; align-items: flex-start } .section p { flex: 1 }
  .beside { flex: none; max-width: 200px } .context { color: #616061; font-size: 12px }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 }
  button { font: 700 13px/1 Lato, "Noto Sans CJK SC", sans-serif; padding: 7px 12px; border: 1px solid #bbb; border-radius: 4px; background: #fff; max-width: 220px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  button.primary { background: #007a5a; color: #fff; border-color: #007a5a } button.danger { color: #e01e5a; border-color: #e01e5a }
  label { display: block; font-weight: 700; margin: 12px 0 } small { font-weight: 400; color: #616061; display: inline } .hint { display: block; font-size: 13px }
  .input, .select { font-weight: 400; border: 1px solid #868686; border-radius: 4px; padding: 8px 12px; min-height: 22px; margin: 4px 0; white-space: pre-wrap } .tall { min-height: 66px }
  .select { display: inline-block; padding: 4px 12px }
`;
