import { Option, type Command } from 'commander';
import { removeDemo, resetDemo, stepDemo } from '../../bot/desk/demo.ts';
import { findPlan } from '../../bot/desk/find-plan.ts';
import { DEMO_PLAN_ID } from '../../seeds/demo/facts.ts';
import { demoPlanText } from '../../seeds/demo/plan-text.ts';
import { said } from '../answer.ts';
import type { Run } from '../program.ts';

export function addDemoCommands(program: Command, run: Run): void {
  const demo = program.command('demo').description('演示方案');

  demo
    .command('step')
    .description('拨动演示时钟')
    .addOption(
      new Option('--to <where>', '下一工作日 workday 或下一节点 node').choices(['workday', 'node']).default('node'),
    )
    .action(({ to }: { to: 'workday' | 'node' }, command: Command) =>
      run(
        async ({ office, actor }) => said(await stepDemo(office.desk, await actor(), { planId: DEMO_PLAN_ID, to })),
        command,
      ),
    );

  demo
    .command('reset')
    .description('重新载入演示方案并补演')
    .action((_options, command: Command) =>
      run(async ({ office, actor }) => said(await resetDemo(office.desk, await actor())), command),
    );

  demo
    .command('remove')
    .description('移除演示方案,此后启动不再载入')
    .action((_options, command: Command) =>
      run(async ({ office, actor }) => said(await removeDemo(office.desk, await actor())), command),
    );

  demo
    .command('text')
    .description('打印演示方案的原文(按其启动月份),改后可用 duban plan amend demo 提交新版')
    .action((_options, command: Command) =>
      run(async ({ office, actor }) => {
        const { row, facts } = await findPlan(office.desk, await actor(), DEMO_PLAN_ID, 'read-board');
        const text = demoPlanText(facts.period.start?.slice(0, 7));
        return { value: { planId: row.id, text }, text };
      }, command),
    );
}
