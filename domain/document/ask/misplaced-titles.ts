import { isGenreHeading, roleOf } from '../outline/section-role.ts';
import type { DraftTask } from '../tasks/draft-task.ts';
import type { Span } from '../types.ts';
import { isUnitName } from '../units/unit-name.ts';

/** 市X局, 市X局、市Y局: whose work it is, not what. Stricter than a list of owners needs. */
const ORGAN =
  /^[\u4e00-\u9fff()、]{2,30}(?:局|委|办|厅|法院|检察院|医院|卫生院|研究院|学院|署|政府|公司|管委会|办事处|委员会|派出所|大队|中队|居委会|村委会)$/;
/** 加强监管机构, 成立领导小组办公室: work that ends like a name. */
const WORK =
  /^(?:加强|成立|设立|组建|建立|完善|调整|优化|做好|建设|推进|开展|支持|配合|深化|改革|办好|打造|发展|培育)|[网代承督经帮举通联即协主开快易好]办$/;
/** (5月上旬), (2010年10月): the window of a phase behind its name. */
const WINDOW = /[(][^()]*\d{1,2}月[^()]*[)]$/;
/** Shorter is no name at all. */
const SHORTEST = 2;
/** What stands under these is read as something else. */
const ELSEWHERE = ['phases', 'safeguards', 'aims', 'organisation'];

/** Titles that name a unit or a phase, and tasks without owners under a heading of other things. Indices of tasks. */
export function misplacedTitles(simplified: string, tasks: readonly DraftTask[]): number[] {
  const said = ({ start, end }: Span): string => simplified.slice(start, end);
  return tasks.flatMap(({ title, section, owners }, at) => {
    const name = said(title);
    const unit = ORGAN.test(name) && !WORK.test(name) && name.split('、').every(isUnitName);
    const heading = section === null || owners.length > 0 ? '' : said(section);
    const other = isGenreHeading(heading) && ELSEWHERE.includes(roleOf(heading, null));
    return name.trim().length < SHORTEST || unit || other || WINDOW.test(name) ? [at] : [];
  });
}
