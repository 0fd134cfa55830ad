import type { DraftOwner, DraftTask } from '../tasks/draft-task.ts';
import type { Span } from '../types.ts';
import { isUnitName } from '../units/unit-name.ts';

/** An owner that seems to hold two names, with the place where the second begins. */
export interface RunTogether {
  task: number;
  owner: DraftOwner;
  parts: [Span, Span];
}

/** An organ of a level ends, and another begins with the word of its level. */
const SEAM =
  /(?:[^国总]局|委|[^公]办|部|厅|院(?!区综合)|中心|公司|集团|联|会|府|大队|支行|分行)(?=(?:省|市|县|区|镇|乡|州|团[省市县区])(?!属|直|级|委$|政府$|域|外|内)[\u4e00-\u9fff]{2,12}(?:局|委|办|部|厅|院|中心|公司|集团|联|会|行|队|社|校|所|站)$|各[\u4e00-\u9fff]{1,3}(?:\(|人民政府|街道|$)|(?:国网|中国|人民银行|国家税务))/;
const ORGAN = /(?:局|委|办|厅|院|署|会|联|部|中心|公司|集团|政府|支行|街道|乡镇)$/;
/** A part of the organ before it, not another one. */
const OFFSHOOT = /^(?:机关|直属|办公室|各)|(?:支队|大队|中队|科|处|室|股|所|站|分局|分中心|管理处|办公室|党组|党委)$/;
const SHORTEST = 3;
/** 财政局税务局, 后勤管理处学生工作处: two ends of one kind; 公安局交通管理局 is a part of the first. */
const TWICE =
  /^(?![各国有相])[\u4e00-\u9fff]{1,12}?(?:[^总]局(?=(?!交通|交管|森林|水上|铁路|监狱|戒毒|治安|税政|国库)(?:[\u4e00-\u9fff]{2,10}(?:局|集团|公司)|[\u4e00-\u9fff]{0,6}(?:人民医院|供销社))$)|厅(?=[\u4e00-\u9fff]{2,8}厅$)|处(?=[\u4e00-\u9fff]{2,8}处$)|司(?=[\u4e00-\u9fff]{2,8}司$)|宣传部(?=[\u4e00-\u9fff]{2,8}部$))/;

/** Owners in which the sign between two names was lost: 市财政局市教育局; or two names that stand alone elsewhere. */
export function runTogetherNames(simplified: string, tasks: readonly DraftTask[]): RunTogether[] {
  const nameOf = ({ start, end }: Span): string => simplified.slice(start, end);
  const known = new Set(tasks.flatMap(({ owners }) => owners.map(nameOf)));
  return tasks.flatMap(({ owners }, task) =>
    owners.flatMap((owner): RunTogether[] => {
      const at = seamOf(nameOf(owner), known);
      if (at === null) return [];
      const middle = owner.start + at;
      return [
        {
          task,
          owner,
          parts: [
            { ...owner, end: middle },
            { ...owner, start: middle },
          ],
        },
      ];
    }),
  );
}

function seamOf(name: string, known: ReadonlySet<string>): number | null {
  const seam = SEAM.exec(name);
  const cut = seam ? seam.index + seam[0].length : 0;
  // 市政府各部门 is one group.
  if (seam && seam.index > 0 && !(seam[0] === '府' && name.charAt(cut) === '各')) return cut;
  const twice = TWICE.exec(name);
  if (twice && !OFFSHOOT.test(name.slice(twice[0].length).replace(/处$/, ''))) return twice[0].length;
  for (let at = SHORTEST; at <= Math.min(name.length - SHORTEST, 24); at += 1) {
    const [first, second] = [name.slice(0, at), name.slice(at)];
    if (!ORGAN.test(first) || OFFSHOOT.test(second)) continue;
    if (known.has(second) && (known.has(first) || isUnitName(first))) return at;
    if (known.has(first) && at > SHORTEST && second.length > SHORTEST && ORGAN.test(second) && isUnitName(second))
      return at;
  }
  return null;
}
