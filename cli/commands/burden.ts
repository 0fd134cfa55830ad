import type { Command } from 'commander';
import { burden } from '../../bot/desk/views/burden.ts';
import type { Burden } from '../../web/api.ts';
import { columns } from '../answer.ts';
import { planId } from '../find.ts';
import type { Run } from '../program.ts';

type Week = Burden['persons'][number]['weeks'][number];

export function addBurdenCommand(program: Command, run: Run): void {
  program
    .command('burden')
    .description('各联络人每周收到的提示和近几周将要发出的提示')
    .argument('<plan>')
    .action((wanted: string, _options, command: Command) =>
      run(async ({ office, actor }) => {
        const found = await burden(office.desk, await actor(), { planId: await planId(office.prisma, wanted) });
        return { value: found, text: textOf(found) };
      }, command),
    );
}

function textOf({ weeks, thisWeek, limit, persons }: Burden): string {
  if (persons.length === 0) return '尚无消息,近期也没有待发的提示。';
  const head = ['单位', '联络人', ...weeks.map((week) => (week === thisWeek ? `本周(${week})` : week))];
  const rows = persons.map(({ unit, name, weeks: own }) => [unit, name, ...own.map(weekText)]);
  return [
    `每人每周${limit.perWeek}条,连同当日到期和逾期的至多${limit.perWeekInAll}条。已发为“条/项”,带“+”的为预计。`,
    columns([head, ...rows]),
  ].join('\n');
}

function weekText({ digests, rungs, over, coming }: Week): string {
  const sent = digests > 0 ? `${digests}/${rungs}${over > 0 ? `(超${over})` : ''}` : '';
  const next = coming.rungs > 0 ? `+${coming.digests}/${coming.rungs}` : '';
  return [sent, next].filter(Boolean).join(' ') || '-';
}
