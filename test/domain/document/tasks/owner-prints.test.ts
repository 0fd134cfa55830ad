import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import type { DraftPlan } from '../../../../domain/document/types.ts';

const planOf = (...lines: string[]): DraftPlan => {
  const text = ['云泽市湿地保护工作方案', '为保护湿地,制定本方案。', ...lines].join('\n');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
};
const factsOf = (...lines: string[]) =>
  planOf(...lines).tasks.map(({ title, leadUnits, responsibleUnits }) => [title, leadUnits, responsibleUnits]);

const BOTH = [
  ['完善保护网络', ['市林业局'], ['市水利局', '市财政局']],
  ['开展监测评估', ['市水利局'], ['市林业局']],
];

describe('owners in brackets behind a heading', () => {
  it('are read from a list that holds brackets itself', () => {
    const facts = factsOf(
      '一、重点任务',
      '1.完善保护网络（林业工作部（处）、各学院、保卫处负责）',
      '划定保护范围,设立界碑。',
      '2.开展监测评估（监测中心、各学院）',
      '布设监测站点,按期发布结果。',
    );
    expect(facts).toEqual([
      ['完善保护网络', [], ['林业工作部（处）', '各学院', '保卫处']],
      ['开展监测评估', [], ['监测中心', '各学院']],
    ]);
  });

  it('count before a bracket that ends the text below', () => {
    const [first] = factsOf(
      '一、重点任务',
      '1.完善保护网络（林业处、各学院）',
      '划定保护范围,整理界碑、图册（样稿）。',
      '2.开展监测评估（监测中心、各学院）',
      '布设监测站点,按期发布结果。',
    );
    expect(first).toEqual(['完善保护网络', [], ['林业处', '各学院']]);
  });

  it('are no owners where one place stands there and a list of units below', () => {
    const [first] = factsOf(
      '一、重点任务',
      '1.完善保护网络(湿地公园)',
      '划定保护范围,整理界碑。（林业处、各学院）',
      '2.开展监测评估',
      '布设监测站点,按期发布结果。（监测中心、各学院）',
    );
    expect(first).toEqual(['完善保护网络(湿地公园)', [], ['林业处', '各学院']]);
  });
});

describe('labels of owners on lines of their own', () => {
  it.each([
    ['【牵头单位】', '【责任单位】'],
    ['［牵头单位］', '［责任单位］'],
    ['◆牵头单位：', '◆责任单位：'],
    ['★牵头单位:', '★责任单位:'],
    ['■【牵头单位】', '■【责任单位】'],
    ['——牵头单位:', '——责任单位:'],
    ['主抓单位:', '协同单位:'],
    ['承办单位:', '协办单位:'],
    ['●牵头单位 ', '●责任单位 '],
    ['牵头单位  ', '责任单位  '],
  ])('are read behind any sign: %s', (lead, other) => {
    const facts = factsOf(
      '一、重点任务',
      '（一）完善保护网络。划定保护范围,整理界碑。',
      `${lead}市林业局`,
      `${other}市水利局、市财政局`,
      '（二）开展监测评估。布设监测站点,按期发布结果。',
      `${lead}市水利局`,
      `${other}市林业局`,
      '三、保障措施',
      '（一）加强领导。建立机制。',
    );
    expect(facts).toEqual(BOTH);
  });

  it('are no footer of a web page below the last task', () => {
    const items = ['1、完善保护网络。', '主办单位：市林业局。', '2、开展监测评估。', '主办单位：市水利局。'];
    expect(factsOf('一、主要目标', ...items)).toEqual([
      ['完善保护网络', ['市林业局'], []],
      ['开展监测评估', ['市水利局'], []],
    ]);
  });

  it('are a footer where the words of the web stand beside them', () => {
    const items = ['1、完善保护网络。(市林业局负责)', '2、开展监测评估。(市水利局负责)'];
    const [, last] = factsOf('一、重点任务', ...items, '主办单位：云泽市人民政府 技术支持：市信息中心');
    expect(last).toEqual(['开展监测评估', [], ['市水利局']]);
  });

  it.each([
    ['镇水管站、镇国土所、镇民', '政办'],
    ['镇水管站、镇国土所、镇民政', '办'],
  ])('go on where a page cuts a name: %s', (line, rest) => {
    const [first] = factsOf(
      '一、重点任务',
      '1、完善保护网络。划定保护范围。',
      `责任单位：${line}`,
      rest,
      '2、开展监测评估。布设监测站点。',
      '责任单位：镇水管站',
    );
    expect(first?.[2]).toEqual(['镇水管站', '镇国土所', '镇民政办']);
  });

  it('go on in a bracket that a page wraps behind the label', () => {
    const [first] = factsOf(
      '一、重点任务',
      '(一)完善保护网络。划定保护范围。(牵头单位:市林业局;责任单位:',
      '市水利局、市财政局)',
      '(二)开展监测评估。布设监测站点。(牵头单位:市水利局;责任单位:市林业局)',
    );
    expect(first).toEqual(BOTH[0]);
  });
});

