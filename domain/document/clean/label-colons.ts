import { ITEM_SIGNS, OWNER_LABEL } from '../units/owner-words.ts';

/** `●牵头单位 市X局`: a label alone at the head of a line, parted by blanks from the names behind it. */
const BLANK_LABEL = new RegExp(
  `^([ \\t\\u3000]*[${ITEM_SIGNS}-]{0,2} ?(?:${OWNER_LABEL}))[ \\u3000](?=[ \\u3000]{0,6}(?!牵头|责任|配合|完成|主办|协办|备注|时限)[\\u4e00-\\u9fff]{2,40}(?:局|委|办|部|厅|院|会|政府|中心|公司|处|所|站|队|区|县|镇|乡|街道|单位|部门|\\))(?:[、,;。 ]|$))`,
  'gm',
);
/** The same text, as it is read, with a colon for that blank; every place stays where it is. */
export const withLabelColons = (text: string): string => text.replace(BLANK_LABEL, '$1:');
