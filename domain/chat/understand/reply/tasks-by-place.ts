import type { Clause } from './clauses.ts';
import { countOf } from './numbers.ts';

const N = '[一二两三四五六七八九十\\d]{1,3}';
const REST = new RegExp(
  `^(?:另外|此外|除此之外|至于)?(?:其余|其他|其它|余下|剩下|别的|(?:没|未|没有)(?:提|列|说|写|讲)(?:到|及|出|明)?|除此(?:之外|以外|外)|除上述(?:之外|以外|外)?|(?:以上|上述)(?:之外|以外)|另外(?=几|的|各)|余(?=按|均|都|无|未|正常)|(?:剩余|另外)(?=${N}项))(?:的|各)?(?:(?:${N}|几|各)?(?:项|个|件|条)?(?:任务|工作|事项|事)?)(?:的)?(?=$|[没无暂均都全皆按正同跟与和照维进这本下请不未尚还老一也仍依较保待推§已在继稳积扎持抓顺完办结仅只将预处加]|有(?![\\d一二两三四五六七八九十])|年前|年后|节前)`,
);
const EVERY = new RegExp(
  `^(?:以上|上述|我们|[我本](?:单位|局|校|院|镇|办|委|处|街道|乡|县|区|馆|所|中心)|承担的?|负责的?|牵头的?|涉及的?|手上|本期|本次|本周|本月|本旬|这周|这个月|这|今年的?)*(?:(${N})(?:项|件|个)(?:任务|工作|指标|事|重点)*|(?:各项|每项|几项|这些)(?:(?:任务|工作|事项|指标)|(?=[都均皆全也进按正已没无照同跟与推顺有稳扎积]))|(?:以上|上述|承担的|负责的|牵头的)(?:任务|工作|事项)(?=都|均|全|皆|一并|现)|(?:所有|全部)(?:的)?(?:任务|工作|事项|项目)|(?:全部|全都|统统)(?=照|同|维|与|跟|和|不|保|完成|办结|已|没|无|正常|按|都|搞)|(?:都|均|皆)(?=[已和与跟同无没按未是在正完办不]))`,
);
/** 我负责的三项任务都…, 目前均…: said of all, whatever stands before. */
const EVERY_LATER = new RegExp(
  `^[^\\d,§]{0,8}?(${N})(?:项|件|个)(?:任务|工作|指标|事项?|重点)*(?=都|均|全|皆|一起|暂?无|没)|^(?:我们|我这[边里]|这边|目前|现在|现|截至目前|任务|各?任务|工作|进展|情况|手头的?|负责的?|承担的?|牵头的?|[我本](?:单位|局|校|院|镇|办|委|处|街道|乡|县|区))+(?:任务|工作)?(?=都|均|全都|全部|皆)`,
);
const FIRST = new RegExp(`^(?:以上|上述)?的?(?:前面?|头)(${N})(?:项|个|条)(?:任务)?`);
const FINAL = new RegExp(`^(?:最?后面?)(${N})(?:项|个|条|件)(?:任务)?`);
const LAST = /^(?:最后|末|倒数第)一?(?:项|个任务|条任务|件事)/;
const FROM_END = new RegExp(`^倒数第(${N})(?:项|个|条)`);
const HEAD = /^头一(?:项|个|条|件)/;

/** 已完工1100户,剩下的元旦前收尾: what is left of the one task. */
const isRestOfOne = (text: string, words: string, clause: Clause): boolean =>
  !clause.first &&
  clause.before !== ':' &&
  !/项|任务|工作|事|条|件/.test(words) &&
  (/^(?:剩|余下)/.test(words) ||
    (!/统一|一并|一起|[都均]|报/.test(text) &&
      /^(?:[^没无未同照]{0,4}§|也?将|预计|计划|争取|正在?(?:办|建|改|做|整|施工))/.test(text.slice(words.length))));

/** Tasks by their place among the open ones; `except` are left out of 其余. */
export function byPlace(
  text: string,
  clause: Clause,
  count: number,
  next: Clause | undefined,
): { tasks: number[] | 'rest'; length: number } | null {
  const all = Array.from({ length: count }, (_, at) => at);
  if (count === 1) return null;
  const final = LAST.exec(text);
  if (final) return { tasks: [count - 1], length: final[0].length };
  const head = HEAD.exec(text);
  if (head) return { tasks: [0], length: head[0].length };
  const back = FROM_END.exec(text);
  const nth = countOf(back?.[1]);
  if (back && nth !== null && nth >= 1 && nth <= count) return { tasks: [count - nth], length: back[0].length };
  for (const [pattern, take] of [
    [FIRST, (n: number) => all.slice(0, n)],
    [FINAL, (n: number) => all.slice(-n)],
  ] as const) {
    const match = pattern.exec(text);
    const n = countOf(match?.[1]);
    if (match && n !== null && n >= 2 && n < count + 1) return { tasks: take(n), length: match[0].length };
  }
  const middle = /^(?:中间|当中|正中)(?:的|那)?一?(?:项|个|条|件)/.exec(text);
  if (middle && count === 3) return { tasks: [1], length: middle[0].length };
  const side = count === 2 ? /^([前后])(?:面)?一?(?:项|个|条|件)(?:任务)?/.exec(text) : null;
  if (side) return { tasks: [side[1] === '前' ? 0 : 1], length: side[0].length };
  const other = /^另(?:外)?(?:还)?有?一?(?:项|个任务|件事|条|个(?=[没无还暂照未也]))(?!目)/.exec(text);
  if (other && count === 2) return { tasks: 'rest', length: other[0].length };
  const rest = REST.exec(text);
  if (
    rest &&
    !isRestOfOne(text, rest[0], clause) &&
    (/[一二两三四五六七八九十\d]项/.test(rest[0]) ||
      clause.first ||
      clause.last ||
      next === undefined ||
      next.sentence !== clause.sentence)
  )
    return { tasks: 'rest', length: rest[0].length };
  const every = [EVERY, EVERY_LATER]
    .map((pattern) => pattern.exec(text))
    .find((match) => match && match[0] !== '' && (match[1] === undefined || countOf(match[1]) === count));
  if (every) {
    const n = every[1] === undefined ? count : countOf(every[1]);
    if (n === count) return { tasks: all, length: every[0].length };
  }
  return null;
}
