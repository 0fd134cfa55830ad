import { Option, type Command } from 'commander';
import { acceptTask } from '../../bot/desk/accept.ts';
import { addReassignCommands } from './reassign.ts';
import { addEvidenceCommands } from './evidence.ts';
import { addUnsignedCommand } from './unsigned.ts';
import { assignUnits } from '../../bot/desk/assign-unit.ts';
import { confirmRollUp } from '../../bot/desk/confirm-roll-up.ts';
import { nudge } from '../../bot/desk/nudge.ts';
import { optIn } from '../../bot/desk/opt-in.ts';
import { returnCompletion } from '../../bot/desk/return-completion.ts';
import { sharedTasks } from '../../bot/desk/views/shared-tasks.ts';
import { taskList } from '../../bot/desk/views/task-list.ts';
import { taskStory } from '../../bot/desk/views/task-story.ts';
import type { PartRole } from '../../domain/supervision/types.ts';
import { tallyText } from '../../domain/supervision/sub-items.ts';
import { columns, said } from '../answer.ts';
import { planId, taskId } from '../find.ts';
import type { Run } from '../program.ts';
import { addApprovalCommands } from './approvals.ts';
import { addSharedCommands } from './shared.ts';
import { addSubItemCommands } from './sub-items.ts';
import { rollUpText, storyText } from '../story-text.ts';

interface RollUpOptions {
  confirm?: boolean;
  words?: string;
}

interface Where {
  plan?: string;
  unit?: string;
}

const inPlan = (command: Command): Command =>
  command.argument('<task>', '任务编号;与 --plan 同用时可为方案所印序号').option('--plan <plan>', '序号所在的方案');
const ofUnit = ({ unit }: Where): { unit?: string } => (unit ? { unit } : {});

export function addTaskCommands(program: Command, run: Run): void {
  const task = program.command('task').description('任务');

  task
    .command('list')
    .description('列出一个方案的任务')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const tasks = await taskList(office.desk, await actor(), { planId: await planId(office.prisma, wanted) });
        const rows = tasks.map(({ taskId: id, no, title, dueOn, label, units, parentId, subItems }) => [
          `${parentId === null ? '' : '└ '}${no ?? ''}`,
          label,
          dueOn ?? '',
          `${title}${subItems ? `(${tallyText({ ...subItems })})` : ''}`,
          units.join(' '),
          id,
        ]);
        return { value: tasks, text: columns([['序号', '状态', '时限', '任务', '单位', '编号'], ...rows]) };
      }, command),
    );

  task
    .command('shared')
    .description('列出可能同在两个方案中的任务(按名称,供核对)')
    .action((_options, command: Command) =>
      run(async ({ office, actor }) => {
        const found = await sharedTasks(office.desk, await actor());
        const rows = found.map(({ one, other, score }) => [
          `${Math.round(score * 100)}%`,
          `${one.task.no ?? ''} ${one.task.title}`.trim(),
          one.planTitle,
          one.taskId,
          `${other.task.no ?? ''} ${other.task.title}`.trim(),
          other.planTitle,
          other.taskId,
        ]);
        const text =
          rows.length === 0
            ? '没有名称相近的任务。'
            : columns([['相近', '任务', '方案', '编号', '任务', '方案', '编号'], ...rows]);
        return { value: found, text };
      }, command),
    );

  inPlan(task.command('show').description('查看一项任务的全部往来')).action(
    (wanted: string, { plan }: Where, command: Command) =>
      run(async ({ office, actor }) => {
        const story = await taskStory(office.desk, await actor(), {
          taskId: await taskId(office.prisma, wanted, plan),
        });
        return { value: story, text: storyText(story) };
      }, command),
  );

  inPlan(task.command('assign').description('为没有单位的任务指定承办单位'))
    .addOption(
      new Option('--unit <unit>', '单位名称或简称(可多次使用,其后的为责任单位)')
        .argParser((unit: string, before: string[] | undefined) => [...(before ?? []), unit])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--role <role>', '牵头 lead 或责任 responsible').choices(['lead', 'responsible']).default('lead'),
    )
    .action((wanted: string, { plan, unit, role }: Where & { unit: string[]; role: PartRole }, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await assignUnits(office.desk, await actor(), {
              taskId: await taskId(office.prisma, wanted, plan),
              units: unit.map((one, at) => ({ unit: one, role: at === 0 ? role : 'responsible' })),
            }),
          ),
        command,
      ),
    );

  addSubItemCommands(task, run);
  addReassignCommands(task, run);
  addUnsignedCommand(task, run);
  addEvidenceCommands(task, run);

  inPlan(task.command('accept').description('验收办结;不指明单位则验收整项任务'))
    .option('--unit <unit>', '单位名称或简称')
    .option('--reason <text>', '尚有分解任务未办结而先行验收的理由')
    .action((wanted: string, { reason, ...options }: Where & { reason?: string }, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await acceptTask(office.desk, await actor(), {
              taskId: await taskId(office.prisma, wanted, options.plan),
              reason,
              ...ofUnit(options),
            }),
          ),
        command,
      ),
    );

  inPlan(task.command('return').description('退回补充'))
    .option('--unit <unit>', '单位名称或简称')
    .requiredOption('--reason <text>', '所缺内容')
    .action((wanted: string, { reason, ...options }: Where & { reason: string }, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await returnCompletion(office.desk, await actor(), {
              taskId: await taskId(office.prisma, wanted, options.plan),
              reason,
              ...ofUnit(options),
            }),
          ),
        command,
      ),
    );

  addSharedCommands(task, run);

  inPlan(task.command('roll-up').description('汇总各单位情况;不加 --confirm 只显示汇总稿'))
    .option('--confirm', '登记汇总')
    .option('--words <text>', '以此文字代替汇总稿')
    .action((wanted: string, { plan, confirm, words }: Where & RollUpOptions, command: Command) =>
      run(async ({ office, actor }) => {
        const id = await taskId(office.prisma, wanted, plan);
        if (confirm === true || words !== undefined)
          return said(await confirmRollUp(office.desk, await actor(), { taskId: id, words }));
        const { rollUp } = await taskStory(office.desk, await actor(), { taskId: id });
        return { value: rollUp, text: rollUp === null ? '目前没有可以汇总的报送。' : rollUpText(rollUp).join('\n') };
      }, command),
    );

  inPlan(task.command('opt-in').description('选定选做任务')).action(
    (wanted: string, { plan }: Where, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(await optIn(office.desk, await actor(), { taskId: await taskId(office.prisma, wanted, plan) })),
        command,
      ),
  );

  addApprovalCommands(task, run);

  inPlan(program.command('nudge').description('催办'))
    .option('--unit <unit>', '单位名称或简称')
    .action((wanted: string, options: Where, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await nudge(office.desk, await actor(), {
              taskId: await taskId(office.prisma, wanted, options.plan),
              ...ofUnit(options),
            }),
          ),
        command,
      ),
    );
}
