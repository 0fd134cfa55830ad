import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderMessage as onSlack } from '../../../bot/slack/render-message.ts';
import { renderClosed, renderMessage as onTelegram } from '../../../bot/telegram/render-message.ts';
import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { digestMessage } from '../../../domain/chat/digest-message.ts';
import type { NeutralMessage, PromptLineView, SendableMessage } from '../../../domain/chat/message.ts';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import { projectRoot } from '../../../setup/environment.ts';

/** What an imported plan, a person's name or typed words may hold. */
const CORPUS = [
  '<!channel> <!here> <!everyone> <!subteam^S0123>',
  '<@U0123ABCD> <#C0123ABCD|general>',
  '<https://attacker.invalid|市政府通知>',
  '<!date^1392734382^{date}^https://attacker.invalid|今天>',
  '&lt;!channel&gt; &amp;lt;@U0123&amp;gt;',
  '*粗* _斜_ ~删~ `码` ```块``` >引',
  '[点击](tg://user?id=1) @channel @所有人 @someone_else',
  '<b>粗</b><a href="tg://user?id=1">某</a><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '__下划__ ||遮|| \\*转义\\*',
  '/start /duban 撤回全部',
  '\u202e倒写\u2066 \u200b零宽',
];
const PINGS = /<[!@#][^>]*>|<https?:[^>]*>/;

const line = (hostile: string): PromptLineView => ({
  entityId: 'task/t',
  partId: 'p',
  planTitle: hostile,
  no: hostile,
  title: hostile,
  section: hostile,
  unit: hostile,
  relation: 'subordinate',
  role: 'lead',
  assumedLead: true,
  duty: 'report',
  cycle: '2026Q4',
  rung: 'd3',
  dueOn: '2026-12-25',
  dueAt: '2026-12-25T09:30:00.000Z',
  provisional: false,
  progress: 40,
  lastWords: hostile,
  lastReportOn: '2026-09-25',
  cadence: 'quarterly',
  taskDueOn: '2028-06-30',
  workingDaysToDue: 3,
  escalateBy: null,
});

const now = '2026-11-23T02:12:00.000Z';
const messagesWith = (hostile: string): SendableMessage[] => {
  const talk = { office: hostile, now, zone: 'Asia/Shanghai' };
  const neutral: NeutralMessage[] = [
    digestMessage([line(hostile), { ...line(hostile), rung: 'issue', duty: 'receipt' }], talk),
    answerMessage(
      'note',
      [hostile],
      { ...talk, planId: 'p', clockId: 'c', policy: DEFAULT_POLICY, offsetMs: 0 } as never,
      [{ label: hostile, act: { kind: 'acknowledge' } }],
    ),
  ];
  return neutral.map((message) => ({
    ...message,
    deliveryId: 'd',
    buttons: message.buttons.map(({ label }, no) => ({ id: `b${no}`, label })),
  }));
};

/** Everything in a Slack payload that Slack reads as its markup. */
function markup(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markup);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { type?: unknown; text?: unknown };
  return [...(type === 'mrkdwn' && typeof text === 'string' ? [text] : []), ...Object.values(value).flatMap(markup)];
}

describe.each(CORPUS)('words such as %s', (hostile) => {
  it('ping nobody on Slack and link nowhere, in blocks and in what a notification shows', () => {
    for (const message of messagesWith(hostile))
      for (const rendered of [onSlack(message), onSlack(message, hostile)])
        for (const read of [rendered.text, ...markup(rendered.blocks)]) expect(read).not.toMatch(PINGS);
  });

  it('go to Telegram as they are, read as no markup', () => {
    for (const message of messagesWith(hostile))
      for (const rendered of [onTelegram(message), renderClosed(message, hostile)]) {
        expect(rendered).not.toHaveProperty('parse_mode');
        expect(rendered).not.toHaveProperty('entities');
      }
  });
});

it('the page shows words as text alone: nothing in it takes markup', () => {
  const folder = join(projectRoot, 'web/page/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  expect(files.length).toBeGreaterThan(50);
  const takes =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment/;
  expect(files.filter((name) => takes.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
});
