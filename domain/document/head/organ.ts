import type { HeadLine } from './head-lines.ts';

const ORGAN =
  /^[^,。;:《》]{1,40}(?:政府|办公室|办公厅|委员会|领导小组|指挥部|专班|党委|局|厅|部|委|院|会|处|所|站|队|社|厂|中心|公司|办|集团|行|大学|学校|中学|小学|幼儿园)$/;
const SEAL = /(?:[(](?:盖|公|印|代)?章[)]|代章)$/;

/** Is a whole line the name of an organ that issues plans, or of several? */
export const isOrgan = (line: string): boolean => line.length >= 4 && ORGAN.test(line);

/** The organ that a line names, without brackets around it and the word for its seal; null: none. */
export function organIn({ start, end, said }: HeadLine): HeadLine | null {
  const inside = /^[(](.+)[)]$/.exec(said)?.[1];
  const from = inside === undefined ? start : start + 1;
  const name = (inside ?? said).replace(SEAL, '').trimEnd();
  return isOrgan(name)
    ? { start: from, end: inside === undefined && name === said ? end : from + name.length, said: name }
    : null;
}
