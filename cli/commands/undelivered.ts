import type { Command } from 'commander';
import { resend } from '../../bot/desk/resend/resend.ts';
import { undelivered } from '../../bot/desk/views/undelivered.ts';
import type { UndeliveredRow } from '../../web/api.ts';
import { columns } from '../answer.ts';
import { planId } from '../find.ts';
import type { Run } from '../program.ts';

const STATES: Record<UndeliveredRow['state'], string> = {
  failed: '未送达',
  ambiguous: '是否送达不明',
  undeliverable: '无人可送',
};

/** `duban undelivered` and `duban resend`: what did not surely arrive, and once more. */
export function addUndeliveredCommands(program: Command, run: Run): void {
  program
    .command('undelivered')
    .description('列出未送达或是否送达不明的消息')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const found = await undelivered(office.desk, await actor(), { planId: await planId(office.prisma, wanted) });
        const rows = found.rows.map(({ localAt, person, unit, channel, state, reason, id }) => [
          localAt,
          unit ?? '',
          person ?? '',
          channel ?? '',
          STATES[state],
          reason,
          id,
        ]);
        const head = ['时间', '单位', '收件人', '渠道', '状态', '原因', '编号'];
        return { value: found, text: rows.length === 0 ? '没有未送达的消息。' : columns([head, ...rows]) };
      }, command),
    );

  program
    .command('resend')
    .description('重新发送一条未送达的消息')
    .argument('<message>', '消息编号,见 duban undelivered')
    .option('--other-channel', '改用其他渠道')
    .action((deliveryId: string, options: { otherChannel?: true }, command: Command) =>
      run(async ({ office, actor }) => {
        const by = options.otherChannel ? 'other' : 'again';
        const done = await resend(office.desk, await actor(), { deliveryId, by });
        return { value: { ok: true, ...done }, text: done.summary };
      }, command),
    );
}
