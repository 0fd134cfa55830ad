import type { Command } from 'commander';
import { addSubItem } from '../../bot/desk/sub-items/add-sub-item.ts';
import { taskId } from '../find.ts';
import type { Run } from '../program.ts';

interface AddOptions {
  plan?: string;
  under: string;
  lead?: string[];
  responsible?: string[];
  due?: string;
}

/** `duban task add TITLE --under TASK`: sub-items (分解任务) of a task that runs. */
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
}
