import type { Command } from 'commander';
import { importCalendar } from '../../bot/desk/import-calendar.ts';
import { makeLink } from '../../bot/desk/make-link.ts';
import { requireRight } from '../../bot/desk/refuse.ts';
import { verifyEvidence, type EvidenceReport } from '../../prisma/verify-evidence.ts';
import { verifyChains } from '../../prisma/verify-chains.ts';
import { said, type Answer } from '../answer.ts';
import { doctor } from '../doctor.ts';
import { planId } from '../find.ts';
import { personId, type CommandSession } from '../open-session.ts';
import type { Run } from '../program.ts';
import { readJsonFile } from '../read-json-file.ts';

/** What the operator does: links, evidence, repair, health, calendar. */
export function addOperateCommands(program: Command, run: Run): void {
  program
    .command('link')
    .description('发放一次性登录链接')
    .option('--for <person>', '登录者(编号或姓名),默认为本人')
    .action(({ for: wanted }: { for?: string }, command: Command) => run((session) => link(session, wanted), command));

  program
    .command('verify')
    .description('重新计算存证链')
    .argument('[plan]', '只核验一个方案')
    .action((wanted: string | undefined, _options, command: Command) =>
      run((session) => verify(session, wanted), command),
    );

  program
    .command('repair')
    .description('按存档恢复 Temporal 中缺失或落后的工作流')
    .action((_options, command: Command) =>
      run(async ({ office, actor }) => {
        await requireRight(office.desk, await actor(), 'repair', null);
        const report = await office.repair();
        return { value: { ok: true, ...report }, text: `检查${report.checked}项,恢复${report.started.length}项。` };
      }, command),
    );

  program
    .command('doctor')
    .description('检查各部分是否正常,并说明如何处理')
    .action((_options, command: Command) => run(doctor, command));

  const calendar = program.command('calendar').description('工作日历');
  calendar
    .command('import')
    .description('载入国务院办公厅放假安排(JSON,- 为标准输入)')
    .argument('<file>')
    .action((file: string, _options, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(await importCalendar(office.desk, await actor(), { override: readJsonFile(file) })),
        command,
      ),
    );
}

async function link({ office, http, actor }: CommandSession, wanted: string | undefined): Promise<Answer> {
  const forWhom = wanted === undefined ? {} : { personId: await personId(office, wanted) };
  const { code, expiresAt } = await makeLink(office.desk, await actor(), forWhom);
  const url = `${http}/?code=${encodeURIComponent(code)}`;
  return { value: { ok: true, url, code, expiresAt }, text: `${url}\n10分钟内一次有效,请勿转发。` };
}

const WHY: Record<EvidenceReport['broken'][number]['why'], string> = {
  missing: '缺失',
  changed: '内容已改变',
  record: '登记与存证不符',
};

function damaged(value: Answer['value'], { broken }: EvidenceReport): Answer {
  const lines = broken.slice(0, 10).map(({ name, evidenceId, why }) => `  “${name}”(${evidenceId}) ${WHY[why]}`);
  return {
    value,
    text: `佐证不符${broken.length}份:\n${lines.join('\n')}`,
    failure: {
      code: 'EVIDENCE_BROKEN',
      message: `佐证不符${broken.length}份,首份为“${broken[0]?.name ?? ''}”。请保留现场,从备份恢复文件后再核验。`,
    },
  };
}

async function verify({ office, actor }: CommandSession, wanted: string | undefined): Promise<Answer> {
  const plan = wanted === undefined ? undefined : await planId(office.prisma, wanted);
  await requireRight(office.desk, await actor(), 'verify', plan ?? null);
  const report = await verifyChains(office.prisma, plan);
  const evidence = await verifyEvidence(office.prisma, office.store, plan);
  const value = { ok: report.broken.length + evidence.broken.length === 0, ...report, evidence };
  if (value.ok)
    return {
      value,
      text: `${report.chains}条存证链、${report.events}条记录,全部相符。\n佐证${evidence.files}份,校验值全部相符。\n总校验值 ${report.root}`,
    };
  if (report.broken.length === 0) return damaged(value, evidence);
  const first = report.broken
    .slice(0, 10)
    .map(({ entityId, seq, why }) => `  ${entityId} 第${seq}条 ${why}`)
    .join('\n');
  return {
    value,
    text: `存证不符${report.broken.length}处:\n${first}`,
    failure: {
      code: 'CHAIN_BROKEN',
      message: `存证不符${report.broken.length}处,首处为 ${report.broken[0]?.entityId ?? ''} 第${report.broken[0]?.seq ?? 0}条。请保留现场并与备份比对。`,
    },
  };
}
