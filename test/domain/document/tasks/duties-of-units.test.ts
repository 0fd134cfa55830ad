import { describe, expect, it } from 'vitest';
import { askedOf, ownersOf, titlesOf } from './plan-of.ts';

const SCOPE = ['一、整治范围', '全市国家和省级重要湿地、湿地公园、饮水水源保护区。'];
const DEMANDS = ['三、工作要求', '(一)加强领导。各单位要高度重视。'];

describe('a division of duties, unit by unit', () => {
  it.each([
    [
      'a unit, a colon, its duty',
      '(一)街道林业站:调查湿地资源。',
      '(二)云桥派出所:查处盗采泥炭的行为。',
      '(三)各社区居委会:巡查湖岸。',
      ['(一)', '(二)', '(三)'],
      ['调查湿地资源', '查处盗采泥炭的行为', '巡查湖岸'],
    ],
    [
      'a unit as the heading of its sentence',
      '(一)街道林业站。负责调查湿地资源;负责汇总上报。',
      '(二)云桥派出所。负责查处盗采泥炭的行为。会同林业站劝导。',
      '(三)各社区居委会。负责巡查湖岸。',
      ['(一)', '(二)', '(三)'],
      ['负责调查湿地资源', '负责查处盗采泥炭的行为', '负责巡查湖岸'],
    ],
    [
      'sentences without numbers',
      '街道林业站负责调查湿地资源。',
      '云桥派出所负责查处盗采泥炭的行为。',
      '各社区居委会负责巡查湖岸。',
      [null, null, null],
      ['负责调查湿地资源', '负责查处盗采泥炭的行为', '负责巡查湖岸'],
    ],
  ])('is read as %s', (_, first, second, third, numbers, titles) => {
    const lines = [...SCOPE, '二、职责分工', first, second, third, ...DEMANDS];
    expect(titlesOf(...lines)).toEqual(titles.map((title, at) => [numbers[at], '职责分工', title]));
    expect(ownersOf(...lines).map(([, , units]) => units)).toEqual([['街道林业站'], ['云桥派出所'], ['各社区居委会']]);
  });

  it('stands beside what is checked, which is no task', () => {
    const lines = ['二、检查内容', '重点检查保护规划落实、违法占用等情况。', '三、职责分工'];
    const duties = ['(一)市林业局:调查湿地资源。', '(二)市水利局:管控湖岸。', '(三)市财政局:保障检查经费。'];
    expect(titlesOf(...SCOPE, ...lines, ...duties).map(([, , title]) => title)).toEqual([
      '调查湿地资源',
      '管控湖岸',
      '保障检查经费',
    ]);
  });
});

