/** Words before a number that make it approximate. */
const BEFORE =
  /(?:近|约|大约|大概|大致|差不多|将近|接近|超过|超|逾|过|突破|至少|不低于|不少于|快|估计|可能|也就|差不多有|估摸|不到|不足|好像|似乎|应该有|不满|左右)(?:是|有|了|为|到|完成了?|一共|总共)?\s?$/;
const AFTER =
  /^\s?(?:左右|上下|出头|以上|以下|强|弱|不止|都不止|多(?!余|元)|余(?!额|款)|来(?=[个家户件项所人台万亩]|$)|几(?=[个家户件])|吧|不到|上下|来着|的样子|差不多)/;

export const hedgedBefore = (text: string): boolean => BEFORE.test(text.slice(-12));
export const hedgedAfter = (text: string): boolean => AFTER.test(text.slice(0, 6));

/** Words that make all of a clause less than certain. */
export const HEDGED_CLAUSE =
  /大概|大约|可能|也许|估计|估摸|差不多|好像|似乎|基本|大体|大致|初步|应该(?!是|为|急)|争取|力争|有望|可望|顺利的话|如果|若(?!干)|(?:好|顺利|快|正常|允许|到位|不出意外|没有意外)的话|不出意外|天气好|左右|前后|说不定|八九不离十|记得是|不太确定|不确定|拿不准|没把握|待核实|以.{1,6}为准|再核|暂按|暂估|约/;
