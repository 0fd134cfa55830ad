export type OwnerRole = 'lead' | 'responsible' | 'supporting';

const LEAD = /Lead|牵头|主办|主责|主管|主抓|首要|第一责任|组织单位|主要责任/;
const SUPPORTING = /Support|配合|参与|参加|协办|协助|支持|协同|协作|共同/;

/** What a label or a verb makes of the units beside it. */
export const roleOfWord = (word: string): OwnerRole =>
  LEAD.test(word) ? 'lead' : SUPPORTING.test(word) ? 'supporting' : 'responsible';

const KIND = '(?:单位|部门|主体|地区|机构|区县|县区|科室|处室|股室|方|市县)';
const WORD =
  '(?:牵头|责任|负责|配合|参与|参加|协办|主办|承办|协助|执行|实施|落实|主责|主管|支持|组织|承担|协同|协作|主抓|监督|督办)';
/** `牵头单位`, `主要责任部门`, `配合和参与单位`, and their short forms before a colon: `牵头:…;配合:…`. */
export const OWNER_LABEL =
  `(?:第一|主要|共同|具体|任务|工作)?${WORD}(?:${WORD}|和|与|及|、|主体){0,12}${KIND}(?:\\([^()]{1,10}\\))?` +
  '|任务(?:单位|部门)|(?:牵头|主办|主责|责任|配合|参与|协办|协助|Owners?|Lead(?:er)?|Support(?:ing)?)(?= ?[:：])';
/** `责任分工:市X局牵头,市Y局配合`: the names behind it say by their verbs what they do. */
export const DIVISION_LABEL = '(?:责任|任务|职责|工作)?分工';
/** Labels that stand beside those of owners and name something else. */
export const OTHER_LABEL =
  '(?:完成|办结|办理|实施|时间|进度|达标|整改|计划完成)?(?:时限|期限|时间|日期|节点|要求)|(?:主要|直接|第一|具体)?责任(?:领导|人|人员|科长)|(?:分管|牵头|主管|包抓|包保|督办|督查|市级|县级|区级)(?:市|县|区|局|镇)?领导|(?:主要)?负责人|进度(?:安排|要求)?|投资(?:概算|估算|规模)|资金来源|(?:数据|资料|信息|指标)(?:提供|来源|报送|填报|统计|采集)(?:单位|部门)|(?:统计|监测|考核|验收|审核|评价|认定|评估)(?:单位|部门)|联系人|联络员|联系电话|目标(?:要求)?|工作(?:内容|要求|目标)|成果(?:形式)?|备注|任务类型|(?:Deadline|Due)(?= ?[:：])';
/** Signs that mark an item, or a label below one. */
export const ITEM_SIGNS = '★☆●■◆▲▶◇□○►•·*—–';
/** A line that begins with a label of owners: `◆责任单位:`, `(牵头单位:`, `[牵头单位]`. */
export const OWNER_LINE = new RegExp(`^[${ITEM_SIGNS}-]{0,2} ?[(〔【[]?(?:${OWNER_LABEL})(?: ?:|[】〕\\]])`);
/** The same, or a label of what else is told of a task: 完成时限:, 责任分工:. */
export const FIELD_LINE = new RegExp(
  `^[${ITEM_SIGNS}-]{0,2} ?[(〔【[]?(?:${OWNER_LABEL}|${DIVISION_LABEL}|${OTHER_LABEL})(?: ?:|[】〕\\]])`,
);
export const DUE_LABEL = /时限|期限|时间|日期|节点|Deadline|Due/;

const HOW = '(?:根据|按照?|依据|依照)?(?:各自)?(?:的)?(?:工作)?(?:职责|职能|分工|职责分工|职能分工|任务分工)';
/** At the end of a clause: what its units do. */
export const OWNER_VERB = new RegExp(
  `(?:为)?(?:${HOW}|分别|共同|具体|统一|总|组织|负责|积极|协同|协助|指导|全程)*(?:牵头(?:负责|单位|部门|组织|实施|落实|抓总|推进|督导|督办|指导|统筹)*|负责(?:落实|实施|推进|组织实施|牵头|制定|单位)?|主办|承办|协办|落实|组织实施|实施|推进|执行|配合(?:落实|实施|做好)?|参与|参加|协助|支持|抓好落实|抓落实)$`,
);
