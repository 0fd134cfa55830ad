import { expect, test } from 'vitest';
import { fileName } from '../../../domain/evidence/file-name.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\图片\\现场.jpg', '现场.jpg'],
  ['现\u0000场\r\n.jpg', '现场.jpg'],
  ['gpj\u202Eexe.jpg', 'gpjexe.jpg'],
  ['"引号".pdf', '引号.pdf'],
  ['  ..  ', '未命名文件'],
  [null, '未命名文件'],
])('%j is kept as %s', (given, kept) => {
  expect(fileName(given)).toBe(kept);
});

test('a long name keeps its ending', () => {
  const name = fileName(`${'长'.repeat(300)}.pdf`);
  expect(name).toHaveLength(100);
  expect(name).toMatch(/…\.pdf$/);
});
