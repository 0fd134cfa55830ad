/** 第一阶段, 第二步, 阶段三, 第1环节; a scan may have put a blank anywhere. */
export const STAGE =
  '(?:第 ?[一二三四五六七八1-8] ?(?:个)? ?(?:阶 ?段|步(?: ?骤)?|环 ?节)|(?:阶段|步骤|环节) ?[一二三四五六七八1-8](?![\\u4e00-\\u9fff\\d])|(?:Phase|Stage) ?[1-8](?!\\d))';

/** A name with one of these is a phase's where a window stands beside it. */
export const PHASE_WORD =
  /阶段|部署|动员|启动|宣传|发动|摸底|排查|自查|实施|推进|攻坚|整治|整改|验收|总结|迎检|巩固|提升|提高|考核|评估|筹备|准备|申报|方案|试点|推广|深化|完善|评比|表彰|督查|检查|督导|普查|登记|汇总|审核|开展|组织|建设|创建|培训|学习|启用|运行|铺开|拓展|收尾|评审|行动|落实|整顿|清理|治理/;

/** What is written where no date can be: how long, or without an end. */
export const DURATION =
  /^(?:(?:为期|历时|利用|大?约|用时?)? ?第?[\d一二三四五六七八九十两半]{1,3} ?个?半? ?(?:月|周|星期|天|年|旬|工作日|日)(?:左右|时间|内)?(?:[至到—-]第?[\d一二三四五六七八九十两]{1,3} ?个?(?:月|周|天|年))?|长期(?:坚持|推进)?|常年|全程|贯穿(?:全程|始终)|持续(?:推进|开展)?|常态化?)/;

/** 全年: all of the plan's year. */
export const WHOLE_YEAR = /^全年/;

/** From the day on which the plan is issued: 印发之日起, 印发之日—4月底. */
export const FROM_ISSUE =
  /^[自从]?(?:即日|(?:本?(?:方案|通知|意见|文件))?(?:印发|发文|下发|发布|公布)(?:之日)?)(?:(?:起|开始)[,、]?| ?[—–~-]{1,2} ?|(?= ?[至到]))/;

export const FESTIVAL =
  /^[“"]?(?:元旦|春节|元宵|清明|五一|劳动节|端午|七一|八一|中秋|国庆|十一|两会|两节)[”"]?(?:节)?(?:之|以)?(?:前|后)/;

/** The word before a window: 时间:, 起止时间为, 完成时限:. */
export const TIME_LABEL =
  /^(?:[\u4e00-\u9fff]{0,4}(?:时 ?间|期 ?限|时 ?限|日 ?期)(?:安排|节点|要求|跨度)?|时段) ?(?:[:为是]|(?=[从自\d])) ?/;
