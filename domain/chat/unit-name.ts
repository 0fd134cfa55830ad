/** Beyond this a unit is called by its short name in lists. */
const NAME_MAX = 8;

/** 市科技局, but 市中院 for 某某市中级人民法院: as a list of units names one. */
export const unitInList = ({ name, short }: { name: string; short: string }): string =>
  Array.from(name).length <= NAME_MAX || short === '' ? name : short;
