const FUTURE =
  /到\d{4}年|力争|确保|争取(?=[到在于达])|今年|计划(?!生育)|目标|(?<![已即])将(?!军)|未来|下一步|今后|“?[一二三四五六七八九十]+五”?(?:末|期末)|不(?:低|少)于|要(?:达到|完成|实现)/;
const PAST =
  /已(?:经)?(?:建|完|达|有|实|培|累|成|超|获|取|引|开|新|落|发|突|形|覆|全)|截至|截止|以来|目前|现有|去年(?!同期|基础|底基数|水平)|近年来|近[一二两三四五\d]年(?!之?内)|取得(?=了|[^,;]{0,12}(?:成效|成绩|进展|成果))|获评|荣获|完成了|实现了|达到了|建成了|新增了|位居|居全|分别比|同比(?:增长|下降|提高)[^,;]*,?其中|上半年(?!完成)|过去|[0-9亿万]余/;
const COMPARED = /[较比与](?:19|20)\d{2}年|(?:19|20)\d{2}年(?:底|末)?(?:的)?(?:基础上|相比|水平|以前|之前|前建)/;

/** Whether a clause tells what was, or what is to be; null: it doesn't say. `issuedYear` is the plan's. */
export function tenseOf(clause: string, issuedYear: number | null): 'past' | 'future' | null {
  if (/\d年/.test(clause)) {
    if (/(?:到|力争|确保|争取)\d{4}年/.test(clause)) return 'future';
    const year = /(?<!\d)((?:19|20)\d{2})年/.exec(clause)?.[1];
    if (year !== undefined && issuedYear !== null && !COMPARED.test(clause))
      return Number(year) < issuedYear ? 'past' : 'future';
  }
  if (FUTURE.test(clause)) return 'future';
  return PAST.test(clause) ? 'past' : null;
}
