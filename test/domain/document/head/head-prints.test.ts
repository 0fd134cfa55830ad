import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import type { DraftPlan } from '../../../../domain/document/types.ts';

const BODY = [
  '为保护湿地,制定本方案。',
  '一、重点任务',
  '(一)完善保护网络。划定保护范围,设立界碑。(市林业局牵头)',
  '(二)开展监测评估。布设监测站点,按期发布结果。(市水利局牵头)',
];

/** The head as read where these lines stand above the text. */
const headOf = (...lines: string[]): Pick<DraftPlan, 'title' | 'docNumber' | 'issuedOn' | 'issuer'> => {
  const reading = readPlan({ format: 'txt', text: [...lines, ...BODY].join('\n'), blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  const { title, docNumber, issuedOn, issuer } = reading.plan;
  return { title, docNumber, issuedOn, issuer };
};
const PLAN = '云泽市湿地保护工作方案';
const NOTICE = `关于印发《${PLAN}》的通知`;
const TO_ALL = ['各县区人民政府:', `现将《${PLAN}》印发给你们,请认真贯彻执行。`];

describe('number and date of a plan', () => {
  it.each<[string, string]>([
    ['number, then date', '(云政办发〔2031〕54号　2031年7月16日)'],
    ['date, then number', '（2031年7月16日，云政办发〔2031〕54号）'],
  ])('are both read from one pair of brackets below the title: %s', (_, line) => {
    expect(headOf(`云泽市人民政府办公厅${NOTICE}`, line, ...TO_ALL, PLAN)).toMatchObject({
      docNumber: '云政办发〔2031〕54号',
      issuedOn: '2031-07-16',
    });
  });

  it.each<[string, string]>([
    ['with blanks in the label', '发布机构 | 市林业局 | 文　　号 | 云林发〔2031〕1号'],
    ['with cells parted by tabs', '发布机构\t市林业局\t文号\t云林发〔2031〕1号'],
    ['behind a colon', '索引号: 0000/2031-1 发文字号: 云林发〔2031〕1号 主题分类: 林业'],
  ])('the number stands in the table of a web page %s', (_, line) => {
    expect(headOf('云泽市人民政府', line, NOTICE, ...TO_ALL, PLAN).docNumber).toBe('云林发〔2031〕1号');
  });

  it.each([
    '云泽市人民政府办公室文件 云政办发〔2031〕15号',
    '云泽市林业局文件　　云政办发〔2031〕15号',
    '云泽市人民政府文件 (云政办发〔2031〕15号)',
  ])('the number stands behind the letterhead on its line: %s', (line) => {
    expect(headOf(line, NOTICE, ...TO_ALL, PLAN).docNumber).toMatch(/^云政办发〔2031〕15号$/);
  });

  it('number, day and organ stand in the fields of a page that are marked by brackets alone', () => {
    const fields =
      '【索引号】0000/2031-18 【发文机关】云泽市林业局 【成文日期】2031年7月2日 【文号】云林发〔2031〕22号 【有效性】有效';
    expect(headOf('首页 / 政务公开', fields, PLAN)).toEqual({
      title: PLAN,
      docNumber: '云林发〔2031〕22号',
      issuedOn: '2031-07-02',
      issuer: '云泽市林业局',
    });
  });

  it('the number stands in brackets behind the title, or between small brackets', () => {
    expect(headOf(`${PLAN}（云政办发〔2031〕15号）`)).toMatchObject({ title: PLAN, docNumber: '云政办发〔2031〕15号' });
    expect(headOf('云政办发﹝2031﹞15号', NOTICE, ...TO_ALL, PLAN).docNumber).toBe('云政办发﹝2031﹞15号');
  });

  it.each(['二O一四年三月二十八日', '二○一四年三月二十八日', '二0一四年三月二十八日', '二Ｏ一四年三月二十八日'])(
    'the zero of the date is any sign that looks like one: %s',
    (date) => {
      expect(headOf(NOTICE, ...TO_ALL, '云泽市林业局', date, PLAN)).toMatchObject({
        issuedOn: '2014-03-28',
        issuer: '云泽市林业局',
      });
    },
  );
});

describe('the signature of a plan', () => {
  it.each<[string, string[]]>([
    ['on one line', ['云泽市林业局　　二〇三一年三月六日']],
    ['in brackets below the notice', ['(云泽市林业局  2031年3月6日)']],
    ['with a date in figures alone below the organ', ['云泽市林业局', '2031.3.6']],
    ['with hyphens in its date', ['云泽市林业局', '2031-03-06']],
    ['with a word for the seal', ['云泽市林业局（章）', '2031年3月6日']],
    ['sealed for another', ['（云泽市林业局代章）', '2031年3月6日']],
  ])('names its organ and day %s', (_, lines) => {
    expect(headOf(NOTICE, ...TO_ALL, ...lines, PLAN)).toMatchObject({ issuedOn: '2031-03-06', issuer: '云泽市林业局' });
  });

  it('is no date in figures that stands alone, as web pages print it', () => {
    expect(headOf(NOTICE, '2031-03-06', ...TO_ALL, PLAN).issuedOn).toBeNull();
  });
});

describe('who issued a plan', () => {
  it('stands in the field of a web page, where nothing else says so', () => {
    expect(headOf('发文机关：云泽市林业局  成文日期：2031年3月6日', NOTICE, ...TO_ALL, PLAN)).toMatchObject({
      issuer: '云泽市林业局',
      issuedOn: '2031-03-06',
    });
  });

  it('is the organ whose name and year begin the title', () => {
    expect(headOf('云泽县林业局2031年湿地保护工作计划').issuer).toBe('云泽县林业局');
  });

  it('stands on the line above a notice that begins with 关于', () => {
    expect(headOf('云泽市人民政府', NOTICE, '云政发[2031]18号', ...TO_ALL, '2031年4月8日', PLAN).issuer).toBe(
      '云泽市人民政府',
    );
  });

  it('stands in the letterhead alone', () => {
    expect(headOf('云泽镇人民 政府文件', '云政发（2031）9号', NOTICE, ...TO_ALL, '2031年4月8日', PLAN).issuer).toBe(
      '云泽镇人民 政府',
    );
  });

  it('is a university by its signature', () => {
    expect(headOf(NOTICE, ...TO_ALL, '云泽大学', '2031年4月8日', PLAN)).toMatchObject({
      issuer: '云泽大学',
      issuedOn: '2031-04-08',
    });
  });
});

it('a title that stands again below the headline of those who issue it is the title of the plan', () => {
  const headline = ['中共云泽市委宣传部　云泽市司法局', '关于湿地保护的第五个五年规划', '（2031－2035年）'];
  expect(headOf(...headline, '云泽市关于湿地保护的第五个五年规划').title).toBe('云泽市关于湿地保护的第五个五年规划');
});

it.each([
  `近日,市政府办公室印发《${PLAN}》(以下简称《方案》),对湿地保护作出部署。`,
  `日前,我市出台了《${PLAN}》,明确了今后三年的任务。`,
  `经市政府常务会议审议通过《${PLAN}》(以下简称方案)。`,
])('a report under a headline of its own names the plan in its first sentence: %s', (line) => {
  expect(headOf('云泽日报 > 要闻', '三年建成百个口袋湿地', line).title).toBe(PLAN);
});

describe('an organ that signs the last line without a date', () => {
  const issuerOf = (...below: string[]) => {
    const reading = readPlan({ format: 'txt', text: [PLAN, ...BODY, ...below].join('\n'), blocks: [] });
    return reading.kind === 'plan' ? reading.plan.issuer : reading.reason;
  };

  it.each([['云泽市人民政府办公室'], ['云泽市人民政府办公室', '抄送:市委办公室。']])(
    'has issued the plan: %s',
    (...below) => {
      expect(issuerOf(...below)).toBe('云泽市人民政府办公室');
    },
  );

  it('has not where a list of units ends the text', () => {
    expect(issuerOf('市林业局', '市水利局', '市财政局', '市教育局')).toBeNull();
  });
});
