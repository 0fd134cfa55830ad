/** 48%,不对,是46%: the writer takes back, within one message, what they have just written. */
const TAKEN_BACK =
  /(?<=[,。;…\n\s—-])(?:(?:哦|噢|呃|额|啊|哎呀?|欸|诶|唉|等等|等一下|抱歉|不好意思)[,\s]*)*(?:不对不对|不对|哦?不(?=,)|[写打说报]快了|手[快滑]了?|不是|说错了?|打错了?|写错了?|输错了?|敲错了?|口误|笔误|手误|看错了?|记错了?|搞错了?|弄错了?|算错了?|填错了?|错了)(?:了|哈|啊)?(?:打错了?|写错了?|说错了?|报错了?|错了)?[,。;:\s…]+(?:(?:不对|打错了?|说错了?|写错了?|看错了?|更正|更正一下)[,。;:\s…]+)?(?=.{0,12}?[\d一二两三四五六七八九十百])/g;
const VALUE =
  /(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}[日号]?|底|初|中旬|上旬|下旬)|[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号]|底|初)|百分之[一二三四五六七八九十百点零]+|\d[\d.,]*\s?[百千]?[万亿]?%?|[一二两三四五六七八九十百千万零]{2,}/g;
/** What was reported before is corrected by a request, not here. */
const EARLIER = /上次|上期|上月|上周|上条|上一|昨|前面|刚才|刚刚|之前|上午|早上|报的|填的|发的|上报|应为|不是/;

const sortOf = (value: string): 'date' | 'percent' | 'number' =>
  /月/.test(value) ? 'date' : /%|百分之/.test(value) ? 'percent' : 'number';

/** 累计13家,不对,是14家: the right value is as much a total as the wrong one was. */
function takenOver(said: string, right: string): string {
  const kind = /累计|共计|新增/.exec(said)?.[0];
  return kind === undefined || /累计|共|新|又/.test(right) ? ',' : `,${kind}`;
}

/** The text with such values and the words that take them back blanked out, unit for unit. */
export function withoutSelfCorrected(plain: string): string {
  let text = plain;
  for (const match of plain.matchAll(TAKEN_BACK)) {
    const head = plain.slice(0, match.index).replace(/[,。;…\n\s—-]+$/, '');
    const from = Math.max(...[...',。;…\n'].map((sign) => head.lastIndexOf(sign))) + 1;
    const said = head.slice(from);
    const end = match.index + match[0].length;
    const [right] = plain.slice(end, end + 24).match(VALUE) ?? [];
    if (right === undefined || EARLIER.test(said)) continue;
    const wrong = [...said.matchAll(VALUE)].filter((one) => sortOf(one[0]) === sortOf(right)).at(-1);
    if (!wrong || wrong[0] === right) continue;
    const at = from + wrong.index;
    text =
      text.slice(0, at) +
      '某'.repeat(wrong[0].length) +
      text.slice(at + wrong[0].length, match.index) +
      takenOver(said, text.slice(end, end + 12)).padStart(match[0].length) +
      text.slice(end);
  }
  return text;
}
