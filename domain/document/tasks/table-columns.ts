import { OWNER_LABEL, roleOfWord, type OwnerRole } from '../units/owner-words.ts';

/** What a column of a table of tasks holds, by the words at its head. */
export type ColumnKind =
  | { kind: 'no' | 'section' | 'due' | 'obligation' | 'target' | 'remark' | 'person' }
  | { kind: 'owner'; role: OwnerRole }
  /** 1 names tasks for certain (重点任务), 2 probably (工作内容), 3 where nothing else does (具体措施). */
  | { kind: 'task'; rank: 1 | 2 | 3 };

const WHAT = '(?:年度|主要|重点|具体|工作|目标|改革|建设|整治|分解|督办|议定|攻坚|创建|推进|落实|牵头|与|和|及)*';
const OWNER = new RegExp(
  `^(?:${OWNER_LABEL}|(?:市级|县级|区级|省级)?(?:牵头|主办|责任|配合|协办|承办|主责|落实)(?:单位|部门|主体|科室|处室|股室|市县|区县)?)$`,
);

// In this order: 目标任务 is a task and 完成时间 no remark.
const KINDS: [RegExp, ColumnKind][] = [
  [/^(?:序号?|编号|项号|(?:任务|项目|事项|工作)(?:序号|编号)|no)$/i, { kind: 'no' }],
  [
    /负责人|责任人|联系人|联络员|联系电话|电话|(?:责任|分管|主管|牵头|包抓|包保|市级|县级|区级)(?:市|县|区|镇)?领导/,
    { kind: 'person' },
  ],
  [/时限|期限|时间|日期|节点|时序|进度安排|^月份$/, { kind: 'due' }],
  [/^(?:备注|说明|情况说明|备考)$/, { kind: 'remark' }],
  [/^(?:任务类型|任务性质|必做选做|必选做|必做或选做)$/, { kind: 'obligation' }],
  [
    /^(?:工作)?(?:阶段|板块|类别|分类|领域|大类|方面|专项|模块|序列)(?:名称)?$|^(?:任务|工作|事项|重点|所属)(?:类别|分类|领域|板块|方面)$/,
    { kind: 'section' },
  ],
  [/^(?:一级(?:指标|任务)|任务大类)$/, { kind: 'section' }],
  [
    new RegExp(`^${WHAT}任务(?:名称|事项|内容|清单|分解)?$|^${WHAT}事项(?:名称|内容)?$|^(?:项目|工作)名称$|^二级任务$`),
    { kind: 'task', rank: 1 },
  ],
  [new RegExp(`^${WHAT}(?:内容|工作|项目|要点|任务和要求)(?:及要求)?$`), { kind: 'task', rank: 2 }],
  [new RegExp(`^${WHAT}(?:措施|举措|要求|做法)$`), { kind: 'task', rank: 3 }],
  [/目标|指标|成效|成果/, { kind: 'target' }],
];

/** By a simplified head cell; null: some other column. */
export function columnKind(head: string): ColumnKind | null {
  const words = head.replace(/[\s/、,;:]|[(〔【[][^()〔〕【】[\]]*[)〕】\]]/g, '');
  if (words === '' || words.length > 14) return null;
  if (OWNER.test(words)) return { kind: 'owner', role: roleOfWord(words) };
  return KINDS.find(([form]) => form.test(words))?.[1] ?? null;
}
