import { Option, type Command } from 'commander';
import { appoint } from '../../bot/desk/appoint.ts';
import { dismiss } from '../../bot/desk/dismiss.ts';
import { OFFICE_ROLES, type OfficeRole } from '../../domain/rights.ts';
import { said } from '../answer.ts';
import { planId } from '../find.ts';
import { personId } from '../open-session.ts';
import type { Run } from '../program.ts';

/** The office's own people: who coordinates a plan, leads it, or only reads it. */
export function addOfficeCommands(contact: Command, run: Run): void {
  contact
    .command('appoint')
    .description('登记办公室协调员、领导小组成员或查阅人员')
    .argument('<plan>')
    .requiredOption('--name <name>', '姓名')
    .addOption(
      new Option('--role <role>', '协调员 coordinator、领导小组成员 leader、查阅人员 reader')
        .choices(OFFICE_ROLES)
        .makeOptionMandatory(),
    )
    .action((wanted: string, { name, role }: { name: string; role: OfficeRole }, command: Command) =>
      run(async ({ office, actor }) => {
        const plan = await planId(office.prisma, wanted);
        const done = await appoint(office.desk, await actor(), { planId: plan, name, role });
        return { value: { ok: true, ...done }, text: `${done.summary}(${done.personId})` };
      }, command),
    );

  contact
    .command('dismiss')
    .description('取消其在该方案中的办公室、领导或查阅身份')
    .argument('<plan>')
    .argument('<person>', '姓名或编号')
    .action((wanted: string, person: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const plan = await planId(office.prisma, wanted);
        const ask = { planId: plan, personId: await personId(office, person) };
        return said(await dismiss(office.desk, await actor(), ask));
      }, command),
    );
}
