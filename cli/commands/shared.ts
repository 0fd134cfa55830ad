import type { Command } from 'commander';
import { linkTasks } from '../../bot/desk/shared/link-tasks.ts';
import { unlinkTask } from '../../bot/desk/shared/unlink-task.ts';
import { said } from '../answer.ts';
import { taskId } from '../find.ts';
import type { Run } from '../program.ts';

/** duban task link|unlink: one task in two plans is asked about once. */
export function addSharedCommands(task: Command, run: Run): void {
  task
    .command('link')
    .description('关联两个方案中的同一任务:每期只提示一次,一次报送同时登记')
    .argument('<task>', '任务编号')
    .argument('<other>', '另一方案中的任务编号')
    .action((wanted: string, other: string, _options, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await linkTasks(office.desk, await actor(), {
              taskId: await taskId(office.prisma, wanted),
              otherTaskId: await taskId(office.prisma, other),
            }),
          ),
        command,
      ),
    );

  task
    .command('unlink')
    .description('取消关联:各方案分别提示、分别登记')
    .argument('<task>', '任务编号')
    .action((wanted: string, _options, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(await unlinkTask(office.desk, await actor(), { taskId: await taskId(office.prisma, wanted) })),
        command,
      ),
    );
}
