import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readPlan } from '../../domain/document/read-plan.ts';
import type { Reading, SourceDocument } from '../../domain/document/types.ts';
import { UsageError } from '../failure.ts';
import type { Streams } from '../run.ts';

/** `duban read FILE`: the reader alone, without server or database. Any bytes get an answer. */
export function addReadCommand(program: Command, streams: Streams, json: boolean): void {
  program
    .command('read')
    .description('读取方案文件,输出方案草案、出处和待确认的问题(不需要启动服务)')
    .argument('<file>')
    .action((file: string) => {
      const reading = readPlan(sourceOf(file));
      streams.out(`${json ? JSON.stringify(answerOf(reading), null, 2) : summaryOf(reading)}\n`);
    });
}

function sourceOf(file: string): SourceDocument {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageError(
      `无法读取文件 ${file}(${(error as NodeJS.ErrnoException).code ?? '未知原因'})。`,
      'FILE_UNREADABLE',
    );
  }
  return { format: 'txt', text: new TextDecoder('utf-8').decode(bytes), blocks: [] };
}

function answerOf(reading: Reading): object {
  if (reading.kind === 'not-a-plan') return { plan: null, notAPlan: { code: reading.code, reason: reading.reason } };
  const { plan, anchors, questions, notes } = reading;
  return { plan, anchors, questions, notes };
}

function summaryOf(reading: Reading): string {
  if (reading.kind === 'not-a-plan') return reading.reason;
  const { plan, questions } = reading;
  return [
    plan.title,
    `任务${plan.tasks.length}项,单位${plan.units.length}个,阶段${plan.phases.length}个,目标${plan.targets.length}项`,
    ...questions.map(({ text }) => `  ? ${text}`),
  ].join('\n');
}
