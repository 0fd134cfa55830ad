/** A stretch of the prepared text between two signs that part; `start` and `end` are places in it. */
export interface Clause {
  start: number;
  end: number;
  text: string;
  /** Sentences are counted by 。;! and new lines. */
  sentence: number;
  first: boolean;
  last: boolean;
  /** A question mark closes it. */
  asked: boolean;
  /** The sign before it, and the one that closes it. */
  before: string;
  after: string;
}

const PARTS = ',、:。;!?…\n()"“”「」《》';
const SENTENCE_ENDS = '。;!?…\n';
const CJK = /[\u4e00-\u9fff]/;

/** (三), (2), (二十一): the number of a task, not a remark. */
const NUMBER_IN_BRACKETS = /^\((?:[一二三四五六七八九十百]{1,5}|\d{1,3})\)/;

const NUMBER = '(?:第?\\s?\\(?(?:\\d{1,3}(?:\\.\\d{1,2})?|[一二三四五六七八九十]{1,3})\\)?\\s?(?:项|条)?)';
/** 第二、三项; 1、2、5项; (一)至(三)项: one naming of several tasks. */
export const NUMBER_LIST = new RegExp(
  `(?:(?<![\\d.])(?=第|\\()|(?<![\\u4e00-\\u9fff\\d.%]))${NUMBER}(?:\\s?(?:[、,和及与至到~-]|以及)\\s?${NUMBER})+(?<=项|条)(?![\\d])(?:任务|工作)?`,
  'g',
);

export function clausesOf(plain: string): Clause[] {
  const joined = [...plain.matchAll(NUMBER_LIST)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const isJoined = (at: number): boolean => joined.some(({ start, end }) => at > start && at < end);
  const clauses: Clause[] = [];
  let sentence = 0;
  let start = 0;
  let before = '\n';
  const close = (end: number, sign: string): void => {
    const raw = plain.slice(start, end);
    const text = raw.trim();
    if (text !== '') {
      const from = start + raw.indexOf(text);
      const first = clauses.at(-1)?.sentence !== sentence;
      clauses.push({
        start: from,
        end: from + text.length,
        text,
        sentence,
        first,
        last: false,
        asked: sign === '?',
        before,
        after: sign,
      });
    }
    before = sign;
    if (SENTENCE_ENDS.includes(sign)) {
      const ended = clauses.at(-1);
      if (ended) ended.last = true;
      sentence += 1;
    }
  };
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at);
    if (!isJoined(at) && (sign === ' ' ? parts(plain, start, at) : isSign(plain, at))) {
      if (sign === '(') {
        const number = NUMBER_IN_BRACKETS.exec(plain.slice(at, at + 8));
        if (number) {
          if (
            plain.slice(start, at).trim() !== '' &&
            /[\d%\u4e00-\u9fff]\s*$/.test(plain.slice(start, at)) &&
            !/第\s*$/.test(plain.slice(start, at))
          ) {
            // A number in the middle of a line begins what is said of that task.
            if (!/[一二三四五六七八九十]$/.test(plain.slice(start, at).trim())) {
              close(at, ' ');
              start = at;
            }
          }
          at += number[0].length - 1;
          continue;
        }
      }
      close(at, sign);
      start = at + 1;
    } else if (sign === '-' && plain.charAt(at + 1) === '-') {
      close(at, '-');
      start = at + 2;
    } else if (
      /[①-⑳]/.test(sign) &&
      plain.slice(start, at).trim() !== '' &&
      !/[①-⑳]$/.test(plain.slice(start, at).trim())
    ) {
      close(at, ';');
      sentence += 1;
      start = at;
    }
  }
  close(plain.length, '\n');
  return clauses;
}

function isSign(plain: string, at: number): boolean {
  const sign = plain.charAt(at);
  if (!PARTS.includes(sign)) return false;
  const before = plain.charAt(at - 1);
  const after = plain.charAt(at + 1);
  // 4,250万元 and 17:30 are one number.
  if (
    sign === ',' &&
    /\d/.test(before) &&
    /^\d{3}(?!\d)/.test(plain.slice(at + 1, at + 5)) &&
    /(?<!\d)\d{1,3}$/.test(plain.slice(Math.max(0, at - 4), at))
  )
    return false;
  if (
    sign === ':' &&
    /\d/.test(before) &&
    /\d{2}/.test(plain.slice(at + 1, at + 3)) &&
    /(?<!\d)\d{1,2}$/.test(plain.slice(Math.max(0, at - 3), at))
  ) {
    return !/^[0-5]\d(?!\d|[家个件户])/.test(plain.slice(at + 1, at + 4));
  }
  if ((sign === '"' || sign === '“' || sign === '”') && CJK.test(before) && CJK.test(after)) return false;
  if (sign === '(' && /^\([^()]{0,16}§[^()]{0,8}\)/.test(plain.slice(at, at + 28))) return false;
  if (sign === ')' && /\([^()]{0,16}§[^()]{0,8}$/.test(plain.slice(Math.max(0, at - 26), at))) return false;
  if ((sign === '《' || sign === '》') && at > 0) return false;
  return true;
}

/** A space parts two clauses, but not a number from its unit, a label from its words, or a word from its number. */
function parts(plain: string, start: number, at: number): boolean {
  const head = plain.slice(start, at).trim();
  if (head === '') return false;
  const last = head.charAt(head.length - 1);
  const rest = plain.slice(at + 1, at + 12).trimStart();
  if (/^\d{1,2}(?:\.\d{1,2})?\s+\S/.test(rest) && /[\u4e00-\u9fff%]$/.test(last) && head.length > 3) return true;
  if (/[\d.]$/.test(last) || /^[\d.\-A-Za-z一二三四五六七八九十()第项条]{1,6}$/.test(head)) return false;
  if (/^[\d]/.test(rest))
    return (
      /[\d一二两三四五六七八九十百千]/.test(head.replace(/^第?\(?[\d.一二三四五六七八九十]+\)?项?/, '')) ||
      /^\d{1,2}\.\d/.test(rest)
    );
  return true;
}
