import { englishDates } from './en-dates.ts';
import { OFFICE_SUMMARIES } from './en-office-summaries.ts';

/** What the record says of an answer, of which the wording is fixed; content in between stays as it is. */
const SUMMARIES: [RegExp, string][] = [
  [/^已登记:汇总\((\d+)家\)/, 'recorded: roll-up of $1 units'],
  [/^已登记:汇总\((\d+)家,缺(\d+)家\)/, 'recorded: roll-up of $1 units, $2 missing'],
  [/^已登记:/, 'recorded: '],
  [/^已更正\(第(\d+)版\)/, 'corrected (version $1) '],
  [/^此前已登记/, 'recorded before'],
  [/^此前已签收/, 'signed for before'],
  [/^此前已办理/, 'done before'],
  [/^已签收/, 'signed for'],
  [/^已提请协调,办公室将在(\d+)个工作日内答复/, 'help was asked for; the office answers within $1 working days'],
  [/^原话已留存,未改动进度/, 'your words were kept; the progress is unchanged'],
  [/^已留存。此后已有更新的登记,未作改动/, 'kept; a later report stands, nothing was changed'],
  [/^已登记职责异议,待办公室核定/, 'your objection to the duty was recorded and waits for the office'],
  [/^办结申请此前已收到,待办公室验收/, 'completion was claimed before and waits for the office'],
  [/^办结申请此前已收到(?=,)/, 'completion was claimed before'],
  [/^已申请办结/, 'completion claimed'],
  [/^已申请延期至/, 'more time was asked for, until '],
  [/^已催办/, 'reminded '],
  [/,((?:\d{4}年)?\d+月\d+日)(\d+:\d+)发送时段开始后送达/, '; the message goes out from $1 $2'],
  [/,已有答复待本人核对,核对前暂不提示/, '; an answer waits for its author’s check, and nothing is sent before that'],
  [/^已验收/, 'accepted'],
  [/^任务已验收办结/, 'the task is accepted as complete'],
  [/^任务已取消/, 'the task is cancelled'],
  [/^已退回补充/, 'returned for completion'],
  [/^已退回/, 'sent back'],
  [/^已改由(\S+?)承办/, 'goes to $1 now'],
  [/^已并入(\S+?)承办的部分/, 'joined to the part of $1'],
  [/^已同意延至/, 'more time granted, until '],
  [/^不同意延期,仍按(\S+?)时限办理/, 'more time refused; still due $1'],
  [/^已撤回延期批复,没有通知申请单位/, 'the decision was taken back; the unit was not told'],
  [/^已撤回阶段转换,没有任何单位收到通知/, 'the change of phase was taken back; no unit was told'],
  [/^已撤回/, 'taken back'],
  [/^已暂缓至(\S+?),期间不发提示/, 'put off until $1; no messages until then'],
  [/^已恢复办理/, 'resumed'],
  [/^已列入选做事项/, 'the optional task was chosen'],
  [/^已核定,将提示分管负责同志/, 'the person in charge of the unit will be told'],
  [/^不再提示分管负责同志/, 'the person in charge of the unit is not told'],
  [/^异议不成立,仍由该单位承办/, 'the duty stays with the unit'],
  [/^异议成立,该单位不再承担/, 'the objection holds; the unit is relieved'],
  [/^已指定承办单位:?/, 'units assigned: '],
  [/^该单位此前已指定。?:?/, 'assigned before: '],
  [/^已登记盖章扫描件/, 'the stamped scan was registered'],
  [/^已(?:重新)?起草第(\d+)期简报,请核对后核发/, 'brief no. $1 is drafted; please check it before it is released'],
  [/。有(\d+)处修改因内容已变未予保留,原句已留存/, '; $1 of the changes no longer fitted and were left out'],
  [
    /^第(\d+)期简报已核发,将在发送时段送达(\d+)位领导小组成员/,
    'brief no. $1 is released; leaders who get it in the next window: $2',
  ],
  [
    /^第(\d+)期简报已核发,尚未登记领导小组成员,没有送达对象/,
    'brief no. $1 is released; no leader is registered to get it',
  ],
  [/^已核发/, 'released: '],
  [/^不予印发/, 'not issued: '],
  [/^已拟(\S+?)草稿/, 'drafted: $1'],
  [/^此前已拟/, 'drafted before: '],
  [/^已办$/, 'done'],
  [/督办单/, 'notice'],
  [/通报/, 'circular'],
  [/[;,]其(\d+)项分解任务一并(?:恢复|暂缓|取消)/, ', with its $1 sub-items'],
  [/,(\d+)分钟内可以撤回,其后通知(.+)$/, '; it can be taken back for $1 minutes, then $2 is told'],
  [/较上次无变化/, 'no change'],
  [/未报数字/, 'no figure'],
  [/未量化/, 'without a figure'],
  [/进度(?=\d)/g, 'progress '],
  [/预计(\S+?)完成/, 'expected by $1'],
  [/,待单位分管负责同志审签/, ', waits for the sign-off of your unit'],
  [/,待办公室验收/, ', waits for the office'],
  [/,待批复/, ', waits for a decision'],
  [/,原事项仍待办理/, ', what was asked is open again'],
  [/,本期进展仍待报送/, '; the report of this period is still due'],
];

/** In English as far as it is one of ours; whatever else it says stays as it was recorded. */
export const englishSummary = (summary: string): string =>
  englishDates(
    [...OFFICE_SUMMARIES, ...SUMMARIES].reduce(
      (said, [known, english]) => said.replace(known, english),
      summary.replace(/[。.]$/, ''),
    ),
  ).replace(/ (?=;)| $/g, '');

/** The same as a sentence by itself. */
export const englishSentence = (summary: string): string =>
  englishSummary(summary)
    .replace(/^[a-z]/, (first) => first.toUpperCase())
    .replace(/\.?$/, '.');
