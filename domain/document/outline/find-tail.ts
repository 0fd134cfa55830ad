import type { Paragraph } from './paragraphs.ts';

const DATE =
  /^(?:[^,。;:]{2,34} +)?(?:\d{4}|[〇一二三四五六七八九零]{4}) ?年 ?[\d〇一二三四五六七八九十]{1,3} ?月 ?[\d〇一二三四五六七八九十]{1,3} ?日$/;
const ORGAN =
  /^[^,。;:]{2,34}(?:政府|办公室|办公厅|委员会|领导小组|局|厅|部|委|院|处|中心|公司|办|会|所|站|队|社|专班|大学|学校|中学|小学)$/;
const NOTE =
  /^(?:\(此件|\(联系|\(?共印|抄 {0,4}送|主 {0,2}题 {0,2}词|联系(?:人|电话|方式)|信息公开|附件 ?\d* ?:|附 ?:|(?:[^,。;:]{2,34} +)?\d{4}年\d{1,2}月\d{1,2}日印发?)/;

/** Index of the first paragraph of the signature, the date and the notes below the last section. */
export function tailFrom(paragraphs: readonly Paragraph[]): number {
  let from = paragraphs.length;
  for (let at = paragraphs.length - 1; at >= 0; at--) {
    const { said, mark, inTable } = paragraphs[at] ?? { said: '', mark: null, inTable: true };
    if (inTable || said.length > 80) break;
    const listed =
      mark?.style === 'num' && NOTE.test(paragraphs.slice(0, at).findLast(({ mark: one }) => !one)?.said ?? '');
    if (!listed && (mark !== null || !(DATE.test(said) || NOTE.test(said) || ORGAN.test(said)))) break;
    from = at;
  }
  return from;
}
