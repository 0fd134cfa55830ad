import { expect, test } from 'vitest';
import { problemsIn } from './repository-rules.ts';

test('a path of one machine is found, a relative one is not', () => {
  const home = ['', 'home', 'x', 'duban'].join('/');
  const work = ['', 'work', 'main'].join('/');
  expect(problemsIn('a.ts', `open('${home}')`)).toHaveLength(1);
  expect(problemsIn('a.ts', `open('${work}')`)).toHaveLength(1);
  expect(problemsIn('a.ts', 'open(`web/work/x`, "../root/x")')).toEqual([]);
});

test('a registry host and a lock file with download addresses are found', () => {
  const host = ['registry', 'npmjs', 'org'].join('.');
  expect(problemsIn('a.md', host)).toHaveLength(1);
  expect(problemsIn('package-lock.json', '"resolved": "https://elsewhere/x.tgz"')).toHaveLength(1);
});

test('updateMany with a limit is found across lines', () => {
  const call = 'prisma.prompt.updateManyAndReturn({ where: { a: f(1) },\n limit: 5 })';
  expect(problemsIn('a.ts', call)).toHaveLength(1);
  expect(problemsIn('a.ts', 'prisma.prompt.updateMany({ where }); take({ limit: 5 })')).toEqual([]);
});

test('a folder with a vague name is found', () => {
  expect(problemsIn(`bot/${'ut' + 'ils'}/a.ts`, '')).toHaveLength(1);
});

test('a webhook that is open to strangers is found', () => {
  expect(problemsIn('a.ts', `webhookCallback(bot, { ${'allow' + 'Unauthenticated'}: true })`)).toHaveLength(1);
});
