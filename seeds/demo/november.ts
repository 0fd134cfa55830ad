import { dayAt, spoken } from './dates.ts';
import type { ScriptedAnswer } from './types.ts';

/** Rows of one unit's liaison for the weeks that the board shows, by unit; they come after the first reports. */
export type EpisodeRows = Readonly<Record<string, readonly ScriptedAnswer[]>>;

/** Day of the month from which a task that is nearly done is claimed complete: a working day before it is due. */
const LAST_CLOSING_DAY = { '(二)': 26, '(三)': 24, '(九)': 27 } as const;

/**
 * The weeks before the board's date: the monthly report on (八) fell due on the 18th with two units heard
 * and five silent; (二), (三) and (九) are nearly done; (十四) is claimed complete by its lead.
 */
export function november(startMonth: string): EpisodeRows {
  const on = (offset: number, day: number) => dayAt(startMonth, offset, day);
  const from = on(5, 1);
  const closing = (taskNo: keyof typeof LAST_CLOSING_DAY, progress: number, text: string): ScriptedAnswer => ({
    taskNo,
    duty: 'completion',
    from,
    until: on(5, LAST_CLOSING_DAY[taskNo]),
    buttons: 'report',
    progress,
    text,
  });
  const heard = (progress: number, text: string): ScriptedAnswer[] => [
    ...enforcement,
    { taskNo: '(八)', duty: 'report', from, until: on(6, 1), buttons: 'report', progress, text },
  ];
  // What it says once it speaks again stands first: the later row counts while it is silent.
  const silentUntil = (day: string, progress: number, text: string): ScriptedAnswer[] => [
    ...heard(progress, text),
    { taskNo: '(八)', from, until: day, silent: 'unless-nudged' },
  ];
  const enforcement = monthly('(八)', startMonth, [
    [1, 20, '行动方案和检查标准已收到,参加人员已分工。'],
    [2, 40, '第一批检查对象已确定,正在开展摸排。'],
    [4, 68, '第二次联合检查已完成,案件正在办理。'],
  ]);

  return {
    市知识产权局: [
      ...silentUntil(on(5, 26), 82, '第三次联合检查已组织实施,结果正在汇总。'),
      closing('(二)', 93, `职责清单已报审,预计${spoken(on(5, 26))}前办结。`),
      closing('(三)', 92, `年度推进计划送审稿已完成,预计${spoken(on(5, 25))}前报领导小组审定。`),
      closing('(九)', 95, '已完成会签,无不同意见。'),
      ...monthly('(十四)', startMonth, [
        [1, 25, '已与教育部门商定讲师选派计划。'],
        [2, 40, '已选派讲师进校授课3场。'],
        [4, 75, '已选派讲师进校授课9场。'],
        [5, 80, '已选派讲师进校授课12场。'],
      ]),
    ],
    市财政局: [closing('(二)', 95, '经费保障意见已落实到位。')],
    市科技局: [
      closing('(二)', 95, '涉及本单位事项已全部衔接完毕。'),
      closing('(三)', 95, '本单位任务、时限和责任科室已确认。'),
      {
        taskNo: '(九)',
        duty: 'completion',
        from,
        until: on(5, LAST_CLOSING_DAY['(九)']),
        text: `第(九)项已完成88%,存在部门会签尚未完成的问题,申请延期至${spoken(on(6, 21))}。`,
      },
    ],
    市工信局: [closing('(三)', 95, '本单位任务清单已核对,无修改意见。'), closing('(九)', 95, '产业专题意见已报送。')],
    市教育局: [
      ...monthly('(十四)', startMonth, [
        [1, 25, '试点学校遴选办法已印发。'],
        [2, 40, '已收到学校申报19所,正在评审。'],
        [4, 78, '试点学校已建成11所,专兼职教师培训已完成。'],
      ]),
      {
        taskNo: '(十四)',
        from,
        buttons: 'completion',
        text: '已建成试点学校12所,课程和师资均已到位,佐证材料3份,申请办结。',
      },
    ],
    // The liaison whose inbox the page shows: stays silent even when nudged, so that the visitor answers.
    市公安局: [...enforcement, { taskNo: '(八)', from, until: on(6, 10), silent: 'always' }],
    市法院: heard(82, '联合执法涉诉案件9件,已审结7件。'),
    市检察院: silentUntil(on(5, 28), 80, '监督案件4件,已办结3件。'),
    东城县: [
      ...silentUntil(on(5, 27), 80, '检查商品市场7个,整改通知均已复查。'),
      closing('(二)', 94, '专职人员和办公条件已落实。'),
    ],
    西山县: [
      ...heard(80, '联合检查3次,查办案件5件,已结案4件。'),
      closing('(二)', 92, '办公场所已调整到位,正在制作标识。'),
    ],
    临江县: [...silentUntil(on(5, 30), 78, '检查商品市场4个、展会2场。'), closing('(二)', 93, '专职人员2名均已到岗。')],
  };
}

/** A key task's monthly reports: month after the start, percent, words. */
function monthly(
  taskNo: string,
  startMonth: string,
  reports: readonly (readonly [month: number, percent: number, words: string])[],
): ScriptedAnswer[] {
  return reports.map(([month, progress, text]) => ({
    taskNo,
    duty: 'report',
    from: dayAt(startMonth, month, 1),
    until: dayAt(startMonth, month + 1, 1),
    buttons: 'report',
    progress,
    text,
  }));
}
