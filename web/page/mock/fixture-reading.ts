import type { PlanReading } from '../../../domain/document/review.ts';
import type { Anchors, Question, QuestionCode } from '../../../domain/document/types.ts';
import type { PlanTask } from '../../../domain/plan/types.ts';

/** An invented plan with the places of its fields marked ‹pointer|words›. */
const MARKED = `示例市人民政府办公室关于印发示例市政务服务提升行动方案的通知

‹/docNumber|示政办发〔2026〕31号›

各县人民政府,市政府各部门:

现将《示例市政务服务提升行动方案》印发给你们,请认真组织实施。

‹/issuer|示例市人民政府办公室›
‹/issuedOn|2026年12月1日›

‹/title|示例市政务服务提升行动方案›

(本方案为演示用虚构文本,所述城市、单位、人员和数据均非实有。)

为进一步提升政务服务水平,结合我市实际,制定本方案。行动自‹/period/start|2026年12月›起开展。

一、行动目标

到2027年底,‹/targets/0|政务服务事项网上可办率达到20230%›;行动期内‹/targets/1|新增便民服务点40个以上›;‹/targets/2|群众满意度进一步提升›。

二、主要任务

‹/tasks/0/section|优化服务流程›

‹/tasks/0/no|(一)›‹/tasks/0/title|梳理服务事项›。逐项编制办事指南,统一名称、材料和时限。〔牵头单位:‹/tasks/0/leadUnits/0|市政务局›;责任单位:‹/tasks/0/responsibleUnits/0|市财政局›、‹/tasks/0/responsibleUnits/1|市工商局›、‹/tasks/0/responsibleUnits/2|各县›;完成时限:‹/tasks/0/due|2027年3月底前›〕

‹/tasks/1/no|(二)›‹/tasks/1/title|推行一窗受理›。整合部门窗口,推行前台综合受理、后台分类审批。〔牵头单位:‹/tasks/1/leadUnits/0|市政务局›;责任单位:‹/tasks/1/responsibleUnits/0|市人社局›、‹/tasks/1/responsibleUnits/1|市公安局›、‹/tasks/1/responsibleUnits/2|市市场监管局›〕

‹/tasks/2/no|(三)›‹/tasks/2/title|压减办理时限›。对照先进地区逐项压减办理时限,压减情况按季通报。〔责任单位:‹/tasks/2/responsibleUnits/0|市人社局›、‹/tasks/2/responsibleUnits/1|市公安局›;完成时限:‹/tasks/2/due|2027年9月›〕

‹/tasks/3/section|夯实服务基础›

‹/tasks/3/no|(四)›‹/tasks/3/title|建设便民服务点›。在乡镇、街道和园区布设便民服务点,由市政务局会同各县统筹选址。〔责任单位:‹/tasks/3/responsibleUnits/0|各县›〕

‹/tasks/4/no|(五)›‹/tasks/4/title|加强队伍建设›。每年开展窗口人员轮训,完善首问负责、限时办结制度。〔牵头单位:‹/tasks/4/leadUnits/0|市人社局›;责任单位:‹/tasks/4/responsibleUnits/0|市政务局›〕

‹/tasks/5/no|(六)›‹/tasks/5/title|其他事项›。其他未尽事项按有关规定办理。

三、实施步骤

(一)‹/phases/0/name|动员部署阶段›(‹/phases/0/start|2026年12月›)。‹/phases/0/duties/0|制定实施细则,召开动员会议›。

(二)‹/phases/1/name|组织实施阶段›(‹/phases/1/start|2027年1月›至‹/phases/1/end|10月›)。‹/phases/1/duties/0|按季调度任务进展›。

(三)‹/phases/2/name|总结评估阶段›(‹/phases/2/start|2027年11月›至‹/phases/2/end|12月›)。‹/phases/2/duties/0|开展总结评估›。

四、组织保障

成立‹/bodies/0/name|示例市政务服务提升行动领导小组›,‹/bodies/0/duties/0|统筹协调行动各项工作›。‹/recurring/0/what|各单位每季度报送任务进展›。‹/safeguards/0/title|加强经费保障›,所需经费由同级财政统筹安排。
`;

/** Text and anchors of a marked text; places count in UTF-16 units of the text. */
export function unmark(marked: string): { text: string; anchors: Anchors } {
  const anchors: Anchors = {};
  let text = '';
  for (const [, path, words, plain] of marked.matchAll(/‹([^|›]+)\|([^›]*)›|([^‹]+)/g)) {
    const start = text.length;
    text += words ?? plain ?? '';
    if (path !== undefined) anchors[path] = { start, end: text.length };
  }
  return { text, anchors };
}

const { text, anchors } = unmark(MARKED);
export const READING_TEXT = text;

