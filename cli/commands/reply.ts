import { InvalidArgumentError, type Command } from 'commander';
import { UsageError } from '../failure.ts';
import type { Run } from '../program.ts';
import { reply, type ReplyOptions } from '../reply.ts';

export function addReplyCommand(program: Command, run: Run): void {
  program
    .command('reply')
    .description('代 --as 所指的人答复,经由真实的收件箱;更正、撤回用 --text “更正:……”“刚才写错了”')
    .option('--task <task>', '任务编号,或方案所印序号')
    .option('--plan <plan>', '序号所在的方案')
    .option('--unit <unit>', '单位名称或简称')
    .option('--text <words>', '所写的话')
    .option('--progress <percent>', '逐项填报的进度(0至100)', percent)
    .option('--receipt', '签收')
    .option('--no-change', '较上次无变化')
    .option('--done', '申请办结')
    .option('--correct', '更正上次报送的进度(登记为新版),与 --progress 同用')
    .option('--dispute <reason>', '职责有异议及理由(不少于5个字)')
    .option('--confirm', '对核对卡片确认登记')
    .action((options: Omit<ReplyOptions, 'noChange'> & { change?: boolean }, command: Command) =>
      run((session) => {
        if (command.optsWithGlobals<{ as?: string }>().as === undefined)
          throw new UsageError('请用 --as 指明由谁答复。');
        // `--no-change` is read as the opposite of `change`.
        const { change, ...rest } = options;
        return reply(session, { ...rest, noChange: change === false });
      }, command),
    );
}

function percent(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!Number.isFinite(value) || value < 0 || value > 100) throw new InvalidArgumentError('进度应在0至100之间。');
  return value;
}
