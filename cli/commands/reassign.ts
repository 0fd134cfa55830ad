import type { Command } from 'commander';
import { decideDispute } from '../../bot/desk/decide-dispute.ts';
import { reassignPart } from '../../bot/desk/reassign-part.ts';
import { said } from '../answer.ts';
import { taskId } from '../find.ts';
import type { Run } from '../program.ts';
import { UsageError } from '../failure.ts';

interface Options {
  plan?: string;
  unit?: string;
  to?: string;
  reason: string;
}

const onTask = (command: Command): Command =>
  command
    .argument('<task>', '任务编号;与 --plan 同用时可为方案所印序号')
    .option('--plan <plan>', '序号所在的方案')
    .option('--unit <unit>', '现承办单位;只有一个承办单位时可省略')
    .requiredOption('--reason <text>', '理由(不少于5个字)');

const ofUnit = ({ unit }: Options): { unit?: string } => (unit ? { unit } : {});

/** 改派, and what the office says to 职责有异议. */
export function addReassignCommands(task: Command, run: Run): void {
  onTask(task.command('reassign').description('改派:改由另一单位承办'))
    .requiredOption('--to <unit>', '改由哪个单位承办')
    .action((wanted: string, options: Options & { to: string }, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await reassignPart(office.desk, await actor(), {
              taskId: await taskId(office.prisma, wanted, options.plan),
              ...ofUnit(options),
              toUnit: options.to,
              reason: options.reason,
            }),
          ),
        command,
      ),
    );

  onTask(task.command('dispute').description('核定职责异议'))
    .option('--uphold', '异议成立')
    .option('--reject', '异议不成立,仍由该单位承办')
    .option('--to <unit>', '异议成立的,改由哪个单位承办')
    .action((wanted: string, options: Options & { uphold?: true; reject?: true }, command: Command) =>
      run(async ({ office, actor }) => {
        if ((options.uphold ?? false) === (options.reject ?? false))
          throw new UsageError('请指明 --uphold(成立)或 --reject(不成立)之一。', 'INPUT_INVALID');
        return said(
          await decideDispute(office.desk, await actor(), {
            taskId: await taskId(office.prisma, wanted, options.plan),
            ...ofUnit(options),
            uphold: options.uphold ?? false,
            ...(options.to ? { toUnit: options.to } : {}),
            reason: options.reason,
          }),
        );
      }, command),
    );
}
