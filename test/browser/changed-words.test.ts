import { describe, expect, it } from 'vitest';
import { changedWords } from '../../web/page/src/briefs/changed-words.ts';

describe('what a person changed in a drafted sentence', () => {
  const cases: [string, string, ReturnType<typeof changedWords>][] = [
    ['办结,待验收。', '办结,建议验收。', { before: '办结,', was: '待', is: '建议', after: '验收。' }],
    ['累计15家。', '累计15家。', { before: '累计15家。', was: '', is: '', after: '' }],
    ['', '新写。', { before: '', was: '', is: '新写。', after: '' }],
    ['甲甲', '甲甲甲', { before: '甲甲', was: '', is: '甲', after: '' }],
  ];
  for (const [old, now, expected] of cases)
    it(`“${old}” → “${now}”`, () => expect(changedWords(old, now)).toEqual(expected));
});
