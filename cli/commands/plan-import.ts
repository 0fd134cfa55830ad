import type { Command } from 'commander';
import { importPlan } from '../../bot/desk/import-plan.ts';
import { said, type Answer } from '../answer.ts';
import { importDocument, type ImportOptions } from '../import-document.ts';
import type { CommandSession } from '../open-session.ts';
import type { Run } from '../program.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { jsonIn } from '../read-json-file.ts';

const gather = (one: string, all: string[]): string[] => [...all, one];

/** `duban plan import FILE`: facts as JSON, or any document, which is read, asked about and imported. */
export function addPlanImportCommand(plan: Command, run: Run): void {
  plan
    .command('import')
    .description('导入方案:文件(txt、docx、doc、pdf、html、xlsx、csv)读入后导入,也可为 JSON;- 为标准输入')
    .argument('<file>')
    .option('--answer <id=value>', '答复一个问题(编号或序号);只写“编号=”为按原文不改。可多次使用', gather, [])
    .option(
      '--set <place=value>',
      '改正一处,如 /tasks/3/title=内容;移动、拆分、合并、增补见 docs/reviewing.md。可多次使用',
      gather,
      [],
    )
    .option('--accept-proposals', '其余问题全部采用建议')
    .action((file: string, options: ImportOptions, command: Command) =>
      run((session) => importFile(session, file, options), command),
    );
}

async function importFile(session: CommandSession, path: string, options: ImportOptions): Promise<Answer> {
  const file = readFileBytes(path);
  if (!isJson(file)) return importDocument(session, file, options);
  const { office, actor } = session;
  return said(await importPlan(office.desk, await actor(), { facts: jsonIn(path, file.bytes) }));
}

/** By its name, or by how it begins. */
const isJson = ({ bytes, name }: { bytes: Uint8Array; name: string }): boolean =>
  /\.json$/i.test(name) || /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
