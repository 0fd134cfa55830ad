import type { LocalDate } from '../../plan/types.ts';
import { fullDayText } from '../local-text.ts';

/** What forms are called and ask for. Titles have at most 24 characters (a Slack modal's). */
export const zhForms = {
  titles: {
    report: '填报进展',
    edit: '修改登记内容',
    rollUp: '修改汇总',
    extension: '申请延期',
    explain: '说明原因',
    dispute: '职责有异议',
    contact: '更换联络员',
    coordination: '提请协调',
    unchanged: '无变化理由',
    reason: '填写理由',
    date: '另定日期',
    pause: '暂缓办理',
    directive: '作出批示',
  },
  submit: '提交',
  labels: {
    progress: '进度(0至100)',
    words: '完成事项及数据',
    blocker: '存在问题',
    expectedOn: '预计办结日期',
    done: '已完成',
    correct: '更正上次报送(登记为新版,原报送留存)',
    reason: '理由(不少于5个字)',
    whyNot: '未报送的原因',
    reportBy: '可报送的日期',
    newDueOn: '拟延至的日期',
    otherDate: '同意延至的日期',
    pauseUntil: '暂缓至',
    contact: '新联络员姓名和电话',
    coordination: '需要协调的事项',
    directive: '批示内容',
    rollUp: '汇总全文',
    figure: (name: string, unit: string) => `${name}累计(${unit})`,
  },
  hints: {
    last: (value: string) => `上次登记${value}`,
    figure: (last: number | null, target: number | null, unit: string) =>
      [...(last === null ? [] : [`上次登记${last}${unit}`]), ...(target === null ? [] : [`目标${target}${unit}`])].join(
        ',',
      ),
    dueOn: (day: LocalDate) => `现时限${fullDayText(day)}`,
  },
  /** 季报 时限11月25日(已逾期). */
  owed: (duty: string, day: string, late: boolean) => `${duty} 时限${day}${late ? '(已逾期)' : ''}`,
  more: (count: number) => `另有${count}项,请提交后再填。`,
  onlyChanged: '只填有变化的事项,其余可留空。',
  wrongFigure: '数据应为数字',
};

export type FormWords = typeof zhForms;
