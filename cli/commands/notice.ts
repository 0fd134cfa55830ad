import { Option, type Command } from 'commander';
import { draftNotice } from '../../bot/desk/notices/draft-notice.ts';
import { noticeList, noticeView } from '../../bot/desk/notices/notice-list.ts';
import { dropNotice, releaseNotice } from '../../bot/desk/notices/settle-notice.ts';
import { NOTICE_KINDS, type NoticeKind } from '../../domain/reports/notice-types.ts';
import { columns, said } from '../answer.ts';
import { planId, taskId } from '../find.ts';
import { noticeText } from '../notice-text.ts';
import type { Run } from '../program.ts';

/** `duban notice`: 督办单 and 通报 as drafts, released or dropped by a person. */
export function addNoticeCommands(program: Command, run: Run): void {
  const notice = program.command('notice').description('督办单和通报:草稿、核发、不予印发');

  notice
    .command('list')
    .description('列出一个方案的督办单和通报')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const rows = await noticeList(office.desk, await actor(), { planId: await planId(office.prisma, wanted) });
        const shown = rows.map(({ name, label, unit, text, id }) => [name, label, unit, text, id]);
        const text =
          rows.length === 0 ? '没有督办单或通报。' : columns([['种类', '状态', '单位', '事由', '编号'], ...shown]);
        return { value: rows, text };
      }, command),
    );

  notice
    .command('show')
    .description('查看一份及其所依据的事实')
    .argument('<notice>')
    .action((id: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const row = await noticeView(office.desk, await actor(), { id });
        return { value: row, text: noticeText(row) };
      }, command),
    );

  notice
    .command('draft')
    .description('起草:blue 临期、yellow 滞后、red 逾期督办单,circular 通报')
    .argument('<task>', '任务编号;与 --plan 同用时可为方案所印序号')
    .addOption(new Option('--kind <kind>', '种类').choices(NOTICE_KINDS).makeOptionMandatory())
    .option('--plan <plan>', '序号所在的方案')
    .option('--unit <unit>', '单位名称或简称;只有一个承办单位时可省略')
    .action((wanted: string, options: { kind: NoticeKind; plan?: string; unit?: string }, command: Command) =>
      run(async ({ office, actor }) => {
        const drafted = await draftNotice(office.desk, await actor(), {
          taskId: await taskId(office.prisma, wanted, options.plan),
          kind: options.kind,
          ...(options.unit ? { unit: options.unit } : {}),
        });
        return { value: { ok: true, ...drafted }, text: `${drafted.summary}\n编号 ${drafted.noticeId}` };
      }, command),
    );

  notice
    .command('release')
    .description('核发')
    .argument('<notice>')
    .action((id: string, _options, command: Command) =>
      run(async ({ office, actor }) => said(await releaseNotice(office.desk, await actor(), { id })), command),
    );

  notice
    .command('drop')
    .description('不予印发')
    .argument('<notice>')
    .requiredOption('--reason <text>', '理由(不少于5个字)')
    .action((id: string, { reason }: { reason: string }, command: Command) =>
      run(async ({ office, actor }) => said(await dropNotice(office.desk, await actor(), { id, reason })), command),
    );
}
