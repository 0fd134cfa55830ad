import { describe, expect, it } from 'vitest';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import type { CardView, Wording } from '../../../domain/chat/catalogue/types.ts';
import { digestMessage } from '../../../domain/chat/digest-message.ts';
import { dutyLabel } from '../../../domain/chat/duty-label.ts';
import type { PromptLineView } from '../../../domain/chat/message.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';

const CHINESE = /[\p{Script=Han}\u3001-\u303f\uff01-\uff5e]/u;
const [zh, en] = [catalogueFor('zh'), catalogueFor('en')];

type Words = string | ((...args: never[]) => unknown) | { [key: string]: Words } | Words[];

/** Every word or function of a catalogue by its path. */
function leaves(words: Words, path = ''): [string, string | ((...args: never[]) => unknown)][] {
  if (typeof words === 'string' || typeof words === 'function') return [[path, words]];
  if (Array.isArray(words)) return words.flatMap((one) => leaves(one, path));
  return Object.entries(words).flatMap(([key, one]) => leaves(one, path === '' ? key : `${path}.${key}`));
}

const keys = (words: unknown): string[] => [...new Set(leaves(words as Words).map(([path]) => path))].sort();

const LINE: PromptLineView = {
  entityId: 'task/t',
  partId: 'p',
  planTitle: 'Work plan',
  no: null,
  title: 'Write the strategy',
  unit: 'Science Bureau',
  relation: 'subordinate',
  role: 'lead',
  assumedLead: true,
  duty: 'report',
  cycle: '2026Q4',
  rung: 'd3',
  dueOn: '2026-12-25',
  dueAt: '2026-12-25T09:30:00.000Z',
  provisional: true,
  progress: 40,
  lastWords: null,
  lastReportOn: '2026-09-25',
  lastFigures: [{ name: 'stations', value: 12, unit: 'units' }],
  cadence: 'quarterly',
  taskDueOn: '2028-06-30',
  rollUp: { status: '2 of 3', ready: true },
  workingDaysToDue: 3,
  escalateBy: '2026-12-28T09:30:00.000Z',
};
const W: Wording = { zone: 'Asia/Shanghai', today: '2026-11-23', oneUnit: true, onePlan: true, listMax: 1 };
const AT = '2026-11-23T02:00:00.000Z';
const ITEM = { no: null, title: 'Write the strategy' };
const ASKED = {
  ...ITEM,
  by: 'Li',
  unit: 'Science Bureau',
  dueOn: '2026-12-25',
  newDueOn: '2027-01-15',
  workingDays: 14,
  reason: 'waits for data',
  progress: null,
  workingDaysBefore: 5,
  guards: ['last-minute', 'many-at-once'],
  openOfUnit: 3,
  level: 'leading-group',
  signedBy: '',
  decideBy: AT,
  expiresAt: AT,
};

/** What a function of the catalogue is called with, where texts and numbers alone don't do. */
const SAMPLES: Record<string, unknown[]> = {
  followUp: [{ words: 'going well', ...ITEM, asks: { kind: 'percent', last: 40 } }, W],
  'binding.linkFor': [{ channel: 'slack', url: 'a', holdsCode: false }],
  'desk.item': [null, 'a'],
  'forms.hints.dueOn': ['2026-12-25'],
  'own.counts': [{ overdue: 1, behind: 2, dueSoon: 3, decisions: 4 }],
  'evidence.names': [['a.pdf', 'b.pdf', 'c.pdf']],
  'evidence.onCard': [2],
  'evidence.askedLater': [2],
  'answers.fill': [['a', 'b']],
  'answers.takenBackOf': [['a', 'b']],
  'answers.extensionDate': ['a', '2026-12-25'],
  'answers.extensionReason': ['a', '2026-12-25'],
  'desk.unknown': ['a', ['b']],
  'desk.reasonForAdvance': [['a']],
  'desk.counts': [3, ['a']],
  'desk.named': ['a', ['b'], 2],
  'office.confirmAssign': ['a', ['b']],
  'office.brief.sendTo': [['a', 'b']],
  'desk.unbound': [['a', 'b']],
  'people.unsignedUnit': ['a', null, ['b'], { days: 3, late: 1, disputed: 1 }],
  'people.standsIn': ['a', 'b', null],
  'people.standInTold': ['a', 'b', ['c']],
  'people.handoverItem': [1, 'a', ['b']],
  'people.handoverTold': ['a', 'b', 2],
  'people.unitsMerged': ['a', 'b', 2, ['c']],
  'requests.signClaim': [ITEM, 'Li', 'done'],
  'requests.signExtension': [ASKED, '2026-11-23', 'Asia/Shanghai'],
  'requests.approve': [ASKED, '2026-11-23', 'Asia/Shanghai'],
  'requests.granted': [ITEM, '2026-12-25', '2026-11-23', '17:30'],
  'requests.refused': [ITEM, '2026-12-25', 'why', '2026-11-23'],
  'requests.returned': [ITEM, 'completion', 'Li', 'why'],
  'requests.lapsed': [ITEM],
  'requests.paused': [ITEM, '2026-12-25', 'why', '2026-11-23'],
  'requests.resumed': [ITEM, '2026-12-25', '2026-11-23'],
};

