import { afterAll, beforeAll, expect, test } from 'vitest';
import { asIfRunning, openCliWorld, type CliWorld } from './cli-world.ts';

let w: CliWorld;
beforeAll(async () => {
  w = await openCliWorld();
  await asIfRunning(w, 'chenzhou');
});
afterAll(() => w.close());

interface Drafted {
  no: number;
  hash: string;
  markdown: string;
}

test('before any was released, brief says what to do', async () => {
  expect(await w.json('brief', 'chenzhou')).toMatchObject({ code: 1, out: '', error: { code: 'BRIEF_UNKNOWN' } });
  expect(await w.json('brief', 'no-such-plan')).toMatchObject({ code: 1, error: { code: 'PLAN_UNKNOWN' } });
  expect(await w.json('brief', 'huangshi', '--draft')).toMatchObject({ code: 1, error: { code: 'PLAN_NOT_READY' } });
});

test('brief --draft drafts and prints Markdown alone, sources as footnotes', async () => {
  const ran = await w.run('brief', '郴州', '--draft');
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toMatch(/^# .*工作简报 第1期\(草稿,未核发\)\n/);
  expect(ran.out).toContain('## 一、总体');
  for (const [, note] of ran.out.matchAll(/[^\n]\[\^(\d+)\]/g))
    expect(ran.out).toMatch(new RegExp(`\n\\[\\^${note}\\]: .+`));
});

test('without a plan it takes the only one that runs', async () => {
  expect((await w.run('brief', '--draft')).out).toContain('郴州');
});

test('edit, list and release go by the words and the hash that were shown', async () => {
  const change = ['--reword', 'overall/counts=全部任务正常推进。', '--add', 'decide=建议明确经费渠道。'];
  // All of it or nothing.
  expect(await w.json('brief', 'edit', 'chenzhou', ...change, '--drop', 'nowhere')).toMatchObject({
    code: 1,
    error: { code: 'INPUT_INVALID' },
  });
  const again = await w.json('brief', 'edit', 'chenzhou', ...change);
  expect(again).toMatchObject({ code: 0, value: { ok: true, no: 1, hash: expect.any(String) } });
  expect(await w.json('brief', 'edit', 'chenzhou', '--add', 'weather=晴。')).toMatchObject({
    code: 1,
    error: { code: 'USAGE' },
  });
  expect(await w.json('brief', 'edit', 'chenzhou')).toMatchObject({ code: 1, error: { code: 'USAGE' } });
  expect(await w.json('brief', 'release', 'chenzhou', '--hash', 'x')).toMatchObject({
    code: 1,
    error: { code: 'BRIEF_CHANGED' },
  });
  const { hash } = again.value as unknown as Drafted;
  expect(await w.json('brief', 'release', 'chenzhou', '--hash', hash)).toMatchObject({ code: 0, value: { ok: true } });
  expect((await w.run('brief', 'list', 'chenzhou')).out).toContain('已核发');
  const printed = await w.json('brief', 'chenzhou');
  const { markdown } = printed.value as unknown as Drafted;
  expect(markdown).toContain('全部任务正常推进。');
  expect(markdown.split('建议明确经费渠道。')).toHaveLength(2);
});
