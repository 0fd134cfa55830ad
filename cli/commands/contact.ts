import { Argument, Option, type Command } from 'commander';
import { renderUnicodeCompact } from 'uqr';
import type { ChatSettings } from '../../bot/chat-channels.ts';
import { addContact } from '../../bot/desk/add-contact.ts';
import { makeCode } from '../../bot/desk/make-code.ts';
import type { BindLink } from '../../bot/directory/bind-links.ts';
import { setLanguage } from '../../bot/desk/set-language.ts';
import { people } from '../../bot/desk/views/people.ts';
import { localDay } from '../../domain/chat/local-text.ts';
import { OFFICE_ROLE_NAMES } from '../../domain/rights.ts';
import { RANKS, type Rank } from '../../domain/plan/types.ts';
import type { People } from '../../web/api.ts';
import { columns, said } from '../answer.ts';
import { planId } from '../find.ts';
import { personId } from '../open-session.ts';
import type { Run } from '../program.ts';
import { addOfficeCommands } from './office.ts';
import { addPeopleCommands } from './people.ts';
import { RANK_NAMES } from '../rank-names.ts';

type Account = People['units'][number]['contacts'][number]['accounts'][number];

/** Where the person hands the code over, by what is connected; a link that carries the code as a picture to scan too. */
function howToBind({ slack, telegram }: ChatSettings, links: BindLink[]): string[] {
  const linkOn = (channel: BindLink['channel']) => links.find((link) => link.channel === channel);
  const [inSlack, inTelegram] = [linkOn('slack'), linkOn('telegram')];
  return [
    ...(slack ? [`Slack:由本人${inSlack ? `打开 ${inSlack.url} ,` : ''}私聊机器人发送绑定码。`] : []),
    ...(telegram
      ? inTelegram
        ? [`Telegram:由本人打开 ${inTelegram.url} 并按“开始”,或扫码:`, renderUnicodeCompact(inTelegram.url)]
        : ['Telegram:由本人私聊机器人发送绑定码。']
      : []),
  ];
}

/** telegram(张三 @zhang,2026-11-20起,最近11-23) */
function accountText({ channel, name, boundAt, lastUsedAt, failed }: Account): string {
  const day = (instant: string): string => localDay(instant, 'Asia/Shanghai');
  const said = [
    ...(name === null ? [] : [name]),
    `${day(boundAt)}起`,
    ...(lastUsedAt === null ? [] : [`最近${day(lastUsedAt)}`]),
    ...(failed === null ? [] : [failed]),
  ];
  return `${channel}(${said.join(',')})`;
}

export function addContactCommands(program: Command, run: Run): void {
  const contact = program.command('contact').description('联络人');

  contact
    .command('list')
    .description('列出一个方案的单位和联络人')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const shown = await people(office.desk, await actor(), { planId: await planId(office.prisma, wanted) });
        const rows = shown.units.flatMap(({ name, contacts }) =>
          contacts.length === 0
            ? [[name, '—', '', '', '', '']]
            : contacts.map((one) => [
                name,
                one.name,
                RANK_NAMES[one.rank],
                one.accounts.map(accountText).join(' ') || '未绑定',
                one.away ? `外出至${one.away.until},由${one.away.standIn}代` : '',
                one.personId,
              ]),
        );
        const ofOffice = shown.office.map((one) => [
          '办公室',
          one.name,
          one.roles.map((role) => OFFICE_ROLE_NAMES[role]).join('、'),
          one.accounts.map(accountText).join(' ') || '未绑定',
          '',
          one.personId,
        ]);
        return {
          value: shown,
          text: columns([['单位', '姓名', '层级', '渠道', '外出', '编号'], ...ofOffice, ...rows]),
        };
      }, command),
    );

  contact
    .command('add')
    .description('登记联络人')
    .argument('<plan>')
    .requiredOption('--name <name>', '姓名')
    .requiredOption('--unit <unit>', '单位名称或简称')
    .addOption(
      new Option('--rank <rank>', '联络员 liaison、科长 section-head、分管领导 supervisor')
        .choices(RANKS)
        .default('liaison'),
    )
    .action((wanted: string, { name, unit, rank }: { name: string; unit: string; rank: Rank }, command: Command) =>
      run(async ({ office, actor }) => {
        const added = await addContact(office.desk, await actor(), {
          planId: await planId(office.prisma, wanted),
          name,
          unit,
          rank,
        });
        return { value: { ok: true, ...added }, text: `${added.summary}(${added.personId})` };
      }, command),
    );

  addOfficeCommands(contact, run);
  addPeopleCommands(contact, run);

  contact
    .command('language')
    .description('设定一人的界面语言:en 英文、zh 中文(任务名称和填报内容不变)')
    .argument('<person>', '姓名或编号')
    .addArgument(new Argument('<language>').choices(['en', 'zh']))
    .action((wanted: string, locale: 'en' | 'zh', _options, command: Command) =>
      run(
        async ({ office, actor }) =>
          said(await setLanguage(office.desk, await actor(), { personId: await personId(office, wanted), locale })),
        command,
      ),
    );

  contact
    .command('bind')
    .description('发放一次性绑定码')
    .argument('<person>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor, chat }) => {
        const { code, expiresAt, links } = await makeCode(office.desk, await actor(), {
          personId: await personId(office, wanted),
        });
        const link = links.find(({ channel }) => channel === 'telegram');
        return {
          value: { ok: true, code, expiresAt, links, ...(link ? { telegramLink: link.url } : {}) },
          text: [`绑定码 ${code},10分钟内一次有效。`, ...howToBind(chat, links)].join('\n'),
        };
      }, command),
    );
}
