import type { PlanTask } from '../../../domain/plan/types.ts';

export const TASK_ROW_HEADS = ['序号', '板块', '工作任务', '牵头单位', '责任单位', '配合单位', '完成时限', '任务类型'];

/** Tasks as the rows of the sheet or attachment that offices hand out with a plan, its head first. */
export const taskRows = (tasks: readonly PlanTask[]): string[][] => [
  TASK_ROW_HEADS,
  ...tasks.map(({ no, section, title, leadUnits, responsibleUnits, otherUnits, due, obligation }) => [
    no ?? '',
    section ?? '',
    title,
    leadUnits.join('、'),
    responsibleUnits.join('、'),
    otherUnits.join('、'),
    due ?? '',
    obligation === 'mandatory' ? '必做' : obligation === 'optional' ? '选做' : '',
  ]),
];
