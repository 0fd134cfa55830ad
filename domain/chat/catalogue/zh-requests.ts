import type { Instant, LocalDate } from '../../plan/types.ts';
import type { Guard } from '../../supervision/part-request.ts';
import { itemLabel, itemName, shorten } from '../item-label.ts';
import { dayText, dayWithWeekday, momentText, momentWithWeekday } from '../local-text.ts';

export interface TaskNamed {
  no: string | null;
  title: string;
}

export interface ExtensionAskedView extends TaskNamed {
  unit: string;
  dueOn: LocalDate;
  newDueOn: LocalDate;
  /** Working days between both. */
  workingDays: number;
  reason: string;
  progress: number | null;
  workingDaysBefore: number;
  guards: readonly Guard[];
  openOfUnit: number;
  level: 'office' | 'leading-group';
  /** null: no sign-off was needed; '': waits for it. */
  signedBy: string | null;
  decideBy: Instant;
}

const signed = (by: string | null): string =>
  by === null ? '' : by === '' ? ',单位分管负责同志尚未审签' : `,单位分管负责同志已审签(${by})`;

const GUARDS: Record<Exclude<Guard, 'many-at-once'>, string> = { 'last-minute': '临期申请', repeated: '再次申请' };

/** Messages about what a unit asks for: its sign-off, its decision, the answer (policy.md, message 7). */
export const zhRequests = {
  headings: {
    sign: '【审签】',
    approve: '【延期审批】',
    answer: '【延期答复】',
    returned: '【审签退回】',
    paused: '【暂缓通知】',
    resumed: '【恢复办理】',
  },
  buttons: {
    agree: '审签同意',
    sendBack: '退回',
    grant: '同意',
    otherDate: '另定日期',
    refuse: '不同意',
    received: '收悉',
    coordination: '提请协调',
    undo: '撤回批复',
  },
  signClaim: (item: TaskNamed, by: string, words: string): string[] => [
    `${by}代表你单位就${itemName(item.no, item.title)}申请办结。`,
    ...(words === '' ? [] : [`原话:"${shorten(words, 200)}"`]),
    '请审签。审签同意后报办公室验收。',
  ],
  signExtension: (
    view: TaskNamed & { by: string; dueOn: LocalDate; newDueOn: LocalDate; reason: string; expiresAt: Instant },
    today: LocalDate,
    zone: string,
  ): string[] => [
    `${view.by}代表你单位申请${itemName(view.no, view.title)}由${dayText(view.dueOn, today)}延至${dayWithWeekday(view.newDueOn, today)}。`,
    `理由:"${shorten(view.reason, 200)}"`,
    `请于${momentWithWeekday(view.expiresAt, zone, today)}前审签。审签同意后报办公室,逾期未审签的申请失效。`,
  ],
  approve: (view: ExtensionAskedView, today: LocalDate, zone: string): string[] => {
    const flags = view.guards.flatMap((guard) =>
      guard === 'many-at-once' ? [`该单位现有${view.openOfUnit}件延期申请待批`] : [GUARDS[guard]],
    );
    const first = view.guards.includes('repeated') ? '' : '首次申请,';
    return [
      `${view.unit}申请${itemLabel(view.no, view.title)}"${shorten(view.title, 30)}"由${dayText(view.dueOn, today)}延至${dayText(view.newDueOn, today)}(${view.workingDays}个工作日)。理由:"${shorten(view.reason, 200)}"。`,
      `${first}到期前${view.workingDaysBefore}个工作日提出,${view.progress === null ? '未报进度' : `已完成${view.progress}%`}${signed(view.signedBy)}。`,
      ...(flags.length > 0 ? [`请注意:${flags.join(';')}。`] : []),
      ...(view.level === 'leading-group' ? ['已超出办公室批复权限,同意须写明领导小组的决定。'] : []),
      `请于${momentText(view.decideBy, zone, today)}前批复。`,
    ];
  },
  granted: (item: TaskNamed, dueOn: LocalDate, today: LocalDate, dueTime: string): string[] => [
    `经研究,同意${itemName(item.no, item.title)}延至${dayWithWeekday(dueOn, today)}${dueTime},仅此一次。`,
  ],
  refused: (item: TaskNamed, dueOn: LocalDate, reason: string, today: LocalDate): string[] => [
    `经研究,${itemName(item.no, item.title)}仍按${dayText(dueOn, today)}时限办理。理由:${shorten(reason.replace(/。$/, ''), 200)}。如有困难,可提请协调。`,
  ],
  returned: (item: TaskNamed, of: 'completion' | 'extension', by: string, reason: string): string[] => [
    `${itemName(item.no, item.title)}的${of === 'completion' ? '办结' : '延期'}申请未予审签(${by})。理由:${shorten(reason.replace(/。$/, ''), 200)}。`,
  ],
  lapsed: (item: TaskNamed): string[] => [
    `${itemName(item.no, item.title)}的延期申请未及单位分管负责同志审签,时限已过,申请已失效。请报送办理情况并说明原因。`,
  ],
  paused: (item: TaskNamed, until: LocalDate, reason: string, today: LocalDate): string[] => [
    `经研究,${itemName(item.no, item.title)}暂缓至${dayWithWeekday(until, today)}。理由:${shorten(reason.replace(/。$/, ''), 200)}。暂缓期间不再提示,恢复后时限按工作日顺延。`,
  ],
  resumed: (item: TaskNamed, dueOn: LocalDate | null, today: LocalDate): string[] => [
    `${itemName(item.no, item.title)}恢复办理${dueOn === null ? '' : `,办结时限${dayWithWeekday(dueOn, today)}`}。`,
  ],
};

export type RequestWords = typeof zhRequests;
