import type { PlanFacts, PlanTask } from '../../plan/types.ts';

/** A sheet of the workbook that a plan is written to: head cells, and one record a row. */
export interface PlanTable {
  name: string;
  heads: string[];
  rows: string[][];
}

/** Says of a workbook that it was written here, so that it is read back column by column. */
export const SHEET_FORMAT = '督办方案表1';

export const TASK_HEADS = ['序号', '板块', '任务', '牵头单位', '责任单位', '配合单位', '完成时限', '任务类型', '重点'];
export const OBLIGATIONS: Record<NonNullable<PlanTask['obligation']>, string> = { mandatory: '必做', optional: '选做' };

/** Every fact of a plan but its contacts, as sheets. Lists of names are joined by 、; what has several duties has several rows. */
export function planTables(plan: PlanFacts): PlanTable[] {
  return [
    { name: '任务', heads: TASK_HEADS, rows: plan.tasks.map(taskRow) },
    { name: '方案', heads: ['项目', '内容'], rows: headRows(plan) },
    {
      name: '阶段',
      heads: ['阶段', '种类', '开始', '结束', '建议', '主要事项'],
      rows: plan.phases.flatMap(({ name, kind, start, end, proposed, duties }) =>
        perDuty([name, kind, start ?? '', end ?? '', proposed ? '是' : ''], duties),
      ),
    },
    {
      name: '目标',
      heads: ['目标', '比较', '数值', '上限', '单位', '基数', '周期', '截止', '口径'],
      rows: plan.targets.map(({ name, comparator, value, max, unit, baseline, per, by, scope }) =>
        [name, comparator, value, max, unit, baseline, per, by, scope].map(printed),
      ),
    },
    {
      name: '机构',
      heads: ['机构', '性质', '职责'],
      rows: plan.bodies.flatMap(({ name, kind, duties }) => perDuty([name, kind], duties)),
    },
    {
      name: '定期事项',
      heads: ['事项', '周期', '单位'],
      rows: plan.recurring.map(({ what, every, who }) => [what, every, who ?? '']),
    },
    { name: '保障措施', heads: ['措施', '要点'], rows: plan.safeguards.map(({ title, gist }) => [title, gist]) },
    {
      name: '单位',
      heads: ['单位', '简称', '别名', '种类', '隶属', '成员'],
      rows: plan.units.map(({ name, short, aliases, kind, relation, members }) => [
        name,
        short,
        aliases.join('、'),
        kind,
        relation,
        (members ?? []).join('、'),
      ]),
    },
  ];
}

const headRows = (plan: PlanFacts): string[][] =>
  [
    ['格式', SHEET_FORMAT],
    ['标题', plan.title],
    ['文号', plan.docNumber],
    ['印发日期', plan.issuedOn],
    ['印发机关', plan.issuer],
    ['地区', plan.place],
    ['起', plan.period.start],
    ['止', plan.period.end],
    ['办公室', plan.office.name],
    ['办公室所在单位', plan.office.host],
  ].map((row) => row.map(printed));

const taskRow = (task: PlanTask): string[] => [
  task.no ?? '',
  task.section ?? '',
  task.title,
  task.leadUnits.join('、'),
  task.responsibleUnits.join('、'),
  task.otherUnits.join('、'),
  task.due ?? '',
  task.obligation ? OBLIGATIONS[task.obligation] : '',
  task.key ? '是' : '',
];

const printed = (value: string | number | null): string => (value === null ? '' : String(value));

const perDuty = (record: string[], duties: string[]): string[][] =>
  duties.length > 0 ? duties.map((duty) => [...record, duty]) : [[...record, '']];
