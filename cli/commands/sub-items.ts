import type { Command } from 'commander';
import { acceptBreakdown } from '../../bot/desk/sub-items/accept-breakdown.ts';
import { addSubItem } from '../../bot/desk/sub-items/add-sub-item.ts';
import { readBreakdown } from '../../bot/desk/sub-items/read-breakdown.ts';
import type { BreakdownRow } from '../../web/api.ts';
import { columns, type Answer } from '../answer.ts';
import { UsageError } from '../failure.ts';
import { taskId } from '../find.ts';
import type { CommandSession } from '../open-session.ts';
import type { Run } from '../program.ts';
import { readFileBytes } from '../read-file-bytes.ts';

interface AddOptions {
  plan?: string;
  under: string;
  lead?: string[];
  responsible?: string[];
  due?: string;
}

interface BreakdownOptions {
  plan?: string;
  accept?: string;
}

/** `duban task add TITLE --under TASK` and `duban task breakdown TASK FILE`: sub-items (分解任务) of a task that runs. */
export function addSubItemCommands(task: Command, run: Run): void {
  task
    .command('add')
    .description('在一项任务下列入一项分解任务')
    .argument('<title>', '分解任务的内容')
    .requiredOption('--under <task>', '上级任务的编号;与 --plan 同用时可为方案所印序号')
    .option('--plan <plan>', '序号所在的方案')
    .option('--lead <unit...>', '牵头单位;不写则由办公室另行指定')
    .option('--responsible <unit...>', '责任单位')
    .option('--due <date>', '办结时限 YYYY-MM-DD,不晚于上级任务;不写则与上级任务相同')
    .action((title: string, { under, plan, lead = [], responsible = [], due }: AddOptions, command: Command) =>
      run(async ({ office, actor }) => {
        const added = await addSubItem(office.desk, await actor(), {
          parentId: await taskId(office.prisma, under, plan),
          title,
          lead,
          responsible,
          dueOn: due ?? null,
        });
        return { value: { ok: true, ...added }, text: added.summary };
      }, command),
    );

  task
    .command('breakdown')
    .description('读入分解方案(任务分解表或其他文件),列出可列入的分解任务;加 --accept 方才列入')
    .argument('<task>', '上级任务的编号;与 --plan 同用时可为方案所印序号')
    .argument('<file>')
    .option('--plan <plan>', '序号所在的方案')
    .option('--accept <which>', 'all 为全部可列入的,或表中序号,如 1,3')
    .action((wanted: string, file: string, options: BreakdownOptions, command: Command) =>
      run((session) => breakdown(session, wanted, file, options), command),
    );
}

async function breakdown(
  { office: { desk, prisma }, actor }: CommandSession,
  wanted: string,
  file: string,
  { plan, accept }: BreakdownOptions,
): Promise<Answer> {
  const parentId = await taskId(prisma, wanted, plan);
  const { bytes, name } = readFileBytes(file);
  const by = await actor();
  const { rows, summary } = await readBreakdown(desk, by, { parentId, bytes, fileName: name });
  if (accept === undefined) {
    const next = rows.some(({ status }) => status === 'new') ? ['列入请加 --accept all 或 --accept 序号。'] : [];
    return { value: { rows, summary }, text: [summary, table(rows), ...next].join('\n') };
  }
  const chosen = chosenRows(rows, accept);
  if (chosen.length === 0) return { value: { ok: true, added: 0, there: 0, refused: [], summary }, text: summary };
  const made = await acceptBreakdown(desk, by, {
    parentId,
    rows: chosen.map(({ title, lead, responsible, dueOn }) => ({ title, lead, responsible, dueOn })),
  });
  return { value: { ok: true, ...made }, text: made.summary };
}

const STATUS = { new: '可列入', there: '已列入', refused: '不能列入' } as const;

const table = (rows: BreakdownRow[]): string =>
  columns([
    ['序号', '状态', '时限', '单位', '分解任务'],
    ...rows.map(({ status, dueOn, lead, responsible, title, no, problem }, at) => [
      String(at + 1),
      `${STATUS[status]}${no === null ? '' : `(${no})`}`,
      dueOn ?? '同上级',
      [...lead, ...responsible].join(' '),
      `${title}${problem === null ? '' : ` —— ${problem}`}`,
    ]),
  ]);

/** `all`: what can be added; numbers: exactly those, as the table counts them. */
function chosenRows(rows: BreakdownRow[], accept: string): BreakdownRow[] {
  if (accept === 'all') return rows.filter(({ status }) => status === 'new');
  const places = accept.split(/[,,、\s]+/).filter((place) => place !== '');
  return places.map((place) => {
    const row = /^\d{1,3}$/.test(place) ? rows[Number(place) - 1] : undefined;
    if (!row) throw new UsageError(`--accept 应为 all 或表中序号(1至${rows.length}),如 1,3。“${place}”不在其中。`);
    return row;
  });
}