const task = (no: string, section: string, title: string, more: Partial<PlanTask>): PlanTask => ({
  no,
  section,
  title,
  leadUnits: [],
  responsibleUnits: [],
  otherUnits: [],
  obligation: null,
  ...more,
});

const [FLOW, BASE] = ['优化服务流程', '夯实服务基础'];

const question = (
  code: QuestionCode,
  path: string,
  words: string,
  proposal: unknown,
  reason: string,
  matters: boolean,
): Question => ({
  id: `${code}:${path}`,
  code,
  path,
  text: words,
  proposal,
  reason,
  anchor: anchors[path] ?? anchors[path.replace(/\/[a-zA-Z]+$/, '/title')] ?? null,
  matters,
});

const target = {
  comparator: null,
  value: null,
  max: null,
  unit: null,
  baseline: null,
  per: null,
  by: null,
  scope: null,
};

/** What the reader makes of it: six tasks, and questions of every kind that a person meets. */
export const READING: PlanReading = {
  kind: 'plan',
  plan: {
    title: '示例市政务服务提升行动方案',
    docNumber: '示政办发〔2026〕31号',
    issuedOn: '2026-12-01',
    issuer: '示例市人民政府办公室',
    place: '示例市',
    period: { start: '2026-12', end: null },
    phases: [
      {
        name: '动员部署阶段',
        kind: 'deployment',
        start: '2026-12',
        end: '2026-12',
        duties: ['制定实施细则,召开动员会议'],
      },
      { name: '组织实施阶段', kind: 'implementation', start: '2027-01', end: '2027-10', duties: ['按季调度任务进展'] },
      { name: '总结评估阶段', kind: 'inspection', start: '2027-11', end: '2027-12', duties: ['开展总结评估'] },
    ],
    tasks: [
      task('(一)', FLOW, '梳理服务事项', {
        leadUnits: ['市政务局'],
        responsibleUnits: ['市财政局', '市工商局', '各县'],
        due: '2027-03',
      }),
      task('(二)', FLOW, '推行一窗受理', {
        leadUnits: ['市政务局'],
        responsibleUnits: ['市人社局', '市公安局', '市市场监管局'],
      }),
      task('(三)', FLOW, '压减办理时限', { responsibleUnits: ['市人社局', '市公安局'], due: '2027-09' }),
      task('(四)', BASE, '建设便民服务点', { responsibleUnits: ['各县'] }),
      task('(五)', BASE, '加强队伍建设', { leadUnits: ['市人社局'], responsibleUnits: ['市政务局'] }),
      task('(六)', BASE, '其他事项', {}),
    ],
    targets: [
      { ...target, name: '政务服务事项网上可办率', comparator: '>=', unit: '%', by: '2027', scope: 'cumulative' },
      { ...target, name: '新增便民服务点', comparator: '>=', value: 40, unit: '个', scope: 'period' },
      { ...target, name: '群众满意度', comparator: 'increase', scope: 'period' },
    ],
    bodies: [{ name: '示例市政务服务提升行动领导小组', kind: 'leading group', duties: ['统筹协调行动各项工作'] }],
    recurring: [{ what: '报送任务进展', every: 'quarter', who: '各单位' }],
    safeguards: [{ title: '加强经费保障', gist: '所需经费由同级财政统筹安排' }],
    office: { name: '领导小组办公室', host: null },
    units: [],
    contacts: [],
  },
  anchors,
  questions: [
    question(
      'period-without-end',
      '/period/end',
      '方案未印结束时间,按末一阶段定为2027年12月,是否妥当?',
      '2027-12',
      '只印了开始时间。',
      false,
    ),
    question(
      'impossible-number',
      '/targets/0',
      '“20230%”不可能是可办率,应为多少?',
      null,
      '百分率超过100,疑为排印有误。',
      true,
    ),
    question(
      'renamed-unit',
      '/tasks/0/responsibleUnits/1',
      '“市工商局”是否即现在的“市市场监管局”?',
      '市市场监管局',
      '该名称的机构已经并入市场监督管理部门。',
      false,
    ),
    question(
      'no-lead-unit',
      '/tasks/2/leadUnits',
      '(三)“压减办理时限”没有牵头单位,是否由排在首位的市人社局牵头?',
      ['市人社局'],
      '只列了责任单位。',
      true,
    ),
    question(
      'unit-in-sentence',
      '/tasks/3/leadUnits',
      '(四)“建设便民服务点”是否由市政务局牵头?',
      ['市政务局'],
      '句中写“由市政务局会同各县”,括号内未列牵头单位。',
      true,
    ),
    question(
      'task-or-not',
      '/tasks/5',
      '(六)“其他事项”是否作为一项任务?',
      null,
      '没有承办单位,也没有具体要求。',
      false,
    ),
  ],
  notes: [],
};
