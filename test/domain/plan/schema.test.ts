import { describe, expect, it } from 'vitest';
import { parsePlanFacts } from '../../../domain/plan/schema.ts';
import { unitFinder } from '../../../domain/plan/units.ts';

const least = { title: '方案', tasks: [{ no: '1', title: '任务', leadUnits: ['市科技局'] }] };
const units = [
  { name: '市科技局', short: '科技局', aliases: ['科技局'] },
  { name: '市财政局', short: '财政局' },
];

const problems = (input: unknown): string[] => {
  const result = parsePlanFacts(input);
  return result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`);
};
const facts = (input: unknown) => {
  const result = parsePlanFacts(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.facts;
};

describe('importing a plan', () => {
  it('fills in what a plan need not print', () => {
    expect(facts(least)).toEqual({
      title: '方案',
      docNumber: null,
      issuedOn: null,
      issuer: null,
      place: null,
      period: { start: null, end: null },
      phases: [],
      targets: [],
      bodies: [],
      recurring: [],
      safeguards: [],
      tasks: [
        {
          no: '1',
          section: null,
          title: '任务',
          leadUnits: ['市科技局'],
          responsibleUnits: [],
          otherUnits: [],
          obligation: null,
        },
      ],
      office: { name: '领导小组办公室', host: null },
      units: [{ name: '市科技局', short: '市科技局', aliases: [], kind: 'department', relation: 'subordinate' }],
      contacts: [],
    });
  });

  it('guesses the kind and relation of units that are only named in tasks', () => {
    const named = [
      '市法院',
      '黃石海關',
      '湖北師范大學',
      '各縣(市、區)',
      '黃石新港園區',
      '大冶市',
      '人行黃石市中心支行',
      '市財政局',
    ];
    const made = facts({
      title: '方案',
      tasks: [{ title: '任务', responsibleUnits: named }],
      office: { name: '领导小组办公室', host: '市科技局' },
    }).units;
    expect(made.map(({ kind, relation }) => `${kind} ${relation}`)).toEqual([
      'department independent',
      'department independent',
      'department institution',
      'group subordinate',
      'county subordinate',
      'county subordinate',
      'department independent',
      'department subordinate',
      'department subordinate',
    ]);
    expect(made.every(({ short }) => [...short].length <= 4)).toBe(true);
  });

  it('puts the name for an alias and a unit once in a list', () => {
    const made = facts({
      ...least,
      units,
      tasks: [{ title: '任务', leadUnits: ['科技局', '市科技局'] }],
      contacts: [{ name: '张三', unit: '科技局' }],
    });
    expect(made.tasks[0]?.leadUnits).toEqual(['市科技局']);
    expect(made.contacts).toEqual([{ name: '张三', unit: '市科技局', rank: 'liaison' }]);
    expect(unitFinder(made.units)('科技局')?.name).toBe('市科技局');
  });

  it('tells the kind of a phase by its name or its place among three', () => {
    const kinds = (...names: string[]) =>
      facts({ ...least, phases: names.map((name) => ({ name })) }).phases.map(({ kind }) => kind);
    expect(kinds('安排部署阶段', '实施推进阶段', '迎检表彰阶段')).toEqual([
      'deployment',
      'implementation',
      'inspection',
    ]);
    expect(kinds('第一阶段', '第二阶段', '第三阶段')).toEqual(['deployment', 'implementation', 'inspection']);
    expect(problems({ ...least, phases: [{ name: '第一阶段' }] })).toEqual(['phases[0].kind phase.kind-unknown']);
  });

  it.each<[string, unknown, string[]]>([
    ['no object', null, [' wrong_type']],
    ['nothing', {}, ['title missing', 'tasks missing']],
    ['no task', { title: '方案', tasks: [] }, ['tasks too_small']],
    ['an unknown key', { ...least, extra: 1 }, [' unknown_key']],
    ['an unknown key in a task', { title: '方案', tasks: [{ title: '任务', owner: '' }] }, ['tasks[0] unknown_key']],
    ['a blank title', { ...least, title: '  ' }, ['title empty']],
    ['a title too long', { ...least, title: '长'.repeat(201) }, ['title too_big']],
    ['text that cannot be stored', { ...least, title: 'a\ud800' }, ['title bad_text']],
    ['text with NUL', { ...least, title: 'a\u0000' }, ['title bad_text']],
    ['a number for text', { ...least, title: 7 }, ['title wrong_type']],
    ['a date that is none', { ...least, period: { start: '2026-02-30', end: null } }, ['period.start date']],
    ['a year out of bounds', { ...least, period: { start: '1889', end: null } }, ['period.start date.year']],
    ['half an issue date', { ...least, issuedOn: '2026-11' }, ['issuedOn date']],
    ['a period backwards', { ...least, period: { start: '2026-03', end: '2026-02' } }, ['period.end date.order']],
    [
      'a phase kind of its own',
      { ...least, phases: [{ name: '甲', kind: 'planning' }] },
      ['phases[0].kind wrong_value'],
    ],
    [
      'a phase twice',
      {
        ...least,
        phases: [
          { name: '甲', kind: 'deployment' },
          { name: '乙', kind: 'deployment' },
        ],
      },
      ['phases[1].kind phase.kind-twice'],
    ],
    [
      'phases out of order',
      {
        ...least,
        phases: [
          { name: '甲', kind: 'inspection' },
          { name: '乙', kind: 'deployment' },
        ],
      },
      ['phases[1].kind phase.order'],
    ],
    [
      'a phase that starts too early',
      {
        ...least,
        phases: [
          { name: '甲', kind: 'deployment', start: '2026-03', end: '2026-04' },
          { name: '乙', kind: 'implementation', start: '2026-02', end: '2026-05' },
        ],
      },
      ['phases[1].start phase.order'],
    ],
    [
      'a phase that ends too early',
      {
        ...least,
        phases: [
          { name: '甲', kind: 'deployment', start: '2026-03', end: '2026-06' },
          { name: '乙', kind: 'implementation', start: '2026-04', end: '2026-05' },
        ],
      },
      ['phases[1].end phase.order'],
    ],
    ['a task twice', { title: '方案', tasks: [{ title: '任务' }, { title: '任务' }] }, ['tasks[1] task.twice']],
    [
      'a unit that is not listed',
      { ...least, units: [{ name: '市财政局', short: '财政局' }] },
      ['tasks[0].leadUnits[0] unit.unknown'],
    ],
    [
      'a contact of an unlisted unit',
      { ...least, units, contacts: [{ name: '李四', unit: '市水利局' }] },
      ['contacts[0].unit unit.unknown'],
    ],
    [
      'an unlisted host',
      { ...least, units, office: { name: '办公室', host: '市水利局' } },
      ['office.host unit.unknown'],
    ],
    [
      'a contact for an unknown task',
      { ...least, contacts: [{ name: '李四', unit: '市科技局', tasks: ['9'] }] },
      ['contacts[0].tasks[0] contact.task-unknown'],
    ],
    [
      'a unit twice',
      { ...least, units: [...units, { name: '市科技局', short: '科技' }] },
      ['units[2].name unit.twice'],
    ],
    [
      'an alias of two units',
      { ...least, units: [...units, { name: '市教育局', short: '教育局', aliases: ['科技局'] }] },
      ['units[2].aliases[0] unit.twice'],
    ],
    [
      'a short name of five',
      { ...least, units: [{ name: '市科技局', short: '市科技局办' }] },
      ['units[0].short unit.short'],
    ],
    [
      'a range without its end',
      { ...least, targets: [{ name: '品牌', comparator: 'range', value: 1 }] },
      ['targets[0].max target.range'],
    ],
  ])('refuses %s, naming the place and the rule', (_, input, expected) => expect(problems(input)).toEqual(expected));

  it('lets phases overlap, and says every problem in Chinese and English', () => {
    const overlapping = [
      { name: '甲', kind: 'deployment', start: '2009-11', end: '2009-11' },
      { name: '乙', kind: 'implementation', start: '2009-11', end: '2011-06' },
    ];
    expect(problems({ ...least, phases: overlapping })).toEqual([]);
    const result = parsePlanFacts({});
    if (result.ok) throw new Error('should be refused');
    expect(result.problems[0]).toEqual({ path: 'title', code: 'missing', message: '缺少这个字段', en: 'missing' });
  });
});
