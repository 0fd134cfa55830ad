/** How names of organs end, national to village; a name with brackets is judged without them. */
const ENDING =
  /(?:局|委|办|部|厅|院|署|会|行|司|社|团|校|所|站|台|馆|园|处|科|室|队|组|区|县|市|镇|乡|州|盟|旗|省|街道|中心|公司|集团|政府|单位|部门|机构|企业|学校|医院|成员|组织|协会|妇联|残联|科协|工商联|文联|侨联|社科联|人行|海关|电力|供电|移动|联通|电信|邮政|烟草|税务|气象|消防|党校|法院|检察|法制|武装|关|村|农场|林场|高新|经开|牵头人|发改|财政|公安|教育|住建|城管|文旅|卫健|人社|民政|司法|商务|科技|工信|水利|交通|审计|统计|环保|农业|农业农村|国土|规划|市场监管|应急|信访|宣传|组织|统战|政法|网信|编办)$/;
const GROUP = /^(?:各|有关|相关|市直|县直|区直|省直|市级|县级|区级|省级|全市|全县|全区|其他|其它|所有)/;
/** What stands in sentences, not in lists of organs. */
const PROSE =
  /[。;:!?]|^(?:的|为|以|将|把|在|对|并|及时|确保|完成|实现|加强|推进|开展|制定|建立|按|根据|其中)|设在|(?:完成|实现|加强|推进|开展|落实)$|\d{4}年/;

const LONGEST = 40;

/** A name without what stands in brackets in or behind it: `各县(市、区)` → `各县`. */
export const withoutBrackets = (name: string): string => name.replace(/[(〔【[][^()〔〕【】[\]]*[)〕】\]]/g, '').trim();

/** Short and no piece of a sentence: a name beside 牵头 or 配合, whatever it ends with. */
export const couldBeName = (name: string): boolean =>
  name.length >= 2 && name.length <= 24 && !PROSE.test(name) && !/[的了将把]/.test(name);

/** Has a simplified text the form of an organ's name or of a group of organs? */
export function isUnitName(name: string): boolean {
  const bare = withoutBrackets(name);
  if (bare.length < 2 || name.length > LONGEST || PROSE.test(bare)) return false;
  return ENDING.test(bare) || GROUP.test(bare);
}
