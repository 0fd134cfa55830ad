import { describe, expect, it } from 'vitest';
import { bodiesIn } from '../../../../domain/document/figures/bodies.ts';
import type { FigureText } from '../../../../domain/document/figures/figure-types.ts';
import { foldWidth } from '../../../../domain/document/figures/fold-width.ts';
import { phaseDuties } from '../../../../domain/document/figures/phase-duties.ts';
import { recurringIn } from '../../../../domain/document/figures/recurring.ts';

const sourceOf = (text: string): FigureText => ({ text, folded: foldWidth(text), year: null, issuedYear: null });
const all = (text: string) => ({ start: 0, end: text.length });

describe('recurring duties', () => {
  it.each([
    ['市政府每季度召开一次调度会议。', ['quarter 召开一次调度会议 (市政府)']],
    ['各街道要加强巡查,每月通报整改情况。', ['month 通报整改情况 (各街道)']],
    ['县财政每年安排工作经费,保障活动开展。', ['year 安排工作经费 (县财政)']],
    ['每半年对示范单位进行一次复核。', ['half year 对示范单位进行一次复核 (null)']],
    ['每两年开展一次表彰。', ['2 years 开展一次表彰 (null)']],
    ['建立部门之间定期的会商机制。', ['periodic 部门之间定期的会商机制 (null)']],
    ['各部门要制定年度工作计划,做好半年报告和年度总结。', ['year 制定年度工作计划 (各部门)', 'year 年度总结 (各部门)']],
    ['每年年底对各乡镇进行考核,考核结果报县委。', ['year 对各乡镇进行考核 (null)']],
    ['考核结果纳入年度绩效考核。', []],
    ['产值每年增长百分之八。', []],
    ['工作专班每周例会研究问题。', ['week 例会研究问题 (工作专班)']],
    ['逐月报送项目进度。', ['month 报送项目进度 (null)']],
  ])('are read from: %s', (text, duties) => {
    const found = recurringIn(sourceOf(text), all(text)).map(({ value }) => value);
    expect(found.map(({ what, every, who }) => `${every} ${what} (${who})`)).toEqual(duties);
  });
});

describe('bodies', () => {
  it.each([
    [
      '成立市防汛抗旱工作领导小组,统筹推进各项工作。领导小组下设办公室,办公室设在市水务局,负责日常工作。',
      ['leading group 市防汛抗旱工作领导小组: 统筹推进各项工作', 'office 领导小组办公室(设在市水务局): 负责日常工作'],
    ],
    ['建立全县招商工作联席会议制度,研究解决重大问题。', ['joint conference 全县招商工作联席会议: 研究解决重大问题']],
    ['成立经济开发区安全生产专项整治指挥部。', ['headquarters 经济开发区安全生产专项整治指挥部: ']],
    ['各镇要成立工作专班,抓好落实。', []],
    ['根据省推进政府职能转变领导小组要求,制定本方案。', []],
    ['建立以联络员为骨干的各村、社区的信息网络,定期交流情况。', ['liaison network 各村、社区的信息网络: 定期交流情况']],
  ])('are read from: %s', (text, bodies) => {
    const found = bodiesIn(sourceOf(text), [all(text)]).map(({ value }) => value);
    expect(found.map(({ name, kind, duties }) => `${kind} ${name}: ${duties.join(' / ')}`)).toEqual(bodies);
  });
});

describe('duties of a phase', () => {
  it.each([
    [
      '印发全市治理工作方案,组建综合治理工作专班,发布致全体市民的一封信。',
      ['印发全市治理工作方案', '组建综合治理工作专班', '发布致全体市民的一封信'],
    ],
    ['召开全市动员大会,部署治理工作。层层签订责任书。', ['召开全市动员大会,部署治理工作', '层层签订责任书']],
    [
      '在市委领导下,上下联动,全面完成各项治理任务,并在工作中总结经验,提高治理水平。',
      ['全面完成各项治理任务', '在工作中总结经验,提高治理水平'],
    ],
    ['2025年3月底前,完成问题线索排查。', ['完成问题线索排查']],
    ['查漏补缺,总结经验。(责任单位:市城管局、各区)', ['查漏补缺,总结经验']],
    ['', []],
  ])('are split: %s', (text, duties) => {
    expect(phaseDuties(sourceOf(text), all(text)).map(({ value }) => value)).toEqual(duties);
  });
});
