import type { Command } from 'commander';
import { advancePhase } from '../../bot/desk/advance-phase.ts';
import { dryRun } from '../../bot/desk/dry-run.ts';
import { undoAdvance } from '../../bot/desk/undo-advance.ts';
import type { DryRun } from '../../web/api.ts';
import { said } from '../answer.ts';
import { planId } from '../find.ts';
import type { Run } from '../program.ts';

export function addPhaseCommands(program: Command, run: Run): void {
  const phase = program.command('phase').description('阶段');

  phase
    .command('dry-run')
    .description('预演转入下一阶段,不作改动')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const shown = await dryRun(office.desk, await actor(), { planId: await planId(office.prisma, wanted) });
        return { value: shown, text: dryRunText(shown) };
      }, command),
    );

  phase
    .command('advance')
    .description('转入下一阶段,须带预演所示的校验码')
    .argument('<plan>')
    .requiredOption('--hash <hash>', '预演所示的校验码')
    .option('--reason <text>', '仍有未完成事项时推进的理由')
    .action((wanted: string, { hash, reason }: { hash: string; reason?: string }, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await advancePhase(office.desk, await actor(), {
              planId: await planId(office.prisma, wanted),
              hash,
              ...(reason ? { reason } : {}),
            }),
          ),
        command,
      ),
    );

  phase
    .command('undo')
    .description('在撤回时限内撤回阶段转换')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(await undoAdvance(office.desk, await actor(), { planId: await planId(office.prisma, wanted) })),
        command,
      ),
    );
}

const KINDS = { deployment: '部署', implementation: '实施', inspection: '迎检' } as const;

function dryRunText({ from, to, toName, hash, gaps, facts, unboundUnits, firstWeek, undoMinutes }: DryRun): string {
  return [
    `${from ? KINDS[from] : '未启动'} → ${to ? (toName ?? KINDS[to]) : '结束'}`,
    ...facts.map(({ label, value }) => `  ${label}:${value}`),
    ...gaps.map(({ text }) => `  未完成:${text}`),
    ...(unboundUnits.length > 0 ? [`  未绑定单位:${unboundUnits.join('、')}`] : []),
    ...firstWeek.map(({ day, prompts, persons }) => `  ${day} 提示${prompts}条,${persons}人`),
    `校验码 ${hash}(推进后${undoMinutes}分钟内可以撤回)`,
  ].join('\n');
}
