import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import type { DraftPlan } from '../../../../domain/document/types.ts';

const read = (text: string) => readPlan({ format: 'txt', text, blocks: [] });
const planOf = (text: string): DraftPlan => {
  const reading = read(text);
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
};
const factsOf = (text: string) =>
  planOf(text).tasks.map(({ no, section, title, leadUnits, responsibleUnits }) => [
    no,
    section,
    title,
    leadUnits,
    responsibleUnits,
  ]);

const DEMANDS = [
  '一、提高认识,压实责任。各单位要把湿地保护摆上重要位置,主要负责同志要亲自研究部署,定期听取汇报。',
  '二、加强督导,严格考核。市林业局要定期调度工作进展,对进度迟缓的单位予以通报,并将结果报市政府。',
];
const OWNED = [
  '1.岸线修复取得明显进展。(牵头单位:市林业局;参与单位:市水利局)',
  '2.水草面积稳步扩大。(牵头单位:市水利局;参与单位:市林业局)',
];

describe('where the tasks of a plan stand', () => {
  it('goals are tasks where each names its owners', () => {
    const text = [
      '云泽市重点工作分工方案',
      '一、经济社会发展主要预期目标',
      '1.湿地面积增长3%左右。',
      '牵头单位:市林业局',
      '责任单位:各县区',
      '2.观鸟人数增长5%左右。',
      '牵头单位:市文旅局',
      '责任单位:各县区',
    ];
    expect(factsOf(text.join('\n'))).toEqual([
      ['1', '经济社会发展主要预期目标', '湿地面积增长3%左右', ['市林业局'], ['各县区']],
      ['2', '经济社会发展主要预期目标', '观鸟人数增长5%左右', ['市文旅局'], ['各县区']],
    ]);
  });

  it('behind the demands of a notice that prints no title of the plan', () => {
    const notice = '现将《云泽市湿地保护任务分工方案》(以下简称《方案》)印发给你们,请认真贯彻执行。';
    const text = ['各县区人民政府:', notice, ...DEMANDS, ...OWNED].join('\n');
    expect(planOf(text).title).toBe('云泽市湿地保护任务分工方案');
    expect(factsOf(text)).toEqual([
      ['1', null, '岸线修复取得明显进展', ['市林业局'], ['市水利局']],
      ['2', null, '水草面积稳步扩大', ['市水利局'], ['市林业局']],
    ]);
  });

  it('below the title that stands behind the demands of its notice', () => {
    const text = [
      '云泽市人民政府关于印发云泽市湿地保护任务分工方案的通知',
      '各县区人民政府:',
      '现将《云泽市湿地保护任务分工方案》印发给你们,请认真贯彻执行。',
      ...DEMANDS,
      '云泽市人民政府',
      '2031年3月6日',
      '云泽市湿地保护',
      '任务分工方案',
      ...OWNED,
    ];
    expect(factsOf(text.join('\n')).map(([no, section]) => [no, section])).toEqual([
      ['1', null],
      ['2', null],
    ]);
  });

  it('in an attachment that is not at hand: a sentence says so', () => {
    const text = [
      '各县区人民政府,市直各部门:',
      '现将《云泽市湿地保护任务分解表》印发给你们,请认真贯彻执行。',
      ...DEMANDS,
      '附件:云泽市湿地保护任务分解表',
      '2031年3月6日',
    ];
    expect(read(text.join('\n'))).toMatchObject({ kind: 'not-a-plan', code: 'attachment-missing' });
  });

  it('without numbers, each a line with its fields below it', () => {
    const text = [
      '市政府昨天公布今年的湿地实事,读者可以一起监督。',
      '新建观鸟步道12公里。',
      '主管领导:甲某某',
      '责任单位:市文旅局',
      '主要责任人:乙某某',
      '进度安排:6月底前开工;12月底前建成。',
      '补种水草300亩。',
      '主管领导:甲某某',
      '责任单位:市林业局、市水利局',
      '主要责任人:丙某某',
    ];
    expect(factsOf(text.join('\n'))).toEqual([
      [null, null, '新建观鸟步道12公里', [], ['市文旅局']],
      [null, null, '补种水草300亩', [], ['市林业局', '市水利局']],
    ]);
  });

  it('below the unit that has them, in one paragraph with its name', () => {
    const text = [
      '云泽市湿地保护工作方案',
      '一、总体要求',
      '坚持保护优先,统筹推进。',
      '二、部门职责',
      '(一)市林业局负责:1.划定保护范围;2.补种水草,分片管护。',
      '(二)市水利局负责:3.清理围网。',
    ];
    expect(factsOf(text.join('\n'))).toEqual([
      ['1', '市林业局负责', '划定保护范围', [], ['市林业局']],
      ['2', '市林业局负责', '补种水草,分片管护', [], ['市林业局']],
      ['3', '市水利局负责', '清理围网', [], ['市水利局']],
    ]);
  });

  it('as questions given to organs in a sentence', () => {
    const text = [
      '云泽市政府办公室关于湿地保护政策措施分工的通知',
      '一、工作分工',
      '(一)关于“划定湿地保护红线”的问题,由市林业局会同市水利局、市财政局等部门研究提出落实意见。',
      '(二)关于“补种水草”的问题,由市水利局会同市林业局等部门负责落实。',
    ];
    expect(factsOf(text.join('\n'))).toEqual([
      ['(一)', '工作分工', '关于“划定湿地保护红线”的问题', ['市林业局'], ['市水利局', '市财政局']],
      ['(二)', '工作分工', '关于“补种水草”的问题', ['市水利局'], ['市林业局']],
    ]);
  });

  it('behind the names of the units, line by line', () => {
    const text = [
      '云泽市湿地保护委员会各成员单位职责分工',
      '各成员单位要按照分工履行职责:',
      '市委宣传部:把湿地保护纳入文明创建活动。定期报道进展。',
      '市林业局:划定保护范围,补种水草。',
      '市水利局、市财政局:清理围网;落实经费。',
    ];
    expect(factsOf(text.join('\n'))).toEqual([
      [null, null, '把湿地保护纳入文明创建活动', [], ['市委宣传部']],
      [null, null, '划定保护范围,补种水草', [], ['市林业局']],
      [null, null, '清理围网', [], ['市水利局', '市财政局']],
    ]);
  });

  it('owners of a group are those of its tasks that have none', () => {
    const text = [
      '云泽市湿地保护工作方案',
      '一、重点任务',
      '(一)守护岸线(牵头单位:市水利局)',
      '1.清理围网。拆除废旧设施。(责任单位:市林业局)',
      '2.设立界碑。沿保护范围设置标识。',
      '(二)恢复生态(牵头单位:市林业局)',
      '3.补种水草。选择本地物种。(责任单位:各县区)',
    ];
    expect(factsOf(text.join('\n')).map(([no, , , lead, responsible]) => [no, lead, responsible])).toEqual([
      ['1', [], ['市林业局']],
      ['2', ['市水利局'], []],
      ['3', [], ['各县区']],
    ]);
  });

  it('named as what went wrong, each with its owners', () => {
    const text = [
      '云泽市湿地保护整改任务清单',
      '一、思想认识不到位',
      '责任单位:市林业局',
      '整改时限:2031年6月底前',
      '整改措施:',
      '1.加强学习培训。',
      '2.定期会商研究。',
      '二、岸线保护不力',
      '责任单位:市水利局',
      '整改时限:2031年9月底前',
      '整改措施:',
      '1.清理围网。',
      '2.设立界碑。',
    ];
    expect(factsOf(text.join('\n')).map(([no, , title, , responsible]) => [no, title, responsible])).toEqual([
      ['一', '思想认识不到位', ['市林业局']],
      ['二', '岸线保护不力', ['市水利局']],
    ]);
  });

  it('in a document that was run together into one paragraph', () => {
    const body = [
      '为保护湿地,保障水源涵养和生物多样性,结合我市实际,制定本方案。',
      '一、总体要求坚持保护优先、系统修复,统筹推进湿地保护各项工作,不断提高水源涵养能力和公众满意程度,为子孙后代留下好山好水。',
      '二、基本原则政府主导,部门协作,社会参与,把保护放在一切工作的前面,任何开发都要让路。',
      '三、重点任务(一)守护岸线(1)清理围网和废旧设施,恢复自然岸坡;(市水利局牵头)(2)设立界碑和巡护站点,按日巡查。(市林业局牵头)',
      '(二)恢复生态(1)选择本地物种,分片补种水草,建立管护台账。(市林业局牵头)',
      '四、保障措施各单位要加强协作配合,落实经费,定期会商,及时研究解决湿地保护中的困难和问题,共同推动各项任务落地见效,按季报送进展情况。',
    ];
    expect(body.join('').length).toBeGreaterThan(300);
    const { tasks } = planOf(`云泽市湿地保护工作方案\n${body.join('')}`);
    expect(tasks.map(({ no, section, leadUnits }) => [no, section, leadUnits])).toEqual([
      ['(1)', '守护岸线', ['市水利局']],
      ['(2)', '守护岸线', ['市林业局']],
      ['(1)', '恢复生态', ['市林业局']],
    ]);
  });

  it('owners below the last point of a task are those of the task', () => {
    const text = [
      '云泽市湿地保护工作方案',
      '一、重点任务',
      '1.修复岸线。清理围网。(牵头单位:市水利局)',
      '2.补种水草。',
      '①选择本地物种,分片补种。',
      '②建立管护台账,定期巡查。(牵头单位:市林业局;配合单位:市水利局)',
    ];
    expect(factsOf(text.join('\n'))).toEqual([
      ['1', '重点任务', '修复岸线', ['市水利局'], []],
      ['2', '重点任务', '补种水草', ['市林业局'], ['市水利局']],
    ]);
  });

  it('points below a task without owners are none themselves', () => {
    const text = [
      '云泽市湿地保护工作方案',
      '一、重点任务',
      '1.修复岸线',
      '清理围网和废旧设施。',
      '①选择本地物种,分片补种。',
      '②建立管护台账,定期巡查。',
      '2.发展观鸟',
      '建设步道。',
    ];
    expect(factsOf(text.join('\n')).map(([no]) => no)).toEqual(['1', '2']);
  });
});
