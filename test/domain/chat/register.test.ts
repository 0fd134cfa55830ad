import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../setup/environment.ts';

/** Where texts for people are written; not the readers of documents and of replies, which know how others write. */
const FOLDERS = ['activities', 'bot', 'cli', 'domain/chat', 'domain/reports', 'domain/supervision', 'web', 'workflows'];
const HAN = /\p{Script=Han}/u;
/** Of quotes, backticks and JSX; a regular expression reads what others wrote. */
const LITERAL = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<>{}\n]+</g;
const REGEXP_LINE = /^\s*(?:(?:export )?const [\w: ]+ =\s*)?\/.*\/[a-z]*[;,]?$/;

const texts = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules') && !path.includes('/mock/'))
      .map((path) => join(folder, path))
      .filter((path) => !path.startsWith('domain/chat/understand/')),
  ),
  'domain/refusals.ts',
  'domain/problem.ts',
].flatMap((path) =>
  readFileSync(join(projectRoot, path), 'utf8')
    .split('\n')
    .filter((line) => !REGEXP_LINE.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line))
    .flatMap((line) => line.match(LITERAL) ?? [])
    .filter((text) => HAN.test(text))
    .map((text) => ({ path, text })),
);

describe('the register of policy.md "Messages"', () => {
  it('is looked at in all that is said to people', () => {
    expect(texts.length).toBeGreaterThan(1500);
    expect(texts.map(({ text }) => text)).toContain("'请写明理由(不少于5个字)。'");
  });

  it.each([
    ['says 你 and 你单位 throughout, nowhere 您', /您/],
    ['has no exclamation mark', /[!！]\s*['"`<]|[\p{Script=Han}][!！]/u],
    ['has no 温馨提示 and no @全体', /温馨提示|@全体|亲[,,]/],
  ])('%s', (_, wrong) => {
    expect(texts.filter(({ text }) => wrong.test(text))).toEqual([]);
  });
});
