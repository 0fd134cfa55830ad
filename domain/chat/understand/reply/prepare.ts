import { simplify } from '../../../document/clean/simplify.ts';
import { withoutSelfCorrected } from './self-corrected.ts';
import { withoutQuotes } from './quoted.ts';
import { withoutSlips } from './slips.ts';

const SIGNS: Record<string, string> = { 〇: '零', '﹪': '%', '﹣': '-', '\r': '\n', '\t': ' ', '․': '.', '｡': '。' };
const UPPER: Record<string, string> = {
  壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千',
}; // prettier-ignore
const UPPER_NUMBER = /[壹贰叁肆伍陆柒捌玖拾佰仟]{2,}[万亿]?[壹贰叁肆伍陆柒捌玖拾佰仟]*/g;

/**
 * The text as patterns read it: Simplified, half-width, without quotations of our own messages and without slips.
 * Each UTF-16 unit stands for the one at its place, so that a place found here is that place in the text.
 */
export function prepare(text: string): string {
  const folded = simplify(text)
    .replace(/(?<!公)元月(?=[\d一二三底初中上下份])/g, '一月')
    .replace(/[〇﹪﹣\r\t․｡]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/(\d)\uFE0F?\u20E3/g, (sign, digit: string) => ('⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)] ?? digit).padEnd(sign.length))
    // 👉, 6️⃣, and the bars and strokes with which lists are written on one line.
    .replace(/\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|\uFE0F|\u20E3|\u200D/gu, (sign) =>
      ' '.repeat(sign.length),
    )
    .replace(/[|¦]/g, ';')
    .replace(/(?<=[\u4e00-\u9fff%)] ?)\/(?= ?[\u4e00-\u9fff(])/g, ';')
    .replace(UPPER_NUMBER, (number) => [...number].map((digit) => UPPER[digit] ?? digit).join(''))
    // Letters for digits: 23l所, 1O家, 2O日.
    .replace(/(?<=\d)[OoIl]+(?![A-Za-z])|(?<=\d)[OoIl](?=\d)|(?<![A-Za-z])[Il](?=\d)/g, (letters) =>
      letters.replace(/[Oo]/g, '0').replace(/[Il]/g, '1'),
    );
  return withoutSelfCorrected(withoutSlips(withoutQuotes(folded)));
}
