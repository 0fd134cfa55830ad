import type { BriefBody, StoredSection, StoredSentence } from '../../../domain/reports/types.ts';
import { EDITOR, eventOf, fresh } from './fixture-sentence.ts';

/** The draft on the coordinator's desk: derived sentences, one that was edited, one written by hand. */
const SECTIONS: [StoredSection['key'], StoredSentence[]][] = [
  [
    'overall',
    [
      fresh(
        'overall/counts',
        '16项,正常9、临期3、滞后2、逾期1、未启动1。',
        Array.from({ length: 16 }, (_, index) => eventOf(`t${index + 1}`)),
      ),
      fresh('overall/compared', '与第6期相比,正常由11项变为9项,临期由1项变为3项,滞后由3项变为2项,逾期由0项变为1项。', [
        { briefNo: 6, sentenceId: 'overall/counts' },
        eventOf('t8', 12),
      ]),
    ],
  ],
  [
    'changes',
    [
      fresh(
        'changes/task/t6',
        '第(六)项“推进专利转化运用”:市科技局11月17日报送:进度由55%提高到70%,促成专利转让许可23件,合同金额1860万元,预计12月18日完成。',
        [eventOf('t6', 11)],
        { taskId: 't6' },
      ),
      fresh(
        'changes/task/t7',
        '第(七)项“扩大质押融资规模”:市财政局11月16日报送:进度由60%提高到72%,新增质押贷款7笔,金额4200万元。',
        [eventOf('t7', 10)],
        { taskId: 't7' },
      ),
      fresh(
        'changes/task/t10',
        '第(十)项“建设保护工作站”:东城县11月18日报送:新增保护工作站2家,累计9家;西山县11月19日报送:新增保护工作站1家,累计6家。',
        [eventOf('t10', 14), eventOf('t10', 15)],
        { taskId: 't10' },
      ),
      fresh('changes/task/t14', '第(十四)项“推进学校教育”:市教育局11月20日申请办结,待验收。', [eventOf('t14', 9)], {
        taskId: 't14',
      }),
    ],
  ],
  [
    'late',
    [
      fresh(
        'late/task/t8',
        '第(八)项“开展联合执法行动”:市知识产权局等5个单位2026年第四季度进展报送时限11月18日,已逾期2个工作日,已提示2次(最近11月19日),尚未报送。',
        [eventOf('t8', 12)],
        { taskId: 't8' },
      ),
      fresh(
        'late/task/t5',
        '第(五)项“培育示范优势企业”:市工信局进度45%,低于序时进度的90%,预计12月15日完成。',
        [eventOf('t5', 8)],
        { taskId: 't5' },
      ),
      fresh(
        'late/task/t10',
        '第(十)项“建设保护工作站”:市知识产权局累计15家,目标20家,低于序时进度的90%。',
        [eventOf('t10', 15)],
        { taskId: 't10' },
      ),
    ],
  ],
  [
    'decide',
    [
      fresh(
        'decide/issue/t9',
        '市科技局11月12日就第(九)项“研究制定战略与规划”提请协调:“规划编制经费尚缺12万元,建议从专项资金中统筹”。',
        [eventOf('t9', 7)],
        { taskId: 't9' },
      ),
      {
        ...fresh('hand/1', '办公室建议:由市财政局会同市科技局于11月27日前提出经费安排意见,报领导小组审定。', []),
        sources: [{ byHand: EDITOR }],
      },
      {
        ...fresh('decide/completion/t14', '市教育局申请第(十四)项“推进学校教育”办结,材料齐备,建议验收。', [
          eventOf('t14', 9),
          { byHand: EDITOR },
        ]),
        taskId: 't14',
        derivedText: '市教育局申请第(十四)项“推进学校教育”办结,待验收。',
      },
    ],
  ],
  [
    'next',
    [
      fresh('next/2026-11-25', '11月25日前,市知识产权局办结第(三)项“制定年度推进计划”。', [eventOf('t3', 6)], {
        taskId: 't3',
      }),
      fresh('next/2026-11-30', '11月30日前,市科技局办结第(九)项“研究制定战略与规划”。', [eventOf('t9', 5)], {
        taskId: 't9',
      }),
      fresh('next/2026-12-20', '12月20日前,市知识产权局办结第(十五)项“加强人才培训”。', [eventOf('t15', 6)], {
        taskId: 't15',
      }),
    ],
  ],
  [
    'previous',
    [
      fresh('previous/next/2026-11-10', '已于11月9日报送。', [eventOf('t5', 8)], {
        said: '11月10日前,市工信局报送2026年10月进展(第(五)项)。',
        taskId: 't5',
      }),
      fresh('previous/decide/issue/t13', '11月13日报送未再列报该问题。', [eventOf('t13', 9)], {
        said: '市农业农村局10月21日报第(十三)项“发展地理标志产业”存在问题:“检测设备采购流标”。',
        taskId: 't13',
      }),
      fresh('previous/directive/1', '办公室10月30日已办理,该项仍逾期,见本期逾期滞后。', [eventOf('t8', 10)], {
        said: '罗某民批示:“联合执法要抓紧组织,年底前要见成效”',
        taskId: 't8',
      }),
    ],
  ],
];

export const draftBody: BriefBody = {
  counts: { total: 16, onTrack: 9, dueSoon: 3, behind: 2, overdue: 1, notStarted: 1, done: 0 },
  sections: SECTIONS.map(([key, sentences]) => ({ key, sentences })),
};
