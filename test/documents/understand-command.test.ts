import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-understand-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function understand(text: string, ...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const path = join(folder, 'cases.jsonl');
  writeFileSync(path, text);
  let out = '';
  let err = '';
  const code = await runCommandLine(['understand', path, ...options], {
    out: (words) => void (out += words),
    err: (words) => void (err += words),
  });
  return { code, out, err };
}

const CASE = {
  id: 'a',
  at: '2026-11-20T10:12:00+08:00',
  open: [{ no: '(一)', title: '建设工作站', unit: '市局', due: '2026-12-31', targets: [], last: null }],
  text: '您好',
};

describe('duban understand', () => {
  it('prints one reading a line in the order of the cases, without a server', async () => {
    const { code, out } = await understand(
      `${JSON.stringify(CASE)}\n\n${JSON.stringify({ case: { ...CASE, id: 'b' }, reading: null })}\n`,
      '--json',
    );
    const lines = out.split('\n').slice(0, -1);
    expect(code).toBe(0);
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['a', 'b']);
    expect((await understand(JSON.stringify(CASE))).out).toContain('a 您好');
  });

  it.each([
    ['what is no JSON', `${JSON.stringify(CASE)}\n{"id":`, '第2行不是有效的JSON'],
    ['a case without its time', JSON.stringify({ ...CASE, at: undefined }), '第1行的 at '],
    ['a line that holds no case', '[]', '第1行的'],
  ])('names the line of %s and prints no reading', async (_name, text, sentence) => {
    const { code, out, err } = await understand(text, '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(JSON.parse(err)).toEqual({
      error: { code: 'LINE_INVALID', message: expect.stringContaining(sentence) as string },
    });
  });
});
