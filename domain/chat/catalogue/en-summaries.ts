/** What the record says of an answer, of which the wording is fixed; content in between stays as it is. */
const SUMMARIES: [RegExp, string][] = [
  [/^已登记:/, 'recorded: '],
  [/^已更正\(第(\d+)版\)/, 'corrected (version $1) '],
  [/^此前已登记/, 'recorded before'],
  [/^此前已签收/, 'signed for before'],
  [/^此前已办理/, 'done before'],
  [/^已签收/, 'signed for'],
  [/^已撤回/, 'taken back'],
  [/^已提请协调,办公室将在(\d+)个工作日内答复/, 'help was asked for; the office answers within $1 working days'],
  [/^原话已留存,未改动进度/, 'your words were kept; the progress is unchanged'],
  [/^已留存。此后已有更新的登记,未作改动/, 'kept; a later report stands, nothing was changed'],
  [/^已登记职责异议,待办公室核定/, 'your objection to the duty was recorded and waits for the office'],
  [/^办结申请此前已收到,待办公室验收/, 'completion was claimed before and waits for the office'],
  [/^已申请办结/, 'completion claimed'],
  [/^已申请延期至/, 'more time was asked for, until '],
  [/较上次无变化/, 'no change'],
  [/未报数字/, 'no figure'],
  [/未量化/, 'without a figure'],
  [/进度(?=\d)/g, 'progress '],
  [/预计(\S+?)完成/, 'expected by $1'],
  [/,待单位分管负责同志审签/, ', waits for the sign-off of your unit'],
  [/,待办公室验收/, ', waits for the office'],
  [/,待批复/, ', waits for a decision'],
  [/,本期进展仍待报送/, '; the report of this period is still due'],
  [/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g, ''],
];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const day = (_: string, year: string | undefined, month: string, date: string): string =>
  [date, MONTHS[Number(month) - 1], ...(year === undefined ? [] : [year])].join(' ');

/** In English as far as it is one of ours; whatever else it says stays as it was recorded. */
export const englishSummary = (summary: string): string =>
  SUMMARIES.reduce(
    (said, [known, english]) => (english === '' ? said.replace(known, day) : said.replace(known, english)),
    summary.replace(/。$/, ''),
  );
