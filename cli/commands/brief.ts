import { Option, type Command } from 'commander';
import { briefList } from '../../bot/desk/brief/brief-list.ts';
import { briefView } from '../../bot/desk/brief/brief-view.ts';
import { draftBrief } from '../../bot/desk/brief/draft-brief.ts';
import { editBriefAct } from '../../bot/desk/brief/edit-brief.ts';
import { releaseBrief } from '../../bot/desk/brief/release-brief.ts';
import { BRIEF_SECTIONS, type BriefChange, type BriefSectionKey } from '../../domain/reports/types.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { columns, said, type Answer } from '../answer.ts';
import { UsageError } from '../failure.ts';
import { planId } from '../find.ts';
import type { CommandSession } from '../open-session.ts';
import type { Run } from '../program.ts';

interface Edits {
  reword: string[];
  drop: string[];
  restore: string[];
  add: string[];
}

const collected = (value: string, before: string[]): string[] => [...before, value];
const repeated = (flags: string, what: string): Option =>
  new Option(flags, `${what}(可多次使用)`).argParser(collected).default([], '无');

/** `duban brief [PLAN]`: the newest brief as Markdown; and its list, draft, edits and release. */
export function addBriefCommands(program: Command, run: Run): void {
  const brief = program
    .command('brief')
    .description('简报:输出最近一期(Markdown);--draft 先起草')
    .argument('[plan]')
    .option('--draft', '先按现状起草,再输出')
    .action((wanted: string | undefined, { draft }: { draft?: boolean }, command: Command) =>
      run((session) => print(session, wanted, draft ?? false), command),
    );

  brief
    .command('list')
    .description('列出各期简报')
    .argument('[plan]')
    .action((wanted: string | undefined, _options, command: Command) =>
      run((session) => list(session, wanted), command),
    );

  brief
    .command('draft')
    .description('按现状起草;未核发的一期重新起草')
    .argument('[plan]')
    .action((wanted: string | undefined, _options, command: Command) =>
      run((session) => draftOne(session, wanted), command),
    );

  brief
    .command('edit')
    .description('修改未核发的一期')
    .argument('[plan]')
    .addOption(repeated('--reword <句=新文>', '改写一句'))
    .addOption(repeated('--drop <句>', '删去一句'))
    .addOption(repeated('--restore <句>', '恢复一句'))
    .addOption(repeated('--add <部分=文>', `增写一句;部分为 ${BRIEF_SECTIONS.join('、')}`))
    .action((wanted: string | undefined, edits: Edits, command: Command) =>
      run((session) => edit(session, wanted, edits), command),
    );

  brief
    .command('release')
    .description('核发,须带起草或查看时所示的校验码')
    .argument('[plan]')
    .requiredOption('--hash <hash>', '校验码')
    .action((wanted: string | undefined, { hash }: { hash: string }, command: Command) =>
      run(async (session) => {
        const briefId = await newest(session, await onePlan(session, wanted), 'any');
        return said(await releaseBrief(session.office.desk, await session.actor(), { briefId, hash }));
      }, command),
    );
}

async function print(session: CommandSession, wanted: string | undefined, draft: boolean): Promise<Answer> {
  const plan = await onePlan(session, wanted);
  const { desk } = session.office;
  const actor = await session.actor();
  const briefId = draft
    ? (await draftBrief(desk, actor, { planId: plan })).briefId
    : await newest(session, plan, 'released');
  const shown = await briefView(desk, actor, { briefId });
  return { value: shown, text: shown.markdown };
}

async function list(session: CommandSession, wanted: string | undefined): Promise<Answer> {
  const plan = await onePlan(session, wanted);
  const shown = await briefList(session.office.desk, await session.actor(), { planId: plan });
  const rows = shown.briefs.map(({ title, status, cutoff, releasedBy, id }) => [
    title,
    status === 'released' ? `已核发(${releasedBy ?? ''})` : '草稿',
    cutoff,
    id,
  ]);
  return { value: shown, text: columns([['简报', '状态', '数据截至', '编号'], ...rows]) };
}

async function draftOne(session: CommandSession, wanted: string | undefined): Promise<Answer> {
  const actor = await session.actor();
  const { desk } = session.office;
  const { briefId, summary } = await draftBrief(desk, actor, { planId: await onePlan(session, wanted) });
  const { no, hash, sections } = await briefView(desk, actor, { briefId });
  const sentences = sections.flatMap((section) => section.sentences.map(({ id, text }) => `  ${id} ${text}`));
  return {
    value: { ok: true, summary, briefId, no, hash, sections },
    text: [summary, ...sentences, `校验码 ${hash}`].join('\n'),
  };
}

async function edit(session: CommandSession, wanted: string | undefined, edits: Edits): Promise<Answer> {
  const changes: BriefChange[] = [
    ...edits.reword.map((given): BriefChange => {
      const [id, text] = parted(given, '--reword');
      return { kind: 'reword', id, text };
    }),
    ...edits.drop.map((id): BriefChange => ({ kind: 'drop', id })),
    ...edits.restore.map((id): BriefChange => ({ kind: 'restore', id })),
    ...edits.add.map((given): BriefChange => {
      const [section, text] = parted(given, '--add');
      if (!isSection(section)) throw new UsageError(`没有“${section}”这一部分,只能是 ${BRIEF_SECTIONS.join('、')}。`);
      return { kind: 'add', section, text };
    }),
  ];
  if (changes.length === 0) throw new UsageError('请用 --reword、--drop、--restore 或 --add 写明改动。');
  const { desk } = session.office;
  const actor = await session.actor();
  const briefId = await newest(session, await onePlan(session, wanted), 'any');
  const { summary } = await editBriefAct(desk, actor, { briefId, changes });
  const { no, hash } = await briefView(desk, actor, { briefId });
  return { value: { ok: true, summary, briefId, no, hash }, text: `${summary}\n校验码 ${hash}` };
}

const isSection = (text: string): text is BriefSectionKey => (BRIEF_SECTIONS as readonly string[]).includes(text);

function parted(given: string, option: string): [string, string] {
  const at = given.indexOf('=');
  if (at < 1) throw new UsageError(`${option} 应写作“编号=文字”。`);
  return [given.slice(0, at), given.slice(at + 1)];
}

/** The plan that is named, else the only one that runs. */
async function onePlan({ office: { prisma } }: CommandSession, wanted: string | undefined): Promise<string> {
  if (wanted !== undefined) return planId(prisma, wanted);
  const running = await prisma.plan.findMany({
    where: { status: 'running' },
    orderBy: { ordinal: 'asc' },
    select: { id: true },
  });
  const [only] = running;
  if (only && running.length === 1) return only.id;
  const named = running.map(({ id }) => id).join('、');
  throw new UsageError(only ? `运行中的方案有${running.length}个,请写明:${named}。` : '没有运行中的方案,请写明方案。');
}

/** The newest brief of a plan; `any`: an unreleased one too. Throws BRIEF_UNKNOWN. */
async function newest({ office: { prisma } }: CommandSession, plan: string, of: 'released' | 'any'): Promise<string> {
  const brief = await prisma.brief.findFirst({
    where: { planId: plan, ...(of === 'released' ? { status: 'released' } : {}) },
    orderBy: { no: 'desc' },
    select: { id: true },
  });
  if (!brief) throw new RefusedError('BRIEF_UNKNOWN');
  return brief.id;
}
