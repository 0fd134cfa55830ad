import { cutWords } from '../../supervision/cut-words.ts';

const BLOCKS =
  /困难|缺口|(经费|资金|人手|人员|力量)(不足|紧张|短缺)|提请协调|请.{0,8}协调|需.{0,6}协调|等待|等.{1,12}(批复|审批|批准|意见|审核|审查)|待.{1,12}(批复|审批|批准|意见|审核|审查)|(尚未|未)(获批|批复|批准|到位|明确|下达)|卡在|受阻|停滞|停工|搁置|无法|缺少|缺乏|难以|不配合|存在.{0,20}问题/;
/** 无困难, 已解决, 帮助困难企业: no blocker of this task. */
const NOT_ONE =
  /(无|没有|没|不存在|暂无|未遇到|未发现|未出现).{0,6}(困难|问题|缺口)|克服|已解决|已协调|困难(企业|群众|家庭|职工|学生)|(解决|化解|纾解|缓解|帮助|服务).{0,10}(困难|难题|问题)|如果|若/;

const LONGEST = 120;

/** The words that name what holds the work up, as written; null where there is none. */
export function blockerIn(clauses: string[]): string | null {
  const named = clauses.filter((clause) => BLOCKS.test(clause) && !NOT_ONE.test(clause));
  return named.length === 0 ? null : cutWords(named.join(','), LONGEST);
}
