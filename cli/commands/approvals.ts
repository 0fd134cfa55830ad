import type { Command } from 'commander';
import { decideExtension } from '../../bot/desk/requests/decide-extension.ts';
import { pauseTask } from '../../bot/desk/requests/pause-task.ts';
import { resumeTask } from '../../bot/desk/requests/resume-task.ts';
import { scanSigned } from '../../bot/desk/requests/scan-signed.ts';
import { signOff } from '../../bot/desk/requests/sign-off.ts';
import { undoExtension } from '../../bot/desk/requests/undo-extension.ts';
import { isLocalDate } from '../../domain/calendar/local-date.ts';
import { said, type Answer } from '../answer.ts';
import { askExtension } from '../ask-extension.ts';
import { UsageError } from '../failure.ts';
import { taskId } from '../find.ts';
import type { CommandSession } from '../open-session.ts';
import type { Run } from '../program.ts';

interface Where {
  plan?: string;
  unit?: string;
}

interface Deciding extends Where {
  grant?: boolean;
  refuse?: boolean;
  undo?: boolean;
  to?: string;
  reason?: string;
}

interface Signing extends Where {
  return?: boolean;
  reason?: string;
  scan?: string;
}

const inPlan = (command: Command): Command =>
  command.argument('<task>', '任务编号;与 --plan 同用时可为方案所印序号').option('--plan <plan>', '序号所在的方案');
const about = (command: Command): Command => inPlan(command).option('--unit <unit>', '单位名称或简称');

/** 申请延期, 延期审批, 审签, 暂缓 and 恢复. */
export function addApprovalCommands(task: Command, run: Run): void {
  about(task.command('extend').description('申请延期:代 --as 所指的人,经由真实的收件箱'))
    .requiredOption('--to <day>', '拟延至的日期,YYYY-MM-DD')
    .requiredOption('--reason <text>', '理由(不少于5个字)')
    .action((wanted: string, options: Where & { to: string; reason: string }, command: Command) =>
      run((session) => {
        if (command.optsWithGlobals<{ as?: string }>().as === undefined)
          throw new UsageError('请用 --as 指明由谁申请。');
        return askExtension(session, { task: wanted, ...options });
      }, command),
    );

  about(task.command('extension').description('批复延期申请,或在时限内撤回批复'))
    .option('--grant', '同意;与 --to 同用为另定日期')
    .option('--to <day>', '另定的日期,YYYY-MM-DD')
    .option('--refuse', '不同意')
    .option('--undo', '撤回批复')
    .option('--reason <text>', '不同意的理由,或领导小组的决定')
    .action((wanted: string, options: Deciding, command: Command) =>
      run((session) => decided(session, wanted, options), command),
    );

  about(task.command('sign').description('审签:单位分管负责同志同意或退回;--scan 由办公室登记盖章扫描件'))
    .option('--return', '退回')
    .option('--reason <text>', '退回的理由')
    .option('--scan <text>', '盖章扫描件的名称和存放处')
    .action((wanted: string, options: Signing, command: Command) =>
      run((session) => signed(session, wanted, options), command),
    );

  inPlan(task.command('pause').description('暂缓至某日:期间不发提示,时限按所余工作日顺延'))
    .requiredOption('--until <day>', '恢复办理的日期,YYYY-MM-DD')
    .requiredOption('--reason <text>', '理由(不少于5个字)')
    .action(
      (wanted: string, { plan, until, reason }: { plan?: string; until: string; reason: string }, command: Command) =>
        run(async ({ office, actor }) => {
          const id = await taskId(office.prisma, wanted, plan);
          return said(await pauseTask(office.desk, await actor(), { taskId: id, until: dayOf(until), reason }));
        }, command),
    );

  inPlan(task.command('resume').description('提前恢复办理'))
    .requiredOption('--reason <text>', '理由(不少于5个字)')
    .action((wanted: string, { plan, reason }: { plan?: string; reason: string }, command: Command) =>
      run(async ({ office, actor }) => {
        const id = await taskId(office.prisma, wanted, plan);
        return said(await resumeTask(office.desk, await actor(), { taskId: id, reason }));
      }, command),
    );
}

function dayOf(text: string): string {
  if (!isLocalDate(text)) throw new UsageError(`“${text}”不是日期,请写作YYYY-MM-DD。`);
  return text;
}

async function decided({ office, actor }: CommandSession, wanted: string, options: Deciding): Promise<Answer> {
  const { plan, unit, grant, refuse, undo, to, reason } = options;
  if ([grant, refuse, undo].filter(Boolean).length !== 1)
    throw new UsageError('请在 --grant、--refuse、--undo 中选一个(--to 与 --grant 同用)。');
  const asked = { taskId: await taskId(office.prisma, wanted, plan), ...(unit ? { unit } : {}) };
  if (undo) return said(await undoExtension(office.desk, await actor(), asked));
  return said(
    await decideExtension(office.desk, await actor(), {
      ...asked,
      grant: grant === true,
      dueOn: to === undefined ? null : dayOf(to),
      reason,
    }),
  );
}

async function signed({ office, actor }: CommandSession, wanted: string, options: Signing): Promise<Answer> {
  const { plan, unit, scan, reason } = options;
  const asked = { taskId: await taskId(office.prisma, wanted, plan), ...(unit ? { unit } : {}) };
  if (scan !== undefined) return said(await scanSigned(office.desk, await actor(), { ...asked, evidence: scan }));
  return said(await signOff(office.desk, await actor(), { ...asked, agree: options.return !== true, reason }));
}
