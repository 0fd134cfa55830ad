import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import { planTables, TASK_HEADS, type PlanTable } from '../domain/document/plan-sheet/plan-tables.ts';
import type { PlanFacts } from '../domain/plan/types.ts';

const WIDTHS: Record<string, number> = {
  序号: 8,
  任务: 48,
  内容: 60,
  主要事项: 60,
  目标: 48,
  职责: 60,
  要点: 60,
  事项: 48,
};
const UNIT_COLUMNS = new Set(['牵头单位', '责任单位', '配合单位']);

/** A plan as a workbook that `decodeDocument` and the reader turn into the same facts. Contacts stay out of it. */
export async function planSheet(plan: PlanFacts): Promise<Buffer> {
  const sheets = planTables(plan).filter(({ rows }, at) => at < 2 || rows.length > 0);
  return writeXlsxFile(sheets.map((table, at) => sheetOf(table, at === 0 ? plan.title : null))).toBuffer();
}

const EXAMPLES = [
  ['1', '制度建设', '(示例)完善档案移交制度', '市档案馆', '市财政局', '市大数据局', '2026-06', '必做', ''],
  [
    '2',
    '平台建设',
    '(示例)建设统一目录平台',
    '市大数据局',
    '各县(市、区)',
    '',
    '2026年底前',
    '选做',
    '填写后请删去示例行',
  ],
];

/** An empty task sheet to be filled in: a title, the head, and two rows that show how. */
export async function taskSheetTemplate(): Promise<Buffer> {
  const heads = [...TASK_HEADS.slice(0, -1), '备注'];
  return writeXlsxFile([sheetOf({ name: '任务', heads, rows: EXAMPLES }, '(请填写方案名称)任务分解表')]).toBuffer();
}

function sheetOf({ name, heads, rows }: PlanTable, title: string | null): Sheet<Buffer> {
  const head: Row = heads.map((value) => ({
    value,
    fontWeight: 'bold',
    backgroundColor: '#e8edf3',
    borderStyle: 'thin',
    align: 'center',
    alignVertical: 'center',
  }));
  const body: Row[] = rows.map((row) =>
    row.map((value) => ({
      // A cell of letters stays one: 2026-06 must not turn into a day.
      ...(value === '' ? {} : { value, type: String, format: '@' }),
      borderStyle: 'thin' as const,
      wrap: true,
      alignVertical: 'top' as const,
    })),
  );
  const above: Row[] =
    title === null
      ? []
      : [
          [
            { value: title, columnSpan: heads.length, fontWeight: 'bold', fontSize: 16, align: 'center', height: 32 },
            ...Array.from({ length: heads.length - 1 }, () => null),
          ],
        ];
  return {
    sheet: name,
    data: [...above, head, ...body],
    columns: heads.map((text) => ({ width: WIDTHS[text] ?? (UNIT_COLUMNS.has(text) ? 28 : 14) })),
    stickyRowsCount: above.length + 1,
    orientation: 'landscape',
  };
}
