import type { SectionRole } from '../outline-types.ts';

/** Words that tell what a section of the highest level is about; the first that fits counts. */
const WORDS: [RegExp, SectionRole][] = [
  [/^附(?:件|表|录)/, 'attachment'],
  [
    /步骤$|(?:实施|工作|方法|具体|推进|时间)步骤|步骤(?:和|与|及)?(?:时间|方法|安排)|(?:进度|时间|阶段|日程|工作|行动|活动|步骤|实施|推进|进程)安排|(?:实施|整治|工作|活动|检查|行动|起止)时间$|时间(?:步骤|要求|计划|表$)|实施阶段|阶段(?:划分|任务|步骤)|(?:工作|实施|推进)进[度程]|时间(?:进度|节点)|工作(?:阶段|时序)|推进计划|进度(?:计划|要求)|日程表$/,
    'phases',
  ],
  // What the work is about and whom it concerns, not what is to be done: 整治范围, 适用对象, 活动主题.
  [
    /^(?:(?:整治|治理|检查|工作|适用|实施|活动|行动|清理|清查|排查|创建|调查|普查|试点|评选|评比|参评|改革|监测|督查|审计|考核|参与|参加|参赛|宣传|教育|培训|服务|改造|补助|奖补|扶持|申报|规划|任务|专项|重点|主要|基本|时间|区域|人员|和|及|与|、)+(?:的)?(?:范围|对象)(?:(?:和|及|与|、)(?:对象|范围|时间|时限|期限|区域|依据|原则))?|范围(?:和|及|与)对象|(?:活动|宣传|年度|教育|创建|工作)?(?:主题|口号))$/,
    'aims',
  ],
  [
    /^(?:切实)?(?:加强|强化)(?:组织)?领导(?:$|,)|(?<!住房|社会|养老|医疗|粮食)保障(?![和与及]?改善|基本民生|民生|性住房|性安居|粮食|供[应水电气暖]|农民工|力度|水平)|工作要求|有关要求|相关要求|组织实施|(?:监督|督导|督查|检查|跟踪|考核)(?:检查|考核|评估|问效|落实)|几点要求|工作纪律|组织保证|保证措施|考核(?:办法|奖惩)/,
    'safeguards',
  ],
  [
    /组织(?:机构|领导|体系|架构)|领导(?:小组|机构|机制)|(?:机构|职责)(?:设置|分工|职责)|工作(?:机构|专班)|机构和职责/,
    'organisation',
  ],
  [/指标/, 'goals'],
  [
    /任务|措施|责任分解|责任分工|重点工作|工作重点|工作内容|主要内容|重点项目|重点工程|行动方案|行动内容|专项行动|举措|职责分工|重点领域|实施内容|整治内容|整治重点|建设内容|活动内容/,
    'tasks',
  ],
  [/目标|愿景/, 'goals'],
  [
    /思想|总体要求|总体思路|原则|总则|思路|背景|意义|依据|形势|现状|^(?:工作|发展|现实|现有|建设)?基础$|基础[和与及]|总体安排|认识/,
    'aims',
  ],
];

/** Headings below the highest level say so only where they are nothing but the word of the genre. */
const WHOLE: [RegExp, SectionRole][] = [
  [/^(?:指导思想|总体要求|总体思路|工作思路|基本思路|(?:基本|工作|实施|指导)原则|总则)$/, 'aims'],
  [
    /^(?:(?:总体|具体|工作|主要|发展|建设|阶段|阶段性|年度|行动|预期|整治|治理|创建|攻坚|活动|改革|试点)目标|目标任务|目标要求|目标)$/,
    'goals',
  ],
  [
    /^(?:(?:重点|主要|工作|具体|年度|建设|试点)任务|(?:重点|主要|工作)措施|(?:重点|主要|具体)工作|工作重点|任务分工)$/,
    'tasks',
  ],
  [
    /^(?:(?:实施|工作|方法|推进|具体|活动)?步骤|(?:进度|时间|阶段|步骤|日程)安排|工作安排|(?:工作|实施|推进)进[度程]|阶段划分|时间(?:进度|节点))$/,
    'phases',
  ],
  [/^(?:保障措施|组织保障|(?:工作|任务|活动|整治|行动|创建|检查|宣传|组织|总体工作)要求|组织实施)$/, 'safeguards'],
  [/^(?:组织机构|组织领导|领导机构|机构设置)$/, 'organisation'],
];

/** Goals, not tasks: 目标任务 names both, and what stands there are figures. */
const GOALS_FIRST = /^(?:总体|主要|工作|发展|建设|具体)?目标(?:任务|要求)?$/;

const GENRE_WORD =
  /^(?:指导思想|总体(?:要求|思路|目标|安排)|(?:基本|工作|指导)(?:原则|思路)|(?:工作|主要|建设|发展|具体|整治|治理|创建|攻坚|行动|活动|预期|年度)?目标|(?:重点|主要|工作|具体)?任务|(?:重点|主要|工作|保障|具体)?措施|(?:实施|工作|方法|推进|具体|活动|行动|整治|创建)?步骤|阶段(?:划分|安排|任务|步骤)|(?:组织|工作)保障|(?:进度|时间|工作|阶段|步骤|日程)安排|(?:工作|实施|推进)进[度程]|时间(?:进度|节点)|进度计划|(?:组织|领导)(?:机构|领导|保障|实施)|保障|(?:工作|有关|几点)?要求|任务分工|责任分工|分工|(?:重点|主要)工作|工作重点|监督考核|督促检查|附则|背景|意义)$/;

/** Is a heading nothing but words of the genre (总体要求和目标, 组织领导)? Such a one stands at the highest level. */
export const isGenreHeading = (heading: string): boolean =>
  heading
    .replace(/\s/g, '')
    .split(/和|及|与|、/)
    .every((part) => GENRE_WORD.test(part));

/** The role of a section by its heading; `inherited`: its parent's role, null at the highest level. */
export function roleOf(heading: string, inherited: SectionRole | null): SectionRole {
  const said = heading.replace(/\s/g, '');
  const whole = WHOLE.find(([form]) => form.test(said))?.[1];
  if (inherited !== null && inherited !== 'other') return whole ?? inherited;
  if (GOALS_FIRST.test(said)) return 'goals';
  return whole ?? WORDS.find(([form]) => form.test(said))?.[1] ?? inherited ?? 'other';
}
