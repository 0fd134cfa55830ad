import type { Command } from 'commander';
import { unsignedUnits } from '../../bot/desk/views/unsigned.ts';
import { columns } from '../answer.ts';
import { planId } from '../find.ts';
import type { Run } from '../program.ts';

/** What nobody has signed for, by unit. */
export function addUnsignedCommand(task: Command, run: Run): void {
  task
    .command('unsigned')
    .description('列出尚未签收的单位和任务')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const units = await unsignedUnits(office.desk, await actor(), {
          planId: await planId(office.prisma, wanted),
        });
        const rows = units.flatMap(({ unit, contact, items }) =>
          items.map(({ no, title, dueOn, waitingWorkingDays, overdueWorkingDays, disputed }) => [
            unit,
            contact ?? '未绑定',
            no ?? '',
            dueOn,
            `${waitingWorkingDays}`,
            overdueWorkingDays > 0 ? `${overdueWorkingDays}` : '',
            disputed ? '有异议' : '',
            title,
          ]),
        );
        const heads = ['单位', '联络员', '序号', '签收时限', '已等待工作日', '逾期工作日', '异议', '任务'];
        return { value: units, text: rows.length === 0 ? '各单位均已签收。' : columns([heads, ...rows]) };
      }, command),
    );
}
