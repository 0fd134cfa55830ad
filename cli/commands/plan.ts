import { Option, type Command } from 'commander';
import { previewRedate, redatePlan } from '../../bot/desk/redate-plan.ts';
import { startPlanAct } from '../../bot/desk/start-plan.ts';
import { planList } from '../../bot/desk/views/plan-list.ts';
import { planShow } from '../../bot/desk/views/plan-show.ts';
import { REDATE_MODES, type RedateMode } from '../../domain/plan/redate-types.ts';
import type { PlanRow, RedatePreview } from '../../web/api.ts';
import { columns, said } from '../answer.ts';
import { planId } from '../find.ts';
import type { Run } from '../program.ts';
import { addAmendCommand } from './amend.ts';
import { addPlanImportCommand } from './plan-import.ts';

const STATUS: Record<PlanRow['status'], string> = {
  draft: '待排日期',
  ready: '待启动',
  running: '运行中',
  archived: '归档',
  closed: '已结束',
};

export function addPlanCommands(program: Command, run: Run): void {
  const plan = program.command('plan').description('方案');

  plan
    .command('list')
    .description('列出方案')
    .action((_options, command: Command) =>
      run(async ({ office, actor }) => {
        const rows = await planList(office.desk, await actor());
        return {
          value: rows,
          text: columns([
            ['编号', '状态', '任务', '单位', '标题'],
            ...rows.map((row) => [
              row.id,
              STATUS[row.status],
              String(row.tasks),
              `${row.unitsBound}/${row.units}`,
              row.title,
            ]),
          ]),
        };
      }, command),
    );

  plan
    .command('show')
    .description('查看一个方案')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const shown = await planShow(office.desk, await actor(), { planId: await planId(office.prisma, wanted) });
        const phases = shown.phases.map(
          ({ name, printed, start, end, proposed }) =>
            `  ${name} ${printed}${start ? ` → ${start} 至 ${end ?? ''}` : ''}${proposed ? '(拟定)' : ''}`,
        );
        return {
          value: shown,
          text: [
            `${shown.title}(${shown.id})`,
            `${STATUS[shown.status]},${shown.tasks}项任务,${shown.units}个单位,已绑定${shown.unitsBound}个`,
            ...phases,
          ].join('\n'),
        };
      }, command),
    );

  addPlanImportCommand(plan, run);

  plan
    .command('redate')
    .description('排定日期;--preview 只看不改')
    .argument('<plan>')
    .addOption(
      new Option('--mode <mode>', '顺延 shift、以启动日重排 rearrange、在途接管 takeover、补录归档 archive').choices(
        REDATE_MODES,
      ),
    )
    .option('--start-on <day>', '启动日 YYYY-MM-DD')
    .option('--reason <text>', '理由')
    .option('--preview', '只预览')
    .action(
      (
        wanted: string,
        options: { mode?: RedateMode; startOn?: string; reason?: string; preview?: boolean },
        command: Command,
      ) =>
        run(async ({ office, actor }) => {
          const { preview, ...choice } = options;
          const id = await planId(office.prisma, wanted);
          const { mode, startOn, reason } = choice;
          const asked = { planId: id, ...(mode ? { mode } : {}), ...(startOn ? { startOn } : {}) };
          if (preview || mode === undefined) return previewed(await previewRedate(office.desk, await actor(), asked));
          return said(await redatePlan(office.desk, await actor(), { ...asked, mode, ...(reason ? { reason } : {}) }));
        }, command),
    );

  plan
    .command('start')
    .description('启动方案')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(await startPlanAct(office.desk, await actor(), { planId: await planId(office.prisma, wanted) })),
        command,
      ),
    );

  addAmendCommand(plan, run);
}

function previewed(preview: RedatePreview): { value: RedatePreview; text: string } {
  const rows = preview.rows.map(
    ({ what, printed, effective, moved }) => `  ${what}:${printed} → ${effective}${moved ? '' : '(不变)'}`,
  );
  const questions = preview.questions.map(({ text }) => `  ? ${text}`);
  return {
    value: preview,
    text: [`${preview.summary}(默认方式:${preview.defaultMode})`, ...rows, ...questions, '选定请加 --mode。'].join(
      '\n',
    ),
  };
}
