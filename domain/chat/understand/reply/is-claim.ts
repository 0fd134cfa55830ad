import type { Draft } from './draft.ts';
import * as words from './words.ts';

const MANNER =
  /^(?:[,:的]|眼下|当下|如今|这会儿|我(?:们|局|单位|委|办|校|院|镇|县|区|街道|乡|关|馆|所|处)?|这次|本次|本周|本期|此次|这周|截止|本|该|此|这|一|项|任务|工作|目标任务|指标|年度|事项?|内容|现在?|目前|截至|均|都|全部|全面|各项|已经?|业已|早就|早已|早(?=$|[搞办做弄完建已])|也|正式|顺利|圆满|提前|按期|按时|如期|按要求|按计划|超额|今[天日]|昨[天日]|上午|下午|至此|于|刚|刚刚|终于|总算|说明|两|三|四|所有|那|个|就|总体|整体|自查|本期|全|是|呢|啊|情况|圆满地|事|建设|编制|项目|活动|改造|推进|开展|工程|整治|办理|验收|通过|并|经)+/;

/** A plain claim that the whole task is done: its subject is nothing, all, or the task's own words. */
export function isClaim(text: string, draft: Draft): boolean {
  if (words.CLOSES.test(text)) return true;
  if (
    /^(?:全部|均|都|已)?[^,。;\d]{0,6}(?:并|且|和)已?(?:全部)?(?:完成|办结|完工)了?$|^(?:已|均|都)?(?:全部|全面)(?:完工|完成|建成|竣工)(?:并|且)(?:已|全部)?(?:投用|投入使用|启用|交付|通过验收|验收|移交|运行)(?:使用|合格)?$/.test(
      text,
    )
  )
    return true;
  const match = words.CLAIM.exec(text);
  if (!match) return false;
  if (words.PARTIAL_OBJECT.test(text)) return false;
  // 均完成八成: so much, not all.
  if (
    /^了?(?:年度|全年|本年|总|既定|季度|当年|阶段)*(?:任务|目标|进度|总量|计划|指标)?(?:数|量|总量)?的?\s?(?:%|\d[\d.]*\s?%|百分之|[一二两三四五六七八九]成|一半)/.test(
      text.slice(match.index + match[0].length),
    ) &&
    !/全部|已全/.test(text)
  )
    return false;
  if (/如果|若|是否|算不算|除|只|仅|才|(?<!提)前(?:完|办|清|结|交|收|销|竣|建|全)|待|等/.test(text)) return false;
  const after = text
    .slice(match.index + match[0].length)
    .replace(/%+/g, '')
    .trim();
  const tail =
    /^(?:并(?:已)?(?:报|上报|报送|呈报)[^,。;]{1,8}$|了|啦|喽|咯|完毕|全部|各项|本|该|此|年度|的|并|到位|整治|整改|所有|建设|目标|任务|工作|内容|指标|申报|报送|归档|存档|备案|结算|公示|验收|通过(?!了?初)|[市县区省州]级|主管部门|上级|专家|组织|竣工|检查|考核|评估|销号|交付|投入使用|运行|合格|请|予|好|的了|使用|挂牌|改造|事项?|项|城|一|这|是|情况|呢|啊|成|提前|超额|办结|完成|结束|,|\d|[家个件户项处座条台])*$/.test(
      after,
    );
  if (/^了?(?:\d|[一二两三四五六七八九十百])/.test(after)) return /全部|都|均|全/.test(text) && !/达标/.test(match[0]);
  if (!tail && !/^[了]?[,。]?$/.test(after)) return false;
  if (/达标|如数|交付|完毕|清零|到位了/.test(match[0]) && !/全|都|均|任务|本|该|已|如数/.test(text))
    return /^(?:如数|清零)/.test(match[0]);
  if (/达标/.test(match[0])) return false;
  if (
    match[0] === '完毕' &&
    !/(?:办理|全部|均|都|落实)$/.test(text.slice(0, match.index)) &&
    !names0(draft).includes(text.slice(Math.max(0, match.index - 2), match.index))
  )
    return false;
  const before = text
    .slice(0, match.index)
    .replace(/%+/g, '')
    .replace(/(?:\d[\d,.]*|[一二两三四五六七八九十百千万]+)[万亿]?[\u4e00-\u9fff]{0,2}?(?=全|都|已|均|一|$)/g, '');
  const subject = stripped(before.replace(/\d[\d,.]*[万亿]?[个家户件项处座条台套栋间所名人亩场期]/g, '')).replace(
    /[这那]一?(?:项|块|个|件)|任务|工作|项目|全部|全面|已经|业已|顺利|圆满|提前|按期|按时|如期|正式|超额|今年|印发|出台|发布|公布|上线|举办|召开|开展|实施|验收|通过|[均都皆已也了并且、]/g,
    '',
  );
  if (subject === '') return true;
  const names = names0(draft);
  const known = [...subject].filter((sign) => names.includes(sign)).length;
  return known >= subject.length * (/全部|全都|均已|都已/.test(text) ? 0.5 : 0.6);
}

export const names0 = (draft: Draft): string => [draft.task.title, ...draft.measures.map((one) => one.plain)].join(' ');

export function stripped(text: string): string {
  let left = text.trim();
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replace(MANNER, '').trim();
  }
  return left;
}
