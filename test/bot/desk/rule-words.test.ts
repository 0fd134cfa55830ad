import { expect, test } from 'vitest';
import { EVENT_KINDS, eventSentence } from '../../../bot/desk/views/event-words.ts';
import { EN_EVENT_KINDS } from '../../../bot/desk/views/event-words-en.ts';
import { failureLabel, reasonLabel, ruleLabel, rungLabel } from '../../../bot/desk/views/rule-words.ts';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import { mayDigest } from '../../../domain/supervision/budget.ts';
import { REPLACED } from '../../../prisma/queries/drop-unsent.ts';

const rung = { rung: 'd7', dueAt: '2026-12-31T09:30:00.000Z' };

test('why a message waits or never went out is said in words, not in a code', () => {
  const day = mayDigest([rung], ['2026-11-23T01:15:00.000Z'], '2026-11-23T07:00:00.000Z', DEFAULT_POLICY);
  const sent = ['2026-11-23', '2026-11-24', '2026-11-25'].map((date) => `${date}T01:15:00.000Z`);
  const week = mayDigest([rung], sent, '2026-11-26T01:15:00.000Z', DEFAULT_POLICY);
  expect([day, week]).toEqual([
    { send: false, rule: 'budget.day' },
    { send: false, rule: 'budget.week' },
  ]);
  for (const reason of ['budget.day', 'budget.week', REPLACED, 'unreachable', 'rate'])
    expect(reasonLabel(reason), reason).not.toMatch(/[a-z]/);
});

test.each([
  [
    'channel_not_found',
    '找不到该会话或账号(channel_not_found)',
    'The chat or the account was not found (channel_not_found)',
  ],
  [
    'telegram 403: Forbidden: bot was blocked by the user',
    '本人已停用机器人(telegram 403: Forbidden: bot was blocked by the user)',
    'The person has stopped the bot (telegram 403: Forbidden: bot was blocked by the user)',
  ],
  [
    'telegram 400: Bad Request: chat not found',
    /^找不到该会话或账号\(telegram 400/,
    /^The chat or the account was not found/,
  ],
  ['token_revoked', /^聊天工具的令牌失效或权限不足\(/, /^The token of the chat/],
  ['ECONNREFUSED', /^连接不上平台\(/, /^The platform could not be reached/],
  ['telegram: no answer', /^平台没有正常答复\(/, /^The platform gave no proper answer/],
  ['some_new_code', '平台拒收(some_new_code)', 'The platform refused it (some_new_code)'],
  ['no-contact', '无联络员', 'no liaison'],
  ['not sent in time', '未能在时限内发出', 'not sent in time'],
])('%s is said in a sentence of either language, a provider’s own words behind it', (reason, zh, en) => {
  expect(failureLabel(reason)).toEqual(typeof zh === 'string' ? zh : expect.stringMatching(zh));
  expect(failureLabel(reason, 'en')).toEqual(typeof en === 'string' ? en : expect.stringMatching(en));
});

test('rungs, rules and reasons of slots have English words for every Chinese one', () => {
  const rungs = ['issue', 'd7', 'd3', 'd1', 'd0', 'o1', 'o3', 'o5', 'o10', 'w1', 'w4', 'office', 'nudge-2'];
  const rules = ['issue+makeup', 'before-3+window.closed', 'overdue-5', 'monday-2', 'holiday.first-day-10:00'];
  const reasons = ['d3', 'nudge-1', 'budget.day', 'no-rank', 'circular-draft', '启用前已过', '已报送'];
  const said = [
    ...rungs.map((rung) => rungLabel(rung, 'en')),
    ...rules.map((rule) => ruleLabel(rule, 'en')),
    ...reasons.map((reason) => reasonLabel(reason, 'en')),
  ];
  expect(said.filter((text) => /\p{Script=Han}/u.test(text ?? ''))).toEqual([]);
  expect(said).not.toEqual(expect.arrayContaining([...rungs.slice(1, 5), 'no-rank', 'circular-draft']));
});

const BODY = {
  dueOn: '2026-12-21',
  newDueOn: '2026-12-25',
  from: '2026-12-01',
  to: 'inspection',
  until: '2026-12-30',
  lastDay: '2026-12-30',
  expectedOn: '2026-12-30',
  before: 40,
  after: 60,
  cycle: '2026Q4',
  duty: 'report',
  notice: 'red',
  role: 'leader',
  roles: ['reader'],
  late: true,
  reason: 'why',
  blocker: 'funds',
  figures: [{ name: 'stations', value: 12, unit: '' }],
  rungs: [{ status: 'held' }, { status: 'skipped', reason: 'no-rank' }, { status: 'office', rung: 'o10' }],
  openSubItems: ['3.1'],
  missing: ['a'],
  code: 'TASK_CLOSED',
  details: { status: '办结' },
};

test('every kind of event has a sentence in both languages, the English one without a Chinese character', () => {
  expect(EN_EVENT_KINDS.toSorted()).toEqual(EVENT_KINDS.toSorted());
  const said = [BODY, {}].flatMap((body) => EN_EVENT_KINDS.map((kind) => eventSentence(kind, body, 'en')));
  expect(said.filter((text) => /[\p{Script=Han}\u3001-\u303f]|undefined|Invalid/u.test(text))).toEqual([]);
  expect(said.filter((text) => !/^[A-Z0-9 ]/.test(text))).toEqual([]);
});
