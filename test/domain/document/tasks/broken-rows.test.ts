import { describe, expect, it } from 'vitest';
import { ownersOf } from './plan-of.ts';

const HEAD = '序号\t工作任务\t牵头单位\t责任单位\t完成时限';
const ROWS = [
  '1\t开展湿地资源调查\t市林业局\t市水利局、市财政局\t2026年6月底',
  '2\t修复退化湿地\t市水利局\t市住房和城乡建设局、各县(市、区)人民政府\t2026年9月底',
  '3\t规范湿地利用\t市林业局\t市文化和旅游局\t2026年12月底',
];
const FACTS = [
  ['开展湿地资源调查', ['市林业局'], ['市水利局', '市财政局']],
  ['修复退化湿地', ['市水利局'], ['市住房和城乡建设局', '各县(市、区)人民政府']],
  ['规范湿地利用', ['市林业局'], ['市文化和旅游局']],
];

describe('a table whose cells break over lines', () => {
  it.each([
    ['a name', '修复退化湿地', '修复退\n化湿地'],
    ['a name, twice', '开展湿地资源调查', '开展湿\n地资源\n调查'],
    ['a unit', '市住房和城乡建设局', '市住房和城乡建\n设局'],
    ['a list behind its sign', '市水利局、市财政局', '市水利局、\n市财政局'],
    ['a list between two names', '市水利局、市财政局', '市水利局\n市财政局'],
  ])('is read where %s does', (_, whole, broken) => {
    expect(ownersOf(HEAD, ...ROWS.join('\n').replace(whole, broken).split('\n'))).toEqual(FACTS);
  });

  it('keeps rows apart whose last cells are empty', () => {
    const rows = ROWS.map((row) => row.replace(/\t[^\t]*$/, ''));
    expect(ownersOf(HEAD, ...rows)).toEqual(FACTS);
  });
});
