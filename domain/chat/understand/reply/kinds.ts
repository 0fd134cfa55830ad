import type { ReplyFigure } from '../types.ts';

const TOTAL =
  /total|累计|累积|总计|合计|共计|总共|一共|(?<!公)共(?!建(?!成)|同|享|服务|法律|图|卫)|总的|(?<=[户人家件个处项])数量?[到至达](?=$)|总数|总量|总额|总计|总长|存量|^[\s,]*(?:已经?|现|现在)?[到至]了?(?=$)|(?<![累合共总统预设估会审])计(?=$)|加起来|加在一起|加一起|加总|拢共|总(?=(?:人|户|面|里|长|床|场|家|件|台)[数积程度位次]?)|(?:增加?|上升|提升|提高|扩大|扩充|增长|推广|更新|上涨|攀升|扩展|发展)(?:到|至)|升[至到]|扩[至到]|提[至到]|增到|涨[至到]|增至|(?<![下传转表直抵到发])达到?(?![标成])|已有.{0,2}总/g;
const INCREASE =
  /新增加?|净增|增加了?(?![到至])|又|再(?!就业|生|保|造)|(?<![高创更全革崭最刷翻])新(?![能材型时区兴城技冠闻春年疆的一房书业媒体建改])|新建(?!改建)|续建|\+(?=$)|多[\u4e00-\u9fff]{1,2}了|增量|比上?[月次期回周]多|(?<!差不|许|众|最)多(?=$)|多了|多出|加了|添了|追加|加(?=[演开办设])|增(?=了?$)|涨了|新来/g;

/** Which of the words before a figure says what it counts; the nearest one wins. `name`: words of the target itself tell nothing. */
export function kindOf(before: string, name: string, whole: string, after = ''): ReplyFigure['kind'] {
  if (/(?:累计|共|合计|总计)(?:已)?新/.test(before) && !/新[^,]*新/.test(before)) return 'total';
  const total = lastOf(before, TOTAL);
  const increase = lastIncrease(before, name);
  if (total < 0 && increase < 0 && /^了?(?:是|为)?(?:总共|累计|合计|总计|总数|总量)(?:数|的)?(?:$|[,。;])/.test(after))
    return 'total';
  if (total < 0 && increase < 0) return /^[^\d]{0,4}(?:合计|总计)$/.test(whole) ? 'total' : null;
  return total > increase ? 'total' : 'increase';
}

function lastOf(text: string, pattern: RegExp): number {
  let at = -1;
  for (const match of text.matchAll(pattern)) at = match.index;
  return at;
}

/** 城镇新增就业 holds 新增 as its name: 城镇新增就业1.2万人 tells no kind. */
function lastIncrease(text: string, name: string): number {
  let at = -1;
  for (const match of text.matchAll(INCREASE)) {
    const around = text.slice(Math.max(0, match.index - 2), match.index + match[0].length + 2);
    const inside = name.indexOf(match[0]) > 0 && around.length >= 4 && name.includes(around);
    if (match[0].startsWith('新') && /新建改建|新改建/.test(text.slice(match.index, match.index + 4))) continue;
    if (match[0] === '新建' && name.startsWith('新建')) continue;
    if (match[0] === '新' && name.includes(text.slice(match.index, match.index + 2)) && name.indexOf('新') > 0)
      continue;
    if (match[0] === '新' && /^新(?:工科|农科|文科|医科|质)/.test(text.slice(match.index))) continue;
    if (!inside) at = match.index;
  }
  return at;
}
