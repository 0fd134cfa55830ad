import type { Catalogue } from './types.ts';
import { zhAnswers } from './zh-answers.ts';
import { zhCard } from './zh-cards.ts';
import { zhCommands } from './zh-commands.ts';
import { zhEvidence } from './zh-evidence.ts';
import { zhDesk } from './zh-desk.ts';
import { zhOffice } from './zh-office.ts';
import { zhOwn } from './zh-own.ts';
import { zhForms } from './zh-forms.ts';
import { zhLanguage } from './zh-language.ts';
import { zhBinding } from './zh-binding.ts';
import { zhPeople } from './zh-people.ts';
import { zhFollowUp } from './zh-questions.ts';
import { zhRequests } from './zh-requests.ts';
import { zhSection } from './zh-sections.ts';

/** The words of policy.md, "Messages". */
export const zh: Catalogue = {
  headings: {
    receipt: '【任务签收】',
    report: '【进展报送】',
    due: '【临期提示】',
    overdue: '【逾期提示】',
    nudge: '【催办】',
    ask: '【工作商请】',
    askReport: '【进展商请】',
    check: '【请核对】',
    checkAgain: '【请核对】',
    followUp: '【请补充一项】',
    which: '【请选择】',
    done: '【已登记】',
    refused: '【未登记】',
    note: '【说明】',
    rollUp: '【进展汇总】',
  },
  buttons: {
    receipt: '签收',
    receiptAll: '全部签收',
    receiptEach: '逐项签收',
    received: '收悉',
    dispute: '职责有异议',
    talk: '需沟通',
    changeContact: '更换联络员',
    fillAll: '逐项填报',
    fillNow: '立即填报',
    fillFigure: '填报数字',
    noChange: '较上次无变化',
    sameAsLast: '与上次相同',
    claim: '申请办结',
    coordination: '提请协调',
    extension: '申请延期',
    dropExtension: '取消',
    explain: '说明原因',
    confirm: '确认登记',
    edit: '修改',
    keepWords: '仅存原话',
    fileWithoutFigure: '登记为进展(无数字)',
    withdraw: '撤回',
    rollUp: '汇总各单位情况',
  },
  section: zhSection,
  provisional: '所涉年度的放假安排尚未公布,工作日为暂定。',
  resent: '如已收到请忽略。',
  continued: '(续)',
  restInWebInbox: '内容较长,余下部分请在网页收件箱查看。',
  card: zhCard,
  askedAgain: '下列内容尚未确认,请核对。',
  followUp: zhFollowUp,
  answers: zhAnswers,
  desk: zhDesk,
  commands: zhCommands,
  office: zhOffice,
  own: zhOwn,
  people: zhPeople,
  binding: zhBinding,
  language: zhLanguage,
  forms: zhForms,
  evidence: zhEvidence,
  requests: zhRequests,
};
