import { shorten } from '../item-label.ts';
import { fullDayText } from '../local-text.ts';
import type { Answers } from './types.ts';

/** What a person is told after an answer: one sentence, and what to do where something is to be done. */
export const zhAnswers: Answers = {
  recorded: (item, summary) => `${item} ${summary.replace(/^已登记:/, '').replace(/。$/, '')}。`,
  whichTask: (words) => `"${shorten(words, 60)}"已留存。请选择说的是哪一项:`,
  noSuchTask: (named) => `原话已留存。方案中没有${named},请选择说的是哪一项:`,
  whichLine: (button) => `“${button}”针对哪一项?请选择:`,
  noTask: '原话已留存,未识别出要办理的事项。发送“帮助”查看可以办理的事项。',
  noOpenTask: '原话已留存。目前没有需要你单位填报的事项。',
  keptVague: (item) => `${item} 原话已留存,按未量化登记。`,
  kept: '原话已留存,未改动进度。',
  editingRollUp: '请直接回复更正后的汇总全文,以你的文字为准;各单位原话仍予留存。',
  questionToOffice: '已留存并转办公室答复。',
  editing: '请直接回复更正后的内容,原话仍予留存。如不是该项任务,请写明序号,如“第(九)项”。',
  fill: (items) => `请直接回复${items.join('、')}的进度、完成事项及数据、存在问题,经你核对后登记。`,
  explain: (item) => `请直接回复${item}未报送的原因,一并说明可报送的日期。`,
  unchangedWhy: (item) => `请直接回复${item}本期无变化的理由(不少于5个字),登记后本期即为已报送。`,
  disputeWords: '请直接回复文字说明理由(不少于5个字),登记后转办公室核定。',
  contactAsked: '更换联络员的请求已连同原话转办公室办理。办理完毕前,提示仍发给你。',
  contactWords: '更换联络员的请求已转办公室。请直接回复新联络员的姓名和电话,一并留存。',
  extensionDate: (item, dueOn) =>
    `${item}现时限${fullDayText(dueOn)}。请直接回复拟延至的日期、理由(不少于5个字)和目前进度,如“延至12月21日,因……”。`,
  extensionReason: (item, newDueOn) => `${item}拟延至${fullDayText(newDueOn)}。请直接回复延期理由(不少于5个字)。`,
  extensionDropped: '已取消,未提出延期申请。',
  acknowledged: '已收悉。',
  directiveWords: (no) => `请直接回复对第${no}期简报的批示内容。批示由办公室拟办,不直接发给承办单位。`,
  directiveDone: (no) => `对第${no}期简报的批示已登记,由办公室拟办。`,
  directiveDropped: '已取消,未登记批示。',
  handedOver: '你已不是该事项的联络员,未予登记,原话已留存。请由现联络员报送。',
  cardDone: '已登记',
  dataLater: (day) => `数据未出,${day}前补报`,
  closedBy: (summary, who) => (who === '' ? summary : `${summary.replace(/。$/, '')}(${who})`),
  allDone: '各项均已登记',
  cardReplaced: '已由更正后的内容代替',
  cardCompleted: '已补充,请核对新卡片',
  answeredLate: (result) =>
    `该事项已经办理:${result.replace(/。$/, '')},本次回复未予登记,原话已留存。如需更正,请回复“更正:”并写明序号和更正后的内容。`,
  cardRefused: '未登记,原话已留存',
  cardKept: '已仅存原话',
  cardAskedAgain: '已另行提示',
  cardToOffice: '未经确认,已连同原话转办公室',
  questionAnswered: (item) => `已选择${item}`,
  takenBack: '已撤回',
  takenBackOf: (items) => `;其中${items.join('、')}已撤回`,
  nothingToWithdraw: '目前没有可以撤回的报送。如需更正,请回复“更正:”并写明序号和更正后的内容。',
  whichWithdraw: (minutes) => `刚才登记了多项。请选择要撤回的一项(登记后${minutes}分钟内可撤回):`,
  complaint: (owed) =>
    owed === 0
      ? '打扰之处,敬请谅解。目前没有需要你答复的事项。'
      : `打扰之处,敬请谅解。目前待答复${owed}项,答复后本期不再提示:`,
  complaintMore: (count) => `另有${count}项,可发送“我的事项”查看。`,
  complaintHow: (no) =>
    `一句话即可答复,如“${no === null ? '' : `第${no}项`}完成60%”“与上次相同”;有困难的,写明困难或拟延至的日期。`,
  notProcessed: '内容已收到并留存,未能自动登记,已转办公室办理。',
  help: '收到提示后,点击按钮或直接回复文字即可。写明序号(如“第(九)项”)可指明任务。不得录入涉密信息。',
};
