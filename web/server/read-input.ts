import type { Context } from 'hono';
import type { z } from 'zod';
import { problemsOf } from '../../domain/problem.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { refusedWithProblems } from './errors.ts';

const invalid = (what: string): RefusedError => new RefusedError('INPUT_INVALID', { what });

/** The body as JSON; an absent one is an empty object. Throws INPUT_INVALID for anything that isn't UTF-8 and JSON. */
export async function readJson(c: Context): Promise<unknown> {
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength === 0) return {};
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('提交的内容不是UTF-8编码,请另存为UTF-8后重新提交。');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid('提交的内容不是有效的JSON,请核对后重新提交。');
  }
}

/** Checks against a strict schema; names every place that is wrong. */
export function checked(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const problems = problemsOf(result.error).map(({ path, message }) => ({ at: path, message }));
  const listed = problems.slice(0, 5).map(({ at, message }) => (at === '' ? message : `${at} ${message}`));
  throw refusedWithProblems(invalid(`提交的内容有误:${listed.join(';')}。`), problems);
}

/** Ids and names of ours are short; what is longer, or holds control characters, exists nowhere. */
export function checkedParams(params: Record<string, string>): Record<string, string> {
  // eslint-disable-next-line no-control-regex
  if (Object.values(params).some((value) => value.length > 200 || /[\u0000-\u001f]/.test(value)))
    throw invalid('地址中的编号无效。');
  return params;
}