const READINGS: Reading[] = [
  { kind: 'report', progress: 50, expectedOn: '2026-12-25', blocker: 'no funds', done: false },
  { kind: 'no-change' },
  { kind: 'claim-completion' },
] as unknown as Reading[];

describe('the catalogue in English', () => {
  it('has the keys of the Chinese one, each of the same kind', () => {
    expect(keys(en)).toEqual(keys(zh));
    const kinds = (words: unknown) => new Map(leaves(words as Words).map(([path, word]) => [path, typeof word]));
    expect(kinds(en)).toEqual(kinds(zh));
    expect(keys(zh).length).toBeGreaterThan(250);
  });

  it('says everything without a Chinese character and without an exclamation mark', () => {
    const said = leaves(en as unknown as Words)
      // Digests and cards have tests of their own; a language is called by its own name.
      .filter(([path]) => !['section', 'card', 'language.names.zh'].includes(path))
      .map(([path, word]): [string, unknown] => [
        path,
        typeof word === 'string'
          ? word
          : (word as (...args: unknown[]) => unknown)(...(SAMPLES[path] ?? ['a', 'b', 'c', 'd'])),
      ]);
    expect(
      said.filter(([, text]) => CHINESE.test(JSON.stringify(text)) || /!|undefined/.test(JSON.stringify(text))),
    ).toEqual([]);
    expect(said.length).toBeGreaterThan(250);
  });

  it.each(['receipt', 'report', 'completion'] as const)('words a digest of each kind of line about a %s', (duty) => {
    for (const relation of ['subordinate', 'vertical'] as const)
      for (const rung of ['issue', 'd3', 'o1', 'o5', 'nudge-1'] as const)
        for (const lines of [1, 2]) {
          const line = { ...LINE, duty, relation, rung, workingDaysToDue: rung === 'o1' ? -2 : 3 } as PromptLineView;
          const message = digestMessage(
            Array.from({ length: lines }, () => line),
            { office: 'Office', now: AT, zone: 'Asia/Shanghai', locale: 'en', resent: true },
          );
          expect(
            JSON.stringify([message.heading, message.lines, message.buttons.map(({ label }) => label)]),
          ).not.toMatch(CHINESE);
          expect(message.lines.join('\n')).toContain('Write the strategy');
        }
  });

  it('leaves what people wrote as it is', () => {
    const card = en.card(
      {
        items: READINGS.map((reading) => ({ ...ITEM, title: '健全工作体系', progressBefore: 40, reading })),
        words: '已完成50%',
        receivedAt: AT,
      } satisfies CardView,
      W,
    );
    expect(card.join('\n')).toContain('Your words: "已完成50%"');
    expect(card.join('\n')).toContain('"健全工作体系": progress 40% → 50%');
    expect(card.join('').replaceAll('健全工作体系', '').replace('已完成50%', '')).not.toMatch(CHINESE);
  });

  it.each([
    // Under the heading [Recorded] it is not said again.
    ['已登记:进度60%→75%', 'progress 60%→75%'],
    ['已签收', 'signed for'],
    ['已催办', 'reminded'],
    ['已申请延期至12月21日,待批复', 'more time was asked for, until 21 Dec, waits for a decision'],
  ])('says %s of the record as %s', (summary, said) => {
    expect(en.answers.recorded('a', summary)).toBe(`a: ${said}.`);
  });

  it('names duties by their period', () => {
    expect(dutyLabel('report', '2026Q4', ['2027Q1'], 'en')).toBe('progress report for Q4 2026 (2 periods)');
    expect(dutyLabel('receipt', 'once', [], 'en')).toBe('receipt');
    expect(dutyLabel('report', 'inspection', [], 'en')).toBe('evidence for the inspection');
  });
});
