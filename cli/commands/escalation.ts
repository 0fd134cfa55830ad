import type { Command } from 'commander';
import { dropEscalation, releaseEscalation } from '../../bot/desk/escalations.ts';
import { today } from '../../bot/desk/views/today.ts';
import { columns, said } from '../answer.ts';
import { planId, taskId } from '../find.ts';
import type { Run } from '../program.ts';

interface Where {
  plan?: string;
  unit?: string;
}

const onTask = (command: Command): Command =>
  command
    .argument('<task>', '任务编号;与 --plan 同用时可为方案所印序号')
    .option('--plan <plan>', '序号所在的方案')
    .option('--unit <unit>', '单位名称或简称;只有一个承办单位时可省略');

const ofUnit = ({ unit }: Where): { unit?: string } => (unit ? { unit } : {});

/** `duban escalation`: what is held for the office's word before a supervisor is told. */
export function addEscalationCommands(program: Command, run: Run): void {
  const escalation = program.command('escalation').description('提级提示:待核定清单、核定、不提示');

  escalation
    .command('list')
    .description('列出待核定的提级提示')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const plan = await planId(office.prisma, wanted);
        const { decisions } = await today(office.desk, await actor(), { planId: plan });
        const held = decisions.filter(({ kind }) => kind === 'escalation' || kind === 'no-rank');
        const rows = held.map(({ label, text, taskId: task }) => [label, text, task ?? '']);
        return { value: held, text: rows.length === 0 ? '没有待核定的提级提示。' : columns(rows) };
      }, command),
    );

  onTask(escalation.command('release').description('核定提示:提示该单位分管负责同志')).action(
    (wanted: string, options: Where, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await releaseEscalation(office.desk, await actor(), {
              taskId: await taskId(office.prisma, wanted, options.plan),
              ...ofUnit(options),
            }),
          ),
        command,
      ),
  );

  onTask(escalation.command('hold').description('不提示该单位分管负责同志'))
    .requiredOption('--reason <text>', '理由(不少于5个字)')
    .action((wanted: string, { reason, ...options }: Where & { reason: string }, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await dropEscalation(office.desk, await actor(), {
              taskId: await taskId(office.prisma, wanted, options.plan),
              ...ofUnit(options),
              reason,
            }),
          ),
        command,
      ),
    );
}
