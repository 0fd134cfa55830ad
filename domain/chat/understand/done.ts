/** A whole text with one of these isn't a plain claim, wherever they stand. */
const NOT_PLAIN =
  /尚|未|没|不能|无法|不了|基本|大体|大致|初步|主体|部分|预计|计划(?!任务)|力争|争取|即将|将|拟|待|除|仅|还|差|剩|接近|快要|下一步|下步|正在|推进中|继续|后续|其余|其他|可能|估计|应该|争取|如果|若|一旦|才|再|视为|目标|有望|可望|确保/;

const SUBJECT =
  '(?:该项|本项|此项|这项|我单位|我局|我委|我办|我县|我区|我市|任务|工作|目标任务|现|目前|截至目前|均|都|各项)*';
const HOW =
  '(?:已|已经|全部|全面|均|都|按期|按时|如期|按要求|按计划|顺利|圆满|提前|于?\\d{1,2}月\\d{1,2}日|于?昨[天日]|于?今[天日])*';
const CLAIM = new RegExp(
  `^${SUBJECT}(?:${HOW}(?:完成|办结|办理完毕|落实到位)|申请办结|请予?验收)(?:了)?(?:该项|本项|此项|全部|各项)*(?:任务|工作)?(?:任务)?$`,
);

/** 已按计划完成 is a claim for all its 计划. */
const withoutManner = (text: string): string => text.replace(/按(计划|要求)(?=完成|全部|全面)/g, '按期');

/** True only for a plain claim that the task as a whole is done: 已完成, 已办结, 申请办结. */
export function claimsDone(normalised: string, clauses: string[]): boolean {
  if (NOT_PLAIN.test(withoutManner(normalised))) return false;
  return clauses.some(
    (clause) => CLAIM.test(clause) && /已|全部|申请|请|^完成了?$|^办结了?$|^均|^都|昨|提前|如期|按期/.test(clause),
  );
}
