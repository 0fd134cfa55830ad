import type { Random } from './random.ts';

const ORGAN = '局|委|办|部|厅|院|府|中心|会';
const pickFor =
  (what: RegExp, words: readonly string[], share = 1) =>
  (text: string, { pick, chance }: Random): string =>
    text.replace(what, (said: string) => (chance(share) ? pick(words) : said));
const addTo =
  (what: RegExp, words: readonly string[], share: number) =>
  (text: string, { pick, chance }: Random): string =>
    text.replace(what, (said: string) => (chance(share) ? said + pick(words) : said));

/** Ways to say who does a task that no plan of ours prints: the facts stay, the reader is to ask where it errs. */
export const OWNER_REWORDINGS: Readonly<Record<string, (text: string, random: Random) => string>> = {
  'labels of who leads': pickFor(/牵头(?:责任)?(?:单位|部门)(?=[:：])/g, [
    '领办单位',
    '主抓部门',
    '挂帅单位',
    '包抓单位',
  ]),
  'verbs of who leads': pickFor(/牵头(?=[,，;；、)）。〕】])/g, ['抓总', '领衔', '挂帅', '总负责', '主抓']),
  'verbs of the others': pickFor(/(?:配合|参加|协助)(?=[)）。〕】\n;；])/g, ['协同推进', '搭手', '跟进', '予以支持']),
  'signs between names': pickFor(
    new RegExp(`(?<=(?:${ORGAN}))、(?=[\\u4e00-\\u9fff]{2,10}(?:${ORGAN}))`, 'g'),
    ['会同', '和', '以及', '/', '·'],
    0.2,
  ),
  'words behind the label': addTo(
    /(?:牵头|责任|配合)(?:单位|部门)[:：]/g,
    ['暂定', '拟由', '(待定)', '由', '主要为'],
    0.4,
  ),
  'words behind a name': addTo(
    /[局委办厅](?=[)）〕】。;；\n])/g,
    ['等3家单位', '(按职责)', '分别负责', '及其下属单位'],
    0.3,
  ),
};
