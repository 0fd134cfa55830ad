/** What stands between a target's name and its number. Places are of the text given. */
export interface Comparison {
  /** Null: the number follows bare. */
  kind: '>=' | '>' | '<=' | '<' | '=' | null;
  /** The number is a change, not a level: 增长 up, 下降 down. */
  change: 'up' | 'down' | null;
  /** Compared with what: 2020年, 上年. */
  baseline: { start: number; end: number } | null;
  /** 年均, 每年 between name and number. */
  yearly: 'average' | 'each' | null;
  /** 累计, 总数: a stock. */
  total: boolean;
  /** 分别: several names share several numbers in order. */
  respectively: boolean;
  /** Where the name ends. */
  nameEnd: number;
}

const REACH =
  '(?:攀|跃|爬|抬|飙|提|拉|推)升|跃|冲|提(?!前)|推高|拉高|抬高|提高|提升|增加|增长|扩大|上升|拓展|扩展|恢复|巩固|延长|推广|培育|壮大|发展|覆盖|扩容|扩充|扩面|做大|达|增|升|涨|上涨';
/** 站上, 迈上: the same in one word. */
const STEPS = '(?:站|迈|冲|跨|登|踏|跃)上';
const CUT =
  '控制|压缩|压减|缩短|降低|下降|减少|缩减|消减|精简|压降|下调|调低|调整|合并|限制|缩小|收窄|减|降|压|缩|稳定控制';

const COMPARATORS: [RegExp, Comparison['kind']][] = [
  // 不少于单位总数的3%: the share of what.
  [/不(?:得)?(?:少|低)于[^,;\d]{2,14}(?:总[数量额]|[数量])的$/, '>='],
  [/(?:不(?:得|能|可)?(?:少|低|小|短|弱)于|不下于|不得少于|不少|至少|最少|最低|保底|≥|>=|大于等于|不下)$/, '>='],
  [/(?:不(?:得|能|可)?(?:超过|高于|大于|多于|长于|突破|超出|超)|至多|最多|最高|最长|≤|<=|小于等于)$/, '<='],
  [new RegExp(`(?:${CUT})(?:到|至|在|为)$`), '<='],
  [new RegExp(`(?:达到|到达|达成|(?:${REACH})(?:到|至|成)|(?:稳定|保持|维持|稳固|巩固)在|达|${STEPS})$`), '>='],
  [
    /(?:(?:排名|排位)?(?:进入|位居|居|位列|列|稳居|保持在?|跻身|挺进|力争)?(?:全国|全省|全市|全区|全县)?(?:同类[^,;]{0,6})?前)$/,
    '<=',
  ],
  [/(?:低于|小于|少于|短于|不足|不到|<)$/, '<'],
  [/(?:突破|超过|超出|超越|高于|大于|多于|优于|好于|超|>)$/, '>'],
];

const UP = /(?:增长|增加|提高|提升|上升|上涨|翻|递增|增幅为|扩大)$/;
const DOWN = /(?:下降|降低|减少|压减|压缩|缩短|缩减|精简|削减|消减|减排|压降|递减|下浮|缩小)$/;

const BETWEEN =
  /(?:力争|争取|确保|努力|实现|同比|环比|再|均|都|总共|大约|约|将|应|须|必须|为|是|有望|基本|全部|总体|同步|平均|逐步|稳定|整体|保持|稳步|大幅|不断|持续|实际|仍|了|要|共|(?<=[入值额量率数积资])(?:计划|预计)|(?<![存现所正])在|:|\s)$/;
const TOTAL = /(?:累计|共计|合计|总计)$/;
const YEARLY = /(?<average>年均|年平均|年度平均)$|(?<each>每年|逐年|每年度)$/;
const BASELINE =
  /(?:较|比|与|相较于|相比于|相比|对比)(?<base>[^,;。:较比与]{1,24}?)(?:相比|比)?(?:,)?$|在(?<ground>[^,;。:在]{1,24}?)(?:的)?基础上(?:再)?$/;

/** Words that end as a comparator does and are names. */
const NOT_COMPARATOR = /(?:增幅|升幅|降幅|增速|抵达|发达|直达|传达|送达|下达|通达|到达率|密度|赶超|反超)$/;

/** One doing in two words. */
const COMPOUND = /(?:改造|巩固|转型|优化|整治|提质|完善|拓展|整改|更新)(?:提升|扩大|提高)$/;

/** Reads backwards from the number as long as it finds words that compare. */
export function comparisonBefore(before: string): Comparison {
  const found: Comparison = {
    kind: null,
    change: null,
    baseline: null,
    yearly: null,
    total: false,
    respectively: false,
    nameEnd: before.length,
  };
  // Twelve words are more than any sentence has; the bound keeps the work linear.
  for (let round = 0; round < 12; round += 1) {
    const rest = before.slice(Math.max(0, found.nameEnd - 40), found.nameEnd);
    const length = takeWord(rest, found, found.nameEnd - rest.length);
    if (length === 0) break;
    found.nameEnd -= length;
  }
  return found;
}

function takeWord(rest: string, found: Comparison, offset: number): number {
  const compares = NOT_COMPARATOR.test(rest) ? undefined : COMPARATORS.find(([pattern]) => pattern.test(rest));
  if (compares) {
    found.kind ??= compares[1];
    return lengthOf(compares[0], rest);
  }
  if (!COMPOUND.test(rest) && (UP.test(rest) || DOWN.test(rest))) {
    found.change ??= UP.test(rest) ? 'up' : 'down';
    return lengthOf(UP.test(rest) ? UP : DOWN, rest);
  }
  const yearly = YEARLY.exec(rest);
  if (yearly) {
    found.yearly ??= yearly.groups?.['each'] ? 'each' : 'average';
    return yearly[0].length;
  }
  const baseline = found.change || found.kind ? BASELINE.exec(rest) : null;
  const base = baseline?.groups?.['base'] ?? baseline?.groups?.['ground'];
  if (baseline && base !== undefined && isBaseline(base, found)) {
    const start = offset + baseline.index + baseline[0].indexOf(base);
    found.baseline ??= { start, end: start + base.length };
    return baseline[0].length;
  }
  if (rest.endsWith('分别')) {
    found.respectively = true;
    return 2;
  }
  if (TOTAL.test(rest)) {
    found.total = true;
    return lengthOf(TOTAL, rest);
  }
  return /(?:重要|主要|需要|次要|纲要|摘要|作为|行为|人为|人均|户均|亩均|公共|总平均|首都|古都|签约|履约|违约|制约|节约|集约|合约|契约|预约|大幅|基本|根本)$/.test(
    rest,
  )
    ? 0
    : lengthOf(BETWEEN, rest);
}

/** A date, a term, a former or another level; 比 and 与 stand in other words too (占比, 与…同步). */
function isBaseline(base: string, { change }: Comparison): boolean {
  return (
    /[年月期末初]$|水平|均值|同期|基[数准]|上年|去年|目前|现状|平均|以前|之前|改革前|法定/.test(base) ||
    (change !== null && /\d/.test(base))
  );
}

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;
