import type { Command } from 'commander';
import { fileUnclaimed } from '../../bot/desk/file-unclaimed.ts';
import { unclaimedEvidence } from '../../bot/desk/views/unclaimed-evidence.ts';
import { columns, said } from '../answer.ts';
import { planId, taskId } from '../find.ts';
import type { Run } from '../program.ts';

interface FileOptions {
  file: string[];
  plan?: string;
  unit?: string;
}

/** 待归佐证: files that came without a word of what they prove. */
export function addEvidenceCommands(task: Command, run: Run): void {
  task
    .command('unclaimed')
    .description('列出待归佐证')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const files = await unclaimedEvidence(office.desk, await actor(), {
          planId: await planId(office.prisma, wanted),
        });
        const rows = files.map(({ id, name, person, unit, words, at }) => [unit, person, at, name, words ?? '', id]);
        const heads = ['单位', '联络员', '收到时间', '文件', '原话', '编号'];
        return { value: files, text: rows.length === 0 ? '没有待归佐证。' : columns([heads, ...rows]) };
      }, command),
    );

  task
    .command('evidence')
    .description('将待归佐证归入一项任务;不指明单位则归入报送单位承办的部分')
    .argument('<task>', '任务编号;与 --plan 同用时可为方案所印序号')
    .requiredOption('--file <id...>', '待归佐证的编号')
    .option('--plan <plan>', '序号所在的方案')
    .option('--unit <unit>', '单位名称或简称')
    .action((wanted: string, { file, plan, unit }: FileOptions, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await fileUnclaimed(office.desk, await actor(), {
              taskId: await taskId(office.prisma, wanted, plan),
              evidenceIds: file,
              ...(unit ? { unit } : {}),
            }),
          ),
        command,
      ),
    );
}
