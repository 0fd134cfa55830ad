const PERCENT = /(\d+(?:\.\d+)?)%|百分之([零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)/g;

/** Shares of something else than the task's progress. */
const OTHER_SHARE = /增长|同比|环比|下降|降低|增幅|占|率|比例|覆盖|满意|补助|资金|投资|经费|支付|拨付|目标|指标/;
/** Wished for, not reached. */
const PLANNED = /预计|计划|力争|争取|拟|将|确保|可望|有望|下一步|下步|要求|应当?(?!急)|上次|此前|原|去年|上季度|上月/;
/** Said so that no single value is certain. */
const HEDGED =
  /未|没|不到|不足|近|约|左右|大概|大致|多|余|超|以上|以下|可能|估计|由|从|至少|最多|每|各|分别|平均|其中|部分|不等|或|差|仅|算/;

/** Only these words may stand before the figure; anything else may be a share of one item of the task. */
const PLAIN =
  /^(截至目前|目前|现|现在|当前|总体|整体|任务|工作|该项|本项|此项|我单位|我局|我委|我办|已经|已|均|全部|累计|办理|推进|完成|进度|进展|情况|达到|达|到|至|为|是|了|:|:)*$/;
const AFTER = /^(了|的?(任务|工作|工作量|进度|任务量))?$/;

/** The task's own progress where the words leave no doubt, else null. Two different values are a doubt. */
export function progressIn(clauses: string[]): { value: number | null; doubtful: boolean } {
  const values = new Set<number>();
  let doubtful = false;
  for (const clause of clauses) {
    const found = [...clause.matchAll(PERCENT)];
    const [match] = found;
    if (!match || OTHER_SHARE.test(clause) || PLANNED.test(clause)) continue;
    const value = match[1] !== undefined ? Number(match[1]) : chinesePercent(match[2] ?? '');
    const before = clause.slice(0, match.index);
    const after = clause.slice(match.index + match[0].length);
    const plain = found.length === 1 && !HEDGED.test(clause) && PLAIN.test(before) && AFTER.test(after);
    if (plain && value !== null && value <= 100) values.add(value);
    else doubtful = true;
  }
  const [value] = values;
  return {
    value: values.size === 1 && !doubtful && value !== undefined ? value : null,
    doubtful: doubtful || values.size > 1,
  };
}

const DIGITS = '零一二三四五六七八九';

/** 八十五 → 85, 一百 → 100; null for what isn't written plainly. */
function chinesePercent(text: string): number | null {
  if (/^\d/.test(text)) return Number(text);
  if (text === '百' || text === '一百') return 100;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match) return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && !ones ? DIGITS.indexOf(tens) : null;
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
