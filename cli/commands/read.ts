import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { decodeDocument } from '../../documents/decode.ts';
import { readPlan } from '../../domain/document/read-plan.ts';
import type { Reading, SourceDocument } from '../../domain/document/types.ts';
import { UsageError } from '../failure.ts';
import type { Streams } from '../run.ts';
import { summaryOf } from './reading-summary.ts';

/** `duban read FILE`: the reader alone, without server or database. Any bytes get an answer. */
export function addReadCommand(program: Command, streams: Streams, json: boolean): void {
  program
    .command('read')
    .description('读取方案文件,输出方案草案、出处和待确认的问题(不需要启动服务);文件名为 - 时读取标准输入')
    .argument('<file>')
    .action(async (file: string) => {
      const source = await sourceOf(file);
      const reading = readPlan(source);
      streams.out(`${json ? JSON.stringify(answerOf(reading), null, 2) : summaryOf(reading, source)}\n`);
    });
}

/** The file's text. Throws UsageError for a file that isn't there or is not opened. */
export async function sourceOf(file: string): Promise<SourceDocument> {
  const decoded = await decodeDocument(bytesOf(file), file === '-' ? undefined : file);
  if (!decoded.ok) throw new UsageError(decoded.reason, decoded.code);
  return decoded.source;
}

export function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '未知原因';
    throw new UsageError(`无法读取文件 ${file}(${code}),请核对路径和权限。`, 'FILE_UNREADABLE');
  }
}

function answerOf(reading: Reading): object {
  if (reading.kind === 'not-a-plan') return { plan: null, notAPlan: { code: reading.code, reason: reading.reason } };
  const { plan, anchors, questions, notes } = reading;
  return { plan, anchors, questions, notes };
}
