import { couldBeName, isUnitName, withoutBrackets } from '../units/unit-name.ts';

/** A label, work or a number: no part of an organ's name. */
const NO_NAME =
  /^(?:牵头|责任|配合|负责|加快|推进|加强|开展|完善|建立|提升|增加|强化|健全|落实)|(?:责任|牵头|配合)单?$|[局委办部厅院会][一二三四五六七八九十]$/;
/** What is said of an owner before its name, within or behind it, and was taken for a part of it. */
const MORE_THAN_NAME =
  /^(?:暂[定由]|拟|由|待定|主要[为由]|其中|分别|先由|请|含|包括|原则上|具体|统一|一并|共同|如)|会同|及其|按照?(?:各自)?(?:职[责能]|分工|要求)|各司其职|分别|予以|负责|等\s?(?:[\d一二三四五六七八九十]+[个家]|有关|相关)|(?:各自|共同|联合|跟进|联动|参与|协助|协同|支持|落实|承担|待定|暂定|为主|为辅|抓总|领衔|挂帅)$/;
const ORGAN = '(?:局|委|办|部|厅|院|署|会|政府|中心|公司|集团|办事处|支行|大队|支队)';
/** 市X局和市Y局, 市X局/市Y局: two names with a sign between them that parts no list. */
const TWO_NAMES = new RegExp(`^(?<one>[^和与及/·•|&+]{1,16}?${ORGAN})(?:以及|[和与及/·•|&+]|\\s+)(?<other>.{2,})$`);
const SHORT = 8;

/** Has what was read as an owner's name not the form of one? Simplified, half width. */
export const isNoName = (name: string): boolean =>
  NO_NAME.test(name) || !(isUnitName(name) || (couldBeName(name) && name.length <= SHORT));

/** Is it a name with other words, or two names? */
export function holdsMore(name: string): boolean {
  const bare = withoutBrackets(name);
  if (MORE_THAN_NAME.test(bare) || MORE_THAN_NAME.test(name.replace(/[()〔〕【】]/g, ''))) return true;
  const other = TWO_NAMES.exec(bare)?.groups?.['other'];
  return other !== undefined && isUnitName(other);
}
