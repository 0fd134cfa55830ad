import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../cli/run.ts';
import { docx, p } from './docx-fixture.ts';
import { SAMPLE_LINES } from './sample-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function duban(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runCommandLine(argv, { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { code, out, err };
}

const fileOf = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

describe('duban read', () => {
  it('reads a Word file without a server, as JSON and as lines', async () => {
    const file = fileOf('方案.docx', docx({ body: SAMPLE_LINES.map((line) => p(line)).join('') }));
    const { code, out } = await duban('read', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      plan: { title: SAMPLE_LINES[0], tasks: [{ no: '(一)', leadUnits: ['市档案馆'] }, { no: '(二)' }] },
    });
    expect((await duban('read', file)).out).toContain('牵头:市档案馆 | 责任:市财政局、市大数据局');
  });

  it('answers what is no plan with one sentence and exit 0', async () => {
    const file = fileOf('通讯.txt', Buffer.from('市图书馆昨天举办读书会,市民踊跃参加,现场气氛热烈。'));
    const { code, out, err } = await duban('read', file, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      plan: null,
      notAPlan: { code: expect.any(String), reason: expect.stringMatching(/。$/) },
    });
    expect(await duban('read', file)).toMatchObject({ code: 0, out: expect.stringContaining('不是') });
  });

  it('refuses with a code and a sentence on standard error, and an exit code', async () => {
    const { code, out, err } = await duban('read', fileOf('扫描.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47])), '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'FORMAT_IMAGE', message: expect.stringContaining('OCR') } });
    expect((await duban('read', join(folder, '没有'), '--json')).err).toContain('FILE_UNREADABLE');
  });

  it('has a template that it reads, and writes over nothing', async () => {
    const file = join(folder, '模板.xlsx');
    expect((await duban('plan', 'template', file)).code).toBe(0);
    expect((await duban('read', file)).out).toContain('任务2项');
    expect((await duban('plan', 'template', file, '--json')).err).toContain('FILE_EXISTS');
  });
});