describe('duties below a line with nothing but the name of a unit', () => {
  const duties = (number: (at: number) => string) => [
    `${number(1)}调查湿地资源,建立档案。`,
    `${number(2)}汇总上报各地情况。`,
  ];
  const unitsOf = (...lines: string[]): unknown[] =>
    ownersOf(...lines).map(([title, leads, units]) => [title, ...leads, ...units]);
  const EACH = ['市林业局', '市水利局', '各乡镇人民政府'].flatMap((unit) => [
    ['调查湿地资源,建立档案', unit],
    ['汇总上报各地情况', unit],
  ]);

  it.each([
    ['a colon', (unit: string) => `${unit}:`],
    ['a colon behind 主要职责', (unit: string) => `${unit}主要职责:`],
    ['a colon behind 负责', (unit: string) => `${unit}负责:`],
    ['brackets', (unit: string) => `【${unit}】`],
    ['nothing', (unit: string) => unit],
  ])('are those of the unit: %s', (_, head) => {
    for (const section of ['二、职责分工', '二、主要任务', '二、任务分解'])
      for (const number of [(at: number) => `${at}.`, (at: number) => `(${at})`]) {
        const groups = ['市林业局', '市水利局', '各乡镇人民政府'].flatMap((unit) => [head(unit), ...duties(number)]);
        expect(unitsOf(...SCOPE, section, ...groups, ...DEMANDS)).toEqual(EACH);
      }
  });

  it('need no numbers behind a colon, and may be joint ones', () => {
    const lines = ['二、职责分工', '市林业局:', ...duties(() => ''), '市财政局、市审计局:', ...duties(() => '—')];
    expect(unitsOf(...SCOPE, ...lines, ...DEMANDS)).toEqual([
      ['调查湿地资源,建立档案', '市林业局'],
      ['汇总上报各地情况', '市林业局'],
      ['调查湿地资源,建立档案', '市财政局', '市审计局'],
      ['汇总上报各地情况', '市财政局', '市审计局'],
    ]);
  });

  it('propose the unit as the one that leads, and no number is missing', () => {
    const lines = ['二、职责分工', '市林业局:', ...duties((at) => `${at}.`), '市水利局:', ...duties((at) => `${at}.`)];
    expect(askedOf(['number-skipped', 'number-repeated'], ...SCOPE, ...lines)).toEqual([]);
    expect(askedOf(['lead-assumed'], ...SCOPE, ...lines).map(({ proposal }) => proposal)).toEqual([
      ['市林业局'],
      ['市林业局'],
      ['市水利局'],
      ['市水利局'],
    ]);
  });

  it('are nobody’s below 工作目标: and the like', () => {
    const lines = ['二、主要任务', '工作内容:', ...duties((at) => `${at}.`), '有关要求:', ...duties((at) => `${at}.`)];
    expect(ownersOf(...SCOPE, ...lines).flatMap(([, leads, units]) => [...leads, ...units])).toEqual([]);
  });
});

describe('duties below a sentence that announces them', () => {
  it('are read line by line, with 负责 and with 要', () => {
    const intro = '现将区各有关单位在湿地保护中的任务明确如下:';
    const lines = [
      '区林业局负责湿地资源调查。',
      '区委农办要整治湿地周边村庄。',
      '规划分局负责保护规划的编制,配合区林业局组织培训。',
    ];
    expect(ownersOf(intro, ...lines)).toEqual([
      ['负责湿地资源调查', [], ['区林业局']],
      ['要整治湿地周边村庄', [], ['区委农办']],
      ['负责保护规划的编制,配合区林业局组织培训', [], ['规划分局']],
    ]);
  });
});

describe('headings beside the tasks', () => {
  const OWNED = [
    '二、主要任务',
    '(一)开展湿地调查。摸清底数。(市林业局牵头,市水利局参加)',
    '(二)修复退化湿地。分类实施。(市水利局牵头,市林业局参加)',
  ];
  const MEASURES = ['(一)落实责任制。形成合力。', '(二)搞好宣传。开辟专栏。'];

  it.each(['整治范围', '治理范围', '适用范围', '检查对象', '工作范围和对象', '活动主题'])(
    '%s is no task',
    (heading) => {
      const lines = [`一、${heading}`, '全市国家和省级重要湿地、湿地公园、饮水水源保护区。', ...OWNED];
      expect(titlesOf(...lines).map(([, , title]) => title)).toEqual(['开展湿地调查', '修复退化湿地']);
    },
  );

  it.each(['扩大保护范围', '拓展服务对象'])('%s is one', (heading) => {
    const titles = titlesOf('一、重点任务', `(一)${heading}。划定边界。`, '(二)修复退化湿地。分类实施。');
    expect(titles.map(([, , title]) => title)).toEqual([heading, '修复退化湿地']);
  });

  it.each(['工作措施', '主要举措', '方式方法'])(
    '%s without owners are none beside tasks that name theirs',
    (heading) => {
      const lines = ['一、检查范围', '全市湿地。', ...OWNED, `三、${heading}`, ...MEASURES];
      expect(titlesOf(...lines).map(([, , title]) => title)).toEqual(['开展湿地调查', '修复退化湿地']);
    },
  );

  it('measures are the tasks where no other section holds any', () => {
    const lines = ['一、指导思想', '坚持保护优先。', '二、工作措施', ...MEASURES];
    expect(titlesOf(...lines).map(([, , title]) => title)).toEqual(['落实责任制', '搞好宣传']);
  });
});
