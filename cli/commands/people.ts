import type { Command } from 'commander';
import { handOver } from '../../bot/desk/hand-over.ts';
import { mergeUnits } from '../../bot/desk/merge-units.ts';
import { endLeave, registerLeave } from '../../bot/desk/register-leave.ts';
import { removeContact, unbindContact } from '../../bot/desk/remove-contact.ts';
import { said } from '../answer.ts';
import { planId } from '../find.ts';
import { personId } from '../open-session.ts';
import type { Run } from '../program.ts';

const onContact = (command: Command): Command => command.argument('<plan>').argument('<person>', '姓名或编号');

/** Contacts that change, leave or are away. */
export function addPeopleCommands(contact: Command, run: Run): void {
  contact
    .command('hand-over')
    .description('更换联络员:未办事项和往来移交本单位另一人,原账号不再接收')
    .argument('<plan>')
    .requiredOption('--from <person>', '原联络员的姓名或编号')
    .requiredOption('--to <person>', '新联络员的姓名或编号;未登记的,以此姓名登记')
    .option('--unit <unit>', '原联络员属于多个单位时,移交哪个单位的工作')
    .action((wanted: string, { from, to, unit }: { from: string; to: string; unit?: string }, command: Command) =>
      run(async ({ office, actor }) => {
        const done = await handOver(office.desk, await actor(), {
          planId: await planId(office.prisma, wanted),
          fromPersonId: await personId(office, from),
          to,
          unit,
        });
        return { value: { ok: true, ...done }, text: `${done.summary}(${done.personId})` };
      }, command),
    );

  onContact(contact.command('leave').description('登记外出:其间事项由同单位人员代办'))
    .requiredOption('--until <day>', '外出的最后一天,YYYY-MM-DD')
    .option('--from <day>', '开始日期;省略为即日起')
    .option('--stand-in <person>', '代办人;单位只有另一名联络人时可省略')
    .action(
      (
        wanted: string,
        person: string,
        { until, from, standIn }: { until: string; from?: string; standIn?: string },
        command: Command,
      ) =>
        run(
          async ({ office, actor }) =>
            said(
              await registerLeave(office.desk, await actor(), {
                planId: await planId(office.prisma, wanted),
                personId: await personId(office, person),
                from,
                until,
                standIn: standIn ?? null,
              }),
            ),
          command,
        ),
    );

  onContact(contact.command('back').description('销假:提前返岗')).action(
    (wanted: string, person: string, _options, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await endLeave(office.desk, await actor(), {
              planId: await planId(office.prisma, wanted),
              personId: await personId(office, person),
            }),
          ),
        command,
      ),
  );

  onContact(contact.command('unbind').description('解除绑定:账号、登录和未用的绑定码作废'))
    .option('--channel <channel>', '只解除一个渠道')
    .action((wanted: string, person: string, { channel }: { channel?: string }, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await unbindContact(office.desk, await actor(), {
              planId: await planId(office.prisma, wanted),
              personId: await personId(office, person),
              channel,
            }),
          ),
        command,
      ),
    );

  onContact(contact.command('remove').description('停用联络人:调离且无人接手')).action(
    (wanted: string, person: string, _options, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(
            await removeContact(office.desk, await actor(), {
              planId: await planId(office.prisma, wanted),
              personId: await personId(office, person),
            }),
          ),
        command,
      ),
  );

  contact
    .command('merge-units')
    .description('机构改革:一个单位并入另一个,在办事项随之移交')
    .argument('<plan>')
    .requiredOption('--from <unit>', '并入其他单位的单位')
    .requiredOption('--into <unit>', '并入的单位')
    .requiredOption('--reason <text>', '依据(不少于5个字)')
    .action((wanted: string, ask: { from: string; into: string; reason: string }, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(await mergeUnits(office.desk, await actor(), { planId: await planId(office.prisma, wanted), ...ask })),
        command,
      ),
    );
}
