import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { planShow } from '../../bot/desk/views/plan-show.ts';
import { planSheet, taskSheetTemplate } from '../../documents/task-sheet.ts';
import type { Answer } from '../answer.ts';
import { UsageError } from '../failure.ts';
import { planId } from '../find.ts';
import type { Run } from '../program.ts';
import type { Streams } from '../run.ts';

/** `duban plan template FILE.xlsx` and `duban plan sheet PLAN FILE.xlsx`: task sheets that the reader reads. */
export function addSheetCommands(program: Command, run: Run, streams: Streams, json: boolean): void {
  const plan = program.commands.find((command) => command.name() === 'plan') ?? program.command('plan');

  plan
    .command('template')
    .description('生成空白任务分解表(不需要启动服务),填好后用 duban read 或 duban plan import 读取')
    .argument('<file>', '新文件,扩展名 .xlsx')
    .action(async (file: string) => {
      const { value, text } = await saved(file, await taskSheetTemplate(), '空白任务分解表');
      streams.out(`${json ? JSON.stringify(value, null, 2) : text}\n`);
    });

  plan
    .command('sheet')
    .description('把方案导出为任务分解表,修改后可重新读取')
    .argument('<plan>')
    .argument('<file>', '新文件,扩展名 .xlsx')
    .action((wanted: string, file: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const { facts } = await planShow(office.desk, await actor(), { planId: await planId(office.prisma, wanted) });
        return saved(file, await planSheet(facts), `《${facts.title}》任务分解表`);
      }, command),
    );
}

/** Never over a file that is there. */
async function saved(file: string, bytes: Buffer, what: string): Promise<Answer> {
  if (!file.toLowerCase().endsWith('.xlsx')) throw new UsageError('文件名须以 .xlsx 结尾,请改正后重试。');
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UsageError(`文件 ${file} 已经存在,请换一个文件名。`, 'FILE_EXISTS');
    throw new UsageError(`无法写入文件 ${file}(${code ?? '未知原因'}),请核对路径和权限。`, 'FILE_UNWRITABLE');
  }
  return { value: { ok: true, file, bytes: bytes.length }, text: `已写入${what}:${file}` };
}
