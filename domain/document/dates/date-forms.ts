/** Patterns of printed dates; named groups are read by date-window.ts. */

const DIGIT = '[〇零0OОο一二三四五六七八九]';
const Y = `(?:(?<!\\d)\\d{4}|(?:[一二]${DIGIT}{3})|(?<![\\d.])[0-29]\\d(?= ?年 ?\\d{1,2} ?月)|今|本|当|同|该|明|来|次|翌)`;
const M = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元](?= ?[月、至到—–~-]))';
const D = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])';
const DASH = '-{1,4}|[—–―─━]{1,4}|~{1,2}|〜|至|到|一(?=\\d)';
/** A page may have broken the line behind it. */
const TO = `(?: ?(?:起|开始)[,、]?)?(?:\\(含\\))? ?(?:${DASH})[ \\n]?`;
const NUMBER = { month: '(?:1[0-2]|0?[1-9])', day: '(?:3[01]|[12]\\d|0?[1-9])' };
const QUARTER = '[一二三四1-4]';

const year = (name: string): string => `(?<${name}>${Y}) ?年度?`;

const atom = (tag: string): string =>
  [
    `(?:${year(`y1${tag}`)} ?)?(?<m1${tag}>${M}) ?月(?:份)?(?: ?(?<d1${tag}>${D}) ?[日号])?`,
    `(?:${year(`y2${tag}`)} ?)?第?(?<q2${tag}>${QUARTER}) ?季度`,
    `(?:${year(`y3${tag}`)} ?)?(?<h3${tag}>[上下])半年`,
    `(?<y4${tag}>(?<!\\d)\\d{4})[-./](?<m4${tag}>${NUMBER.month})[-./](?<d4${tag}>${NUMBER.day})(?!\\d)`,
    `(?<y6${tag}>(?<!\\d)\\d{4})(?:[./]|-(?=\\d{2}))(?<m6${tag}>${NUMBER.month})(?![\\d.]| ?年)`,
    `${year(`y5${tag}`)}(?: ?年(?=[底末初]))?`,
    `(?<![每去上\\d])(?<e7${tag}>年[底末])`,
  ].join('|');

const PART = '(?: ?(?:(?:[上中][、,]?)?(?:上旬|中旬|下旬)|初|底|末))?';

/** Two ends of which the second is printed short, or the first: 3—5月, 3月1—31日, 第一、二季度. */
const RANGES = [
  `(?:${year('ry')} ?)?(?<rm1>${M})${TO}(?<rm2>${M}) ?月(?:份)?`,
  `(?:${year('dy')} ?)?(?<dm>${M}) ?月 ?(?<dd1>${D})(?: ?[日号])?${TO}(?<dd2>${D}) ?[日号]`,
  `(?:${year('py')} ?)?(?<pm>${M}) ?月 ?[上中]旬?(?:${TO}|、)[中下]旬`,
  `(?<yy1>(?<!\\d)\\d{4})(?: ?年)?${TO}(?<yy2>\\d{4}) ?年度?`,
  `(?<sy>(?<!\\d)\\d{4})[./](?<sm1>${NUMBER.month})(?:[./](?<sd1>${NUMBER.day}))?${TO}(?<sm2>${NUMBER.month})(?:[./](?<sd2>${NUMBER.day}))?(?![\\d./年月])`,
  `(?:${year('qy')} ?)?第?(?<q1>${QUARTER}) ?(?:季度?)?(?:[、和]|${TO})第?(?<q2>${QUARTER}) ?季度`,
  // 1、2月 may be a number and a date: a list shows by its year, its 月 or what stands before it.
  `(?:(?:${year('ly')} ?)|(?<=[(〔:为是在])|(?=(?:${M}) ?月))(?<lm1>${M})(?: ?月)?(?:、(?:${M})(?: ?月)?)*、(?<lm2>${M}) ?月(?:份)?`,
].join('|');

/** The first character of every date. */
export const DATE_BEGIN = /[\d自从由到至截一二三四五六七八九十元今本当同该明来次翌第上下年]/g;

/** What every date begins with, told by a character or two: the search itself tries a dozen forms at each place. */
const FIRST =
  '(?:自|从|由)?(?:到|至|截至|截止到?)?(?:\\d|[一二三四五六七八九十元][〇零0OОο一二三四五六七八九十 月季、至到和起开(—–―─━~〜-]|' +
  '[今本当同该明来次翌] ?年|第[一二三四1-4]|[上下]半年|年[底末])';

/** A date or a window, with the words around it that leave an end open. */
export const DATE_FORM = new RegExp(
  `(?=${FIRST})(?<from>自|从|由)?(?<until>到|至|截至|截止到?)?(?:${RANGES}|(?:${atom('a')})(?<parta>${PART})(?:${TO}(?:${atom('b')})(?<partb>${PART}))?)(?<after> ?(?:之前|以前|前(?!期|后|三|两)|起(?!草|步|点|诉)|开始|以后|之后)| ?(?:止|结束|为止))?`,
  'y',
);
