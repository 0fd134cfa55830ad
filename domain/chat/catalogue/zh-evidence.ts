/** What is said about files. `files`: “现场.jpg”等3份文件; `item`: 第(九)项. */
export interface EvidenceWords {
  names(names: readonly string[]): string;
  whichTask(files: string): string;
  isFor(files: string, item: string): string;
  asEvidenceOf(item: string): string;
  noEvidence: string;
  filed(files: string, item: string): string;
  dropped(files: string): string;
  /** On a card: for one task, and for several, where it has to be asked. */
  onCard(count: number): string;
  askedLater(count: number): string;
}

export const zhEvidence: EvidenceWords = {
  names: (names) =>
    names.length <= 2 ? names.map((name) => `“${name}”`).join('、') : `“${names[0] ?? ''}”等${names.length}份文件`,
  whichTask: (files) => `${files}已收存。请选择是哪一项的佐证:`,
  isFor: (files, item) => `${files}已收存。是否作为${item}的佐证?`,
  asEvidenceOf: (item) => `作为${item}佐证`,
  noEvidence: '不作佐证',
  filed: (files, item) => `${files}已作为${item}的佐证收存。`,
  dropped: (files) => `${files}未作佐证,文件已留存。`,
  onCard: (count) => (count === 0 ? '未附' : `${count}份`),
  askedLater: (count) => `随附文件${count}份,登记后请选择是哪一项的佐证。`,
};
