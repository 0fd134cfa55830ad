import { describe, expect, it } from 'vitest';
import { renderForm } from '../../bot/slack/form/render-form.ts';
import { renderHome } from '../../bot/slack/home/render-home.ts';
import { renderMessage } from '../../bot/slack/render-message.ts';
import { taskMenu } from '../../bot/slack/shortcuts/task-menu.ts';
import { drawMessage, drawView } from './block-kit.ts';
import { HOME_OF_LIAISON, HOME_OF_OFFICE, MENU_LINES } from './sample-homes.ts';
import { CARDS, FORMS, sendable } from './samples.ts';

describe('cards as Slack draws them', () => {
  it.each(CARDS)('%s: every line and every button is drawn', (name, message) => {
    const html = drawMessage(renderMessage(sendable(name, message)).blocks);
    expect(html.match(/<button/g) ?? []).toHaveLength(message.buttons.length);
    for (const line of message.lines)
      expect(html).toContain(
        line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
      );
  });

  it('forms, the home tab and the menu', () => {
    for (const [, form] of FORMS) expect(drawView(renderForm(form))).toContain(`<h1>${form.title}</h1>`);
    expect(drawView(renderHome(HOME_OF_LIAISON))).toContain('申请延期');
    expect(drawView(renderHome(HOME_OF_OFFICE))).toContain('验收…');
    expect(drawView(taskMenu(MENU_LINES))).toContain('序号、标题、单位');
  });
});
