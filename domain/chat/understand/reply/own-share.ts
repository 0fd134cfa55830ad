import type { Draft } from './draft.ts';
import { names0, stripped } from './is-claim.ts';

export const OWN_PROGRESS =
  /(?:已|才|刚|共)?(?:建|装|铺|改|修|拆|种|挖|清|查|测|栽|收|编|写)(?:成|好|完|了)(?:了|近|约|将近|大约)?$|整个算|算下来|折下来|合下来|已做|做到|做完|(?:年度|全年|总)(?:目标|任务|计划)|占(?:目标|任务|计划|总?(?:工作|任务|工程)量)|刚好|恰好|正好|^占?比例?(?:是|为|达|约)?$|按[^,。;%]{0,4}量(?:来?算|折算|计)|进度|完成|进展|形象|推进|总体|整体|办理率|清偿率|达成|序时|任务|[干做推赶弄搞]到|干了|做了|弄了|搞了|过程|建了/;
/** 设备采购已完成90%, 投资完成率78%: of a step, or of the money. */
const STEP =
  /(设备|采购|设计|招标|土建|安装|主体|基础|装修|征地|征收|拆迁|施工图|测绘|勘察|审批|手续|环评|可研|投资|资金|拨付|支付|预算|经费|布线|管线|绿化|装饰|备料|材料|图纸|初稿|章节|问卷|数据录入|录入|前期)(?![^,。;]*(?:进度|整体|总体|算|折))[^,。;%\d]{0,6}$/;
/** The task's own share: told as progress, or of nothing but the task. */
export function isOwn(before: string, draft: Draft): boolean {
  const step = STEP.exec(before)?.[1];
  const names = names0(draft);
  if (step !== undefined && !names.includes(step) && !isOfTitle(before, names)) return false;
  if (OWN_PROGRESS.test(before)) return true;
  const subject = stripped(before.replace(/[§\s:]/g, ''))
    .replace(
      /^(?:应该?是|其实(?:是|为)?|应为|更正为|改为|改成|实际是?|约莫?|可能|按|即|依旧|仍旧?|还是|推到|提到|请|就是|折合|近|大概|大约|达到?|到|至|为|是|由|从|了|过|已|有|才|只|刚|差不多|估计|算|将近|接近|超过)+/g,
      '',
    )
    .replace(
      /(?:约莫?|可能|按|即|依旧|仍旧?|还是|推到|提到|更正为|改为|就是|近|大概|大约|达到?|到|至|为|是|由|从|了|过|已|有|才|只|刚|差不多|估计|将近|接近|超过|占)+$/g,
      '',
    );
  const signs = [...subject].filter((sign) => /[\u4e00-\u9fffA-Za-z]/.test(sign));
  const known = signs.filter((sign) => names.includes(sign)).length;
  return known >= signs.length * 0.5;
}

/** 信息库录入完成六成, of a task that builds it: the step's object is the task's own. */
const isOfTitle = (before: string, names: string): boolean => {
  const object = /([\u4e00-\u9fff]{2,})录入[^,。;%\d]{0,6}$/.exec(before)?.[1]?.slice(-3);
  return object !== undefined && object.length >= 3 && names.includes(object);
};
