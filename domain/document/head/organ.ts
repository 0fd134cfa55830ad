const ORGAN =
  /^[^,。;:《》]{1,40}(?:政府|办公室|办公厅|委员会|领导小组|指挥部|局|厅|部|委|院|会|处|中心|公司|办|集团|行|大学|学校|中学|小学|幼儿园|总队|支队)$/;

/** Is a whole line the name of an organ that issues plans, or of several? */
export const isOrgan = (line: string): boolean => line.length >= 4 && ORGAN.test(line);
