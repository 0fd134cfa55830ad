import { z } from 'zod';
import { isLocalDate } from '../domain/calendar/local-date.ts';
import type { ReplyCase } from '../domain/chat/understand/types.ts';
import { UsageError } from './failure.ts';
import { readFileBytes } from './read-file-bytes.ts';

export interface NamedCase {
  id: string | null;
  reply: ReplyCase;
}

const figure = z.object({ name: z.string(), unit: z.string(), value: z.number() });

const openTask = z.object({
  no: z
    .string()
    .nullish()
    .transform((no) => no ?? null),
  title: z.string(),
  unit: z.string().default(''),
  due: z
    .string()
    .refine(isLocalDate, 'should be YYYY-MM-DD')
    .nullish()
    .transform((due) => due ?? null),
  targets: z.array(figure).default([]),
  last: z
    .object({ percent: z.number().nullable().default(null), figures: z.array(figure).default([]) })
    .nullish()
    .transform((last) => last ?? null),
});

const replyCase = z.object({
  id: z.union([z.string(), z.number().transform(String)]).nullish(),
  at: z.iso.datetime({ offset: true, local: true }),
  open: z.array(openTask),
  text: z.string(),
});

/**
 * Cases of a JSONL file, one a line, plain or under `case` beside a hand-made reading; empty lines are passed over.
 * Throws UsageError that names the line.
 */
export function readReplyCases(file: string): NamedCase[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [caseOf(line, at + 1)]));
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileBytes(file).bytes);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`文件 ${file} 不是UTF-8编码,请另存为UTF-8。`, 'FILE_UNREADABLE');
  }
}

function caseOf(line: string, number: number): NamedCase {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new UsageError(`第${number}行不是有效的JSON,请核对后重试。`, 'LINE_INVALID');
  }
  const inner = (parsed as { case?: unknown } | null)?.case ?? parsed;
  const shape = replyCase.safeParse(inner);
  if (!shape.success) {
    const [issue] = shape.error.issues;
    const place = issue?.path.join('.') ?? '';
    throw new UsageError(
      `第${number}行的${place === '' ? '内容' : ` ${place} `}不符合格式,请核对后重试。`,
      'LINE_INVALID',
    );
  }
  const { id, ...reply } = shape.data;
  return { id: id ?? null, reply };
}
