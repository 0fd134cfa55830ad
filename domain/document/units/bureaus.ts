/**
 * The organs that plans name, by what stays the same in their long, short and former names. `short` heads a column;
 * `form` is matched against a simplified name without its place and level.
 */
export interface Bureau {
  short: string;
  form: RegExp;
  /** Short form of what it became in a reform: asked, never taken. */
  became?: string;
}

const bureau = (short: string, form: RegExp, became?: string): Bureau => ({
  short,
  form,
  ...(became ? { became } : {}),
});

/** The first that fits counts, so former and more special names stand before general ones. */
export const BUREAUS: readonly Bureau[] = [
  bureau('工商', /^工商(?:行政管理)?(?:分)?局$/, '市场监管局'),
  bureau('质监', /^质(?:监|量技术监督)(?:分)?局$|^技术监督局$/, '市场监管局'),
  bureau('食药监', /^食品?药品?监督?管理?(?:分)?局$|^药监局$/, '市场监管局'),
  bureau('安监', /^安(?:监|全生产监督管理)局$/, '应急管理局'),
  bureau('国土', /^国土(?:资源)?(?:局|厅|分局)$/, '自然资源和规划局'),
  bureau('环保', /^环(?:保|境保护)(?:局|厅|分局)$/, '生态环境局'),
  bureau('卫计', /^卫(?:计|生和?计划生育)委(?:员会)?$|^卫生和计划生育局$/, '卫生健康委'),
  bureau('卫生', /^卫生(?:局|厅)$/, '卫生健康委'),
  bureau('旅游', /^旅游(?:局|委|发展委(?:员会)?)$/, '文化和旅游局'),
  bureau('文化', /^文化局$|^文化厅$/, '文化和旅游局'),
  bureau('农业', /^农业(?:局|厅|委|委员会)$/, '农业农村局'),
  bureau('人事', /^人事(?:局|厅)$/, '人力资源社会保障局'),
  bureau('劳动', /^劳动(?:局|厅|和社会保障(?:局|厅))$/, '人力资源社会保障局'),
  bureau('国税', /^国(?:税|家税务)局$/, '税务局'),
  bureau('地税', /^地(?:税|方税务)局$/, '税务局'),
  bureau('银监', /^银监(?:分)?局$|^银保监(?:分)?局$/, '金融监管分局'),
  bureau('经委', /^经(?:委|济委员会|济贸易委员会|贸委)$/, '工业和信息化局'),
  bureau('扶贫', /^扶贫(?:办|办公室|开发办公室)$/, '乡村振兴局'),
  bureau('发改', /^发(?:展)?(?:和)?改(?:革)?(?:委|局|委员会)$|^计委$|^计划委员会$/),
  bureau('市监', /^市场监(?:管|督管理)(?:分)?局$/),
  bureau('知产', /^知(?:产|识产权)(?:局|办)$/),
  bureau('科技', /^科(?:技|学技术)(?:和(?:信息化|工业信息化))?(?:局|厅|委|委员会)$/),
  bureau('工信', /^工(?:信|业和信息化)(?:局|厅|委|委员会)$/),
  bureau('经信', /^经(?:信|济和?信息化)(?:局|厅|委|委员会)$/),
  bureau('自规', /^自(?:规|然资源(?:和|与)?规划)局$|^自然资源(?:局|厅|分局)$/),
  bureau('生态', /^生态环境(?:局|厅|分局)$/),
  bureau(
    '住建',
    /^住(?:建|房(?:和|城)?(?:城乡)?建设?)(?:局|厅|委|委员会)?$|^住房城乡建设(?:局|厅|委|委员会)$|^建设局$|^建委$/,
  ),
  bureau('人社', /^人(?:社|力资源(?:和)?社会保障)(?:局|厅)$/),
  bureau('农业农村', /^农业农村(?:局|厅|委|委员会)$/),
  bureau('文旅', /^文(?:旅|化(?:和)?旅游)(?:广电|广电体育|体育|广播电视体育|广播电视)?(?:局|厅|委)$/),
  bureau('卫健', /^卫(?:健|生健康)(?:局|委|委员会)$/),
  bureau('行审', /^行政审批(?:服务)?局$|^政务服务(?:和?大?数据.*)?(?:局|中心|管理局|管理办公室|办)$/),
  bureau('应急', /^应急(?:管理)?(?:局|厅)$/),
  bureau('金融', /^(?:地方)?金融(?:监督管理|监管|工作|发展服务|证券)?(?:局|办|办公室|中心)$/),
  bureau('国资', /^国资(?:委|监管.*)$|^国有资产监督管理委员会$/),
  bureau('交通', /^交通(?:运输)?(?:局|厅|委)$/),
  bureau('城管', /^城(?:管|市管理)(?:局|委|(?:行政)?(?:综合)?执法局|委员会)$|^综合行政执法局$/),
  bureau('广电', /^广(?:电|播电视|播电影电视)局$/),
  bureau('退役', /^退役军人(?:事务)?(?:局|厅)$/),
  bureau('编办', /^(?:机构)?编(?:制|办|委办)(?:委员会)?(?:办公室)?$/),
  bureau('政府办', /^(?:人民)?政府办(?:公室|公厅|室)?$/),
  bureau('医保', /^医(?:保|疗保障)(?:局|中心)$/),
  bureau('大数据', /^(?:大数据|数据).*局$/),
];

const LEVEL = /^(?:省|市|州|地区|盟|县|区|旗|镇|乡)(?:委(?!员|办$|会))?/;
const PLACE = /^(?:[\u4e00-\u9fff]{2,5}?(?:省|市|州|县|区|旗))(?=[\u4e00-\u9fff]{2,}(?:局|委|办|厅|院|会|公室))/;

/** `市委宣传部` → `宣传部`; a name that would be left with less than two characters stays. */
export function withoutLevel(name: string): string {
  const placed = name.replace(PLACE, '');
  const bare = placed.replace(LEVEL, '');
  return bare.length >= 2 ? bare : name;
}

/** 市 of 市科技局, none of 湖滨理工学院. */
export const levelOf = (name: string): string => LEVEL.exec(name)?.[0].charAt(0) ?? '';

export const bureauOf = (name: string): Bureau | null => {
  const bare = withoutLevel(name.replace(/[(〔][^()〔〕]*[)〕]/g, ''));
  return BUREAUS.find(({ form }) => form.test(bare)) ?? null;
};
