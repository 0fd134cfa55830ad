import { describe, expect, it } from 'vitest';
import { ownersOf } from './plan-of.ts';

const TASKS = [
  '一、主要任务',
  '(一)开展湿地调查。摸清底数,建立台账。',
  '(二)修复退化湿地。合理布点,分类实施。',
  '(三)规范湿地利用。依法审批,从严管控。',
];
const BOTH = [
  ['开展湿地调查', ['市林业局'], ['市财政局']],
  ['修复退化湿地', ['市林业局'], ['市水利局', '市财政局']],
  ['规范湿地利用', ['市水利局'], ['市财政局']],
];

describe('owners in a list that tells tasks by their numbers', () => {
  it.each([
    [
      'by unit, with a colon',
      '二、部门分工',
      '市林业局:牵头第(一)、(二)项任务。',
      '市水利局:牵头第(三)项任务,配合第(二)项任务。',
      '市财政局:配合第(一)至(三)项任务。',
    ],
    [
      'by unit, as numbered sentences',
      '二、任务分工',
      '(一)市林业局牵头第一、二项工作,市水利局牵头第三项工作。',
      '(二)市水利局配合第二项工作。',
      '(三)市财政局参与第一、二、三项工作。',
    ],
    [
      'by number, behind the tasks',
      '二、责任分工',
      '第1项任务由市林业局牵头,市财政局配合;',
      '第2项任务由市林业局牵头,市水利局、市财政局配合;',
      '第3项任务由市水利局牵头,市财政局配合。',
    ],
    [
      'by number, in the section of the tasks itself',
      '第(一)项任务由市林业局牵头,市财政局配合。',
      '第(二)项任务由市林业局牵头,市水利局、市财政局配合。',
      '第(三)项任务由市水利局牵头,市财政局配合。',
      '二、保障措施',
      '(一)加强领导。建立机制。',
    ],
  ])('%s', (_, ...list) => {
    const [first, second, third] = ownersOf(...TASKS, ...list);
    expect([first, [second?.[0], second?.[1], second?.[2].toSorted()], third]).toEqual([
      BOTH[0],
      ['修复退化湿地', ['市林业局'], ['市水利局', '市财政局'].toSorted()],
      BOTH[2],
    ]);
    expect(ownersOf(...TASKS, ...list)).toHaveLength(3);
  });

  it('make who is in charge the lead beside those who support', () => {
    const facts = ownersOf(...TASKS, '二、分工', '市林业局负责第1至3项任务。', '市水利局:协助第2项任务。');
    expect(facts.map(([, lead, others]) => [lead, others])).toEqual([
      [['市林业局'], []],
      [['市林业局'], ['市水利局']],
      [['市林业局'], []],
    ]);
  });

  it('mean the list of tasks that has all of the numbers, where measures count again', () => {
    const measures = ['二、工作措施', '(一)落实责任。形成合力。', '(二)加大投入。保证经费。'];
    const facts = ownersOf(
      ...TASKS,
      ...measures,
      '三、分工',
      '市林业局:牵头第1、2、3项任务。',
      '市水利局:配合第3项任务。',
    );
    expect(facts.map(([title, lead]) => [title, lead])).toEqual([
      ['开展湿地调查', ['市林业局']],
      ['修复退化湿地', ['市林业局']],
      ['规范湿地利用', ['市林业局']],
    ]);
  });

  it('are not taken where a number is none of the tasks', () => {
    const facts = ownersOf(...TASKS, '二、部门分工', '市林业局:牵头第1项任务。', '市水利局:牵头第9项任务。');
    expect(facts.every(([, lead]) => lead.length === 0)).toBe(true);
  });
});
