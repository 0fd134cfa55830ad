/** Words that only our own messages hold. */
const OURS =
  /上次(?:累计|进度|报)|请更新|请反馈|请回复|请于.{0,24}(?:反馈|报进展|报进度|回复)|督办.{0,2}助手|还有.{1,3}天到期|上次登记|请报进展|请于.{0,24}报送|进展报送|临期提示|逾期提示|办公室[::]|催办|你单位|自动提醒|督办提醒|请今日|未反馈|待反馈|待办提醒|您有[^,。;\n]{0,6}项/;

const blank = (part: string): string => part.replace(/[^\n]/g, ' ');

/** A text with what it quotes of our messages blanked out: reading begins after the quote. */
export function withoutQuotes(plain: string): string {
  const lines = plain
    .replace(
      /^\s*(?:[^\n「『"“,。]{0,12}(?:[::]|问|要求|来文))?\s*[「『"“][^「」『』"“”]{4,400}[」』"”](?=\s*(?:\n|-{2,}|——|—|回复|答复|答|$))/,
      (quote) =>
        OURS.test(quote) || /^\s*(?:引用|(?:你们|贵办|督办|办公室|上面)[^「『"“]{0,4}(?:问|要求))/.test(quote)
          ? blank(quote)
          : quote,
    )
    .replace(/^\s*(?:引用|原文)[::][^\n]{0,400}\n(?=\s*(?:回复|答复|答)[::])/, blank)
    .replace(/(^|\n)(\s*(?:回复|答复|答)[::])/g, (found) => blank(found))
    .split('\n');
  const rule = lines.findIndex((line) => /^[\s\-—_=*]{4,}$/.test(line) && /[-—_=*]/.test(line));
  const above = lines.slice(0, Math.max(rule, 0)).join('\n');
  return lines
    .map((line, at) => {
      if (
        /^\s*(>|》)/.test(line) ||
        (/^\s*\|/.test(line) && OURS.test(line)) ||
        (/^\s*【[^】]*】/.test(line) && OURS.test(line))
      )
        return blank(line);
      if (rule >= 0 && at <= rule && (OURS.test(above) || above.trim() === '')) return blank(line);
      return line;
    })
    .join('\n');
}
