import type { Command } from 'commander';
import { acceptAllChanges } from '../../bot/desk/amend/accept-all.ts';
import { acceptChange } from '../../bot/desk/amend/accept-change.ts';
import { amendmentList } from '../../bot/desk/amend/amendment-list.ts';
import { declineChange } from '../../bot/desk/amend/decline-change.ts';
import { proposeAmendment, type Proposed } from '../../bot/desk/amend/propose-amendment.ts';
import { proposeReading } from '../../bot/desk/amend/propose-reading.ts';
import { rematchTasks } from '../../bot/desk/amend/rematch-tasks.ts';
import { readDocument } from '../../bot/desk/reading/read-document.ts';
import type { AmendmentList } from '../../web/api.ts';
import { columns, said, type Answer } from '../answer.ts';
import { UsageError } from '../failure.ts';
import { planId } from '../find.ts';
import type { CommandSession } from '../open-session.ts';
import type { Run } from '../program.ts';
import { readJsonFile } from '../read-json-file.ts';
import { bytesOf } from './read.ts';

interface Options {
  accept?: string;
  decline?: string;
  match?: string;
}

const STATUS = { open: '待定', accepted: '已采纳', declined: '不采纳' } as const;

/** `duban plan amend PLAN [FILE]`: lays a new version beside a running plan, lists its changes, accepts or declines them. */
export function addAmendCommand(plan: Command, run: Run): void {
  plan
    .command('amend')
    .description('修订运行中的方案:提交新版,列出改动,逐项采纳或不采纳')
    .argument('<plan>')
    .argument('[file]', '新版:文件或JSON(- 为标准输入的JSON);不写则列出最近一次修订')
    .option('--accept <id>', '采纳一项改动;all 为对应关系确定的全部')
    .option('--decline <id>', '不采纳一项改动')
    .option('--match <old=new>', '指定第几项任务对应新版第几项(自1起,新版写 none 为没有),重新列出改动')
    .action((wanted: string, file: string | undefined, options: Options, command: Command) =>
      run((session) => amend(session, wanted, file, options), command),
    );
}

async function amend(
  { office, actor }: CommandSession,
  wanted: string,
  file: string | undefined,
  { accept, decline, match }: Options,
): Promise<Answer> {
  const id = await planId(office.prisma, wanted);
  const { desk } = office;
  const by = await actor();
  if ([file, accept, decline, match].filter((given) => given !== undefined).length > 1)
    throw new UsageError('提交新版、--accept、--decline、--match 每次只用一种。');
  if (accept === 'all') return said(await acceptAllChanges(desk, by, { planId: id }));
  if (accept !== undefined) return said(await acceptChange(desk, by, { planId: id, changeId: accept }));
  if (decline !== undefined) return said(await declineChange(desk, by, { planId: id, changeId: decline }));
  if (match !== undefined) return said(await rematchTasks(desk, by, { planId: id, pin: pinOf(match) }));
  const proposed = file === undefined ? null : await propose({ office, actor }, id, file);
  const listed = await amendmentList(desk, by, { planId: id });
  const shown = proposed === null ? listed.amendments[0] : listed.amendments.find(({ no }) => no === proposed.no);
  const value = { ...proposed, planId: id, no: shown?.no ?? null, changes: shown?.changes ?? [] };
  if (!shown) return { value, text: proposed?.summary ?? '该方案没有修订。' };
  return { value, text: [proposed?.summary ?? `第${shown.no}次修订`, table(shown)].join('\n') };
}

/** A JSON file as it is; any other document is read and, where nothing in it waits for an answer, laid beside the plan. */
async function propose(
  { office: { desk }, actor }: Pick<CommandSession, 'office' | 'actor'>,
  id: string,
  file: string,
): Promise<Proposed> {
  const by = await actor();
  if (file === '-' || /\.json$/i.test(file))
    return proposeAmendment(desk, by, { planId: id, facts: readJsonFile(file), source: nameOf(file) });
  const { readingId } = await readDocument(desk, by, { bytes: bytesOf(file), fileName: nameOf(file) ?? '' });
  return proposeReading(desk, by, { planId: id, readingId });
}

const table = ({ changes }: AmendmentList['amendments'][number]): string =>
  columns([
    ['编号', '状态', '改动'],
    ...changes.map(({ id, status, sentence, doubtful }) => [
      id,
      `${STATUS[status]}${doubtful ? '(存疑)' : ''}`,
      sentence,
    ]),
  ]);

/** `3=5` or `3=none`, counted from 1 as a reader counts. */
function pinOf(text: string): { old: number; now: number | null } {
  const [, old, now] = /^(\d{1,3})=(\d{1,3}|none)$/.exec(text) ?? [];
  if (old === undefined || now === undefined || old === '0' || now === '0')
    throw new UsageError('--match 应写作“原序号=新序号”或“原序号=none”,例如 3=5。');
  return { old: Number(old) - 1, now: now === 'none' ? null : Number(now) - 1 };
}

const nameOf = (file: string): string | null => (file === '-' ? null : (file.split(/[\\/]/).at(-1) ?? null));