describe('duties unit by unit', () => {
  it('stand on lines below a heading that names the bureau alone', () => {
    const items = [
      '（一）林业局',
      '1.完善保护网络;',
      '2.开展监测评估。',
      '（二）水利局。',
      '1.补充湿地水源。',
      '2.清理沟渠。',
    ];
    expect(factsOf('一、部门职责', ...items)).toEqual([
      ['完善保护网络', [], ['林业局']],
      ['开展监测评估', [], ['林业局']],
      ['补充湿地水源', [], ['水利局']],
      ['清理沟渠', [], ['水利局']],
    ]);
  });

  it('stand line by line below one heading without numbers', () => {
    const lines = [
      '市林业局：完善保护网络，开展监测评估。',
      '市水利局：补充湿地水源，清理沟渠。',
      '市财政局：保障所需经费，加强监督。',
    ];
    const { tasks } = planOf('一、部门职责', ...lines);
    expect(tasks.map(({ section, title, responsibleUnits }) => [section, title, responsibleUnits])).toEqual([
      ['部门职责', '完善保护网络，开展监测评估', ['市林业局']],
      ['部门职责', '补充湿地水源，清理沟渠', ['市水利局']],
      ['部门职责', '保障所需经费，加强监督', ['市财政局']],
    ]);
  });
});

it.each([
  ['㈠', '㈡'],
  ['⑴', '⑵'],
  ['⒈', '⒉'],
  ['①', '②'],
  ['❶', '❷'],
  ['㊀', '㊁'],
])('a number that is one sign counts tasks and safeguards: %s', (one, two) => {
  const { tasks, safeguards } = planOf(
    '一、重点任务',
    `${one}完善保护网络。划定保护范围。(市林业局负责)`,
    `${two}开展监测评估。布设监测站点。(市水利局负责)`,
    '二、组织领导和保障',
    `${one}切实加强领导。建立机制。`,
    `${two}健全考核。完善标准。`,
  );
  expect(tasks.map(({ no, title }) => [no, title])).toEqual([
    [one, '完善保护网络'],
    [two, '开展监测评估'],
  ]);
  expect(safeguards.map(({ title }) => title)).toEqual(['切实加强领导', '健全考核']);
});

describe('what is no task and no safeguard', () => {
  it.each(['加强领导', '加强领导，落实责任', '狠抓落实', '提高认识，加强领导'])(
    'a chapter of its own beside 主要工作: %s',
    (heading) => {
      const titles = factsOf(
        '一、主要工作',
        '1、完善保护网络。划定保护范围。(市林业局牵头)',
        '2、开展监测评估。布设监测站点。(市水利局牵头)',
        `二、${heading}`,
        '湿地保护涉及千家万户。各单位主要领导要亲自抓。',
      ).map(([title]) => title);
      expect(titles).toEqual(['完善保护网络', '开展监测评估']);
    },
  );

  it('the list of annexes and the subject words', () => {
    const { safeguards } = planOf(
      '一、重点任务',
      '1.完善保护网络。划定保护范围。(市林业局牵头)',
      '2.开展监测评估。布设监测站点。(市水利局牵头)',
      '二、保障措施',
      '1.加强组织领导。各单位是责任主体。',
      '2.强化考核问责。考核结果予以公布。',
      '附件：1.湿地名录',
      '　　　2.湿地负责人名单',
      '主题词：湿地　保护　方案　通知',
      '云泽市林业局办公室　　　　2031年4月16日印发',
    );
    expect(safeguards.map(({ title }) => title)).toEqual(['加强组织领导', '强化考核问责']);
  });
});

it.each([
  ['编制保护规划，2031年9月底前报市政府备案。', '2031-09'],
  ['2031年12月底前印发实施保护规划。', '2031-12'],
  ['编制保护规划，2031年12月底前完成。', '2031-12'],
  ['到2031年底，城市建成区设立界碑。', undefined],
])('the due date of a task stands in its text beside owners in brackets: %s', (text, due) => {
  const [first] = planOf(
    '一、重点任务',
    `1.完善保护网络。${text}（市林业局牵头，市水利局配合）`,
    '2.开展监测评估。布设监测站点。（市水利局牵头，市林业局配合）',
  ).tasks;
  expect(first?.due).toBe(due);
});

describe('labels beside those of owners', () => {
  it('name who gives figures or checks, and no owners', () => {
    const facts = factsOf(
      '一、重点任务',
      '(一)完善保护网络。(牵头领导:李某,牵头单位:市林业局,责任单位:市水利局、市财政局,数据提供单位:市统计局)',
      '(二)开展监测评估。(牵头单位:市水利局,责任单位:市林业局;考核单位:市督查室)',
    );
    expect(facts).toEqual(BOTH);
  });
});

describe('a name with its end in brackets', () => {
  it('is the name alone, and the task is due then', () => {
    const [task] = planOf(
      '一、重点任务',
      '(一)完善保护网络(2026年5月底前)。划定范围。(市林业局牵头)',
      '(二)开展监测评估(2026年9月30日前完成)。布设站点。(市水利局牵头)',
    ).tasks;
    expect([task?.title, task?.due]).toEqual(['完善保护网络', '2026-05']);
  });
});

describe('a task whose fields are numbered below it', () => {
  it('is named by its heading and takes its owners from its field', () => {
    const facts = factsOf(
      '一、完善保护网络',
      '1.主要内容:划定保护范围。',
      '2.牵头单位:市林业局',
      '3.责任单位:市水利局、市财政局',
      '二、开展监测评估',
      '1.主要内容:布设监测站点。',
      '2.牵头单位:市水利局',
      '3.责任单位:市林业局',
    );
    expect(facts).toEqual(BOTH);
  });
});
