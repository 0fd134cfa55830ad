import type { HomeView, ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderForm } from '../../../bot/slack/form/render-form.ts';
import type { HomePage } from '../../../bot/slack/home/home-page.ts';
import { renderHome } from '../../../bot/slack/home/render-home.ts';
import { renderMessage } from '../../../bot/slack/render-message.ts';
import { optionsOf, taskMenu } from '../../../bot/slack/shortcuts/task-menu.ts';
import { problemOfBlocks, problemOfView } from '../../fakes/slack/check-blocks.ts';
import { suggestions } from '../../fakes/slack/check-elements.ts';

/** Attack 10: what Slack would read in imported titles, names and words, if it were given as markup. */
const MARKUP = [
  '<!channel>',
  '<!here|here>',
  '<@U123>',
  '<#C1|general>',
  '<!subteam^S1|@组>',
  '*粗* _斜_ `码` ~删~',
  '> 引',
  '<https://a.example|点此>',
  '&lt;!channel&gt;',
  ':tada:',
];

const homeWith = (text: string): HomePage => ({
  title: text,
  notes: [text, text],
  sections: [{ title: text, rows: [{ text, buttons: [{ id: 'a', label: text, confirm: text }] }] }],
});

const formWith = (text: string) => ({
  title: text,
  submit: '提交',
  buttonId: 'opaque-1',
  note: text,
  lines: [
    {
      entityId: 'task/1',
      partId: 'p1',
      label: text,
      fields: [
        { name: 'words' as const, label: text, kind: 'text' as const, value: text, required: false, hint: text },
      ],
    },
  ],
});

describe('what was imported', () => {
  it.each(MARKUP)('is shown as it stands on home tabs, in forms and menus: %s', (text) => {
    const shown: (HomeView | ModalView)[] = [renderHome(homeWith(text)), renderForm(formWith(text)), taskMenu([text])];
    for (const view of shown) {
      expect(problemOfView(view)).toBeNull();
      expect(JSON.stringify(view)).not.toContain('mrkdwn');
      expect(JSON.stringify(view)).not.toContain('"emoji":true');
      expect(JSON.stringify(view)).toContain(JSON.stringify(text).slice(1, -1));
    }
    expect(optionsOf([{ id: 'a', label: text }])).toEqual([
      { text: { type: 'plain_text', text, emoji: false }, value: 'a' },
    ]);
  });
});

describe('Slack’s limits', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.integer({ min: 1, max: 9_000 }).map((length) => '长𠮷'.repeat(length / 2)),
  );
  const anyButton = fc.record({
    id: fc.uuid(),
    label: anyText.map((text) => `按${text}`),
    style: fc.constantFrom('primary' as const, 'danger' as const),
  });
  const anyHome = fc.record({
    title: anyText.map((text) => `页${text}`),
    notes: fc.array(anyText, { maxLength: 14 }),
    sections: fc.array(
      fc.record({
        title: anyText,
        rows: fc.array(
          fc.record({
            text: anyText,
            buttons: fc.array(
              anyButton.map((one) => ({ ...one, confirm: `问${one.label}` })),
              { maxLength: 7 },
            ),
          }),
          { maxLength: 40 },
        ),
      }),
      { maxLength: 8 },
    ),
  });

  it('hold for a home tab of any size, which says that something is left out', () => {
    fc.assert(
      fc.property(anyHome, (home) => {
        const view = renderHome(home);
        const rows = home.sections.flatMap((section) => section.rows).length;
        const drawn = view.blocks.filter(({ type }) => type === 'section').length;
        const text = JSON.stringify(view);
        return problemOfView(view) === null && (drawn >= rows || text.includes('余下部分')) && text.length < 90_000;
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('hold for a message of any size, open and closed', () => {
    const anyMessage = fc.record({
      deliveryId: fc.uuid(),
      klass: fc.constant('digest' as const),
      heading: anyText,
      lines: fc.array(anyText, { minLength: 1, maxLength: 70 }).map((lines) => ['共若干项:', ...lines]),
      buttons: fc.array(anyButton, { maxLength: 60 }),
      signature: anyText,
    });
    fc.assert(
      fc.property(anyMessage, anyText, (message, closedWith) => {
        const [open, closed] = [renderMessage(message), renderMessage(message, `已${closedWith}`)];
        return problemOfBlocks(open.blocks) === null && problemOfBlocks(closed.blocks) === null;
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  it('hold for a menu of any number of tasks', () => {
    const anyChoices = fc.array(fc.record({ id: fc.string({ maxLength: 30 }), label: anyText }), { maxLength: 150 });
    fc.assert(
      fc.property(anyChoices, (choices) => suggestions.safeParse({ options: optionsOf(choices) }).success),
      { numRuns: 40, seed: 13 },
    );
    expect(problemOfView(taskMenu(Array.from({ length: 40 }, () => '长'.repeat(400))))).toBeNull();
  });
});
