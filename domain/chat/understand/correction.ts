import { normalise } from './clauses.ts';
import { clausesOf } from './reply/clauses.ts';
import { prepare } from './reply/prepare.ts';
import { requestsIn } from './reply/requests.ts';

const LABEL = String.raw`(?:第?[((]?[\d一二三四五六七八九十]+[))]?项)`;

/** 刚才写错了 · 上条数据有误 · 填错了. */
const WRONG = String.raw`(?:(?:刚才|刚刚|上条|上一条|前面|之前|此前)的?(?:进度|数据|数字|内容|报送|填报)?(?:报|填|写|发|打|输|说)?(?:错了|错误|有误)|(?:报|填|写|发|打|输)错了)`;

/** 更正:…, 更正为…, correction:…; 更正工作已完成 is a report. */
const CORRECT = String.raw`(?:更正(?:一下|如下)?(?=[::,,。]|为|$)|[Cc]orrection(?=[::]))`;

const TAKE_BACK = String.raw`撤回(?:刚才的?)?(?:报送|答复|填报|登记|回复)?${LABEL}?`;

const MARK = new RegExp(`^${LABEL}?[::,,]?(?:${WRONG}|${CORRECT}|${TAKE_BACK})(?=[,,。;;::!]|应|为|$)[,,。;;::!]*`);

/**
 * Words that correct what was said before (policy "Undo"). `bare`: they don't say what is right, so the answer is
 * taken back. null: no correction.
 */
export function correctionIn(text: string): { bare: boolean } | null {
  const words = normalise(text);
  const mark = MARK.exec(words);
  return mark && { bare: words.slice(mark[0].length) === '' };
}

/** Somewhere the words say that what was reported before is wrong: 不好意思,昨天的数报错了,应该是15家. */
export const saysCorrection = (text: string): boolean =>
  clausesOf(prepare(text)).some((clause) => !clause.asked && requestsIn(clause.text, false).includes('correction'));
