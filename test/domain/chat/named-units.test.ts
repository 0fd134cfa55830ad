import { expect, it } from 'vitest';
import { namedUnits } from '../../../domain/chat/named-units.ts';

const UNITS = [
  { id: 'a', name: '市公安局', short: '公安局', aliases: ['公安'] },
  { id: 'b', name: '市应急管理局', short: '应急局', aliases: [] },
  { id: 'c', name: '市科技局', short: '科技局', aliases: [] },
  { id: 'd', name: '市公安局交警支队', short: '交警支队', aliases: [] },
];

it.each([
  ['市公安局', [['a', null]], true, ''],
  [
    '市公安局、市应急管理局',
    [
      ['a', null],
      ['b', null],
    ],
    true,
    '',
  ],
  [
    '公安局和应急局。',
    [
      ['a', null],
      ['b', null],
    ],
    true,
    '',
  ],
  [
    '由市公安局、科技局承办',
    [
      ['a', null],
      ['c', null],
    ],
    true,
    '',
  ],
  [
    '牵头市公安局,配合市科技局',
    [
      ['a', 'lead'],
      ['c', 'responsible'],
    ],
    true,
    '',
  ],
  [
    '牵头单位:公安,责任单位:应急局、科技局',
    [
      ['a', 'lead'],
      ['b', 'responsible'],
      ['c', null],
    ],
    true,
    '',
  ],
  [
    '由市科技局牵头,市公安局配合。',
    [
      ['c', 'lead'],
      ['a', 'responsible'],
    ],
    true,
    '',
  ],
  ['市公安局交警支队', [['d', null]], true, ''],
  ['应急', [['b', null]], false, ''],
  ['市公安局、市无名局', [['a', null]], true, '市无名局'],
  ['', [], true, ''],
])('reads %j', (words, units, exact, left) => {
  const named = namedUnits(words, UNITS);
  expect(named.units.map((one) => [one.units[0]?.id, one.role])).toEqual(units);
  expect(named).toMatchObject({ exact, left });
});

it('says where a piece of a name is several units’', () => {
  const { units, exact } = namedUnits('市公', UNITS);
  expect(units[0]?.units.map(({ id }) => id)).toEqual(['a', 'd']);
  expect(exact).toBe(false);
});
