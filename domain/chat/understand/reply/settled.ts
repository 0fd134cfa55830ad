/** 没有滞后, 未出现停工, 不再缺, 无人反对: what would be trouble is denied. */
const DENIED =
  /(?:没有?|未|无|不存在|并无|暂无|尚无|不再|没再|未再|不涉及|无需|不需要|避免|防止|杜绝|谨防|免受|免遭|不怕|不会|不曾|未曾|从未|无人|没人|(?:不|没|未)(?=$)|无一[家户人例处个]?)(?:任何|什么|啥|明显|出现|发生|存在|造成|导致|因[^,。;]{1,4}|因|收到|接到|接报|发现|遇到|遇上|有|过|被|受|新的?|其他|其它|一[例起处件])*$/;
/** 克服降雨影响, 化解纠纷, 整改群众投诉: it is what was dealt with. */
const DEALT_WITH =
  /(?<![未没难待需请不法])(?:克服|化解|破解|解决|排除|消除|疏通|打通|摆脱|缓解|避开|防范|预防)(?:了|好|完)?[^,。;]{0,10}$|(?:整改|处置|调处|处理|应对|查处|办理|受理|打击|回复|答复)(?:了|好|完)?[^,。;资经设人材用]{0,4}$/;
/** 资金缺口已由财政补齐: it was. */
const OVER_BY_NOW =
  /^[^,。;]{0,14}?(?:已|均|都|现|终于|后|经)[^,。;]{0,14}?(?:补齐|补上|补足|解决|化解|协调好|协调一致|到位|到账|到货|办妥|办好|办结|办完|签(?:订|署|协议|约|字|完|好)|调整|整改|修复|恢复|排除|突破|落实|处置|处理(?:完|好)|清零|销号|消除|通过|复工|赶上|追上|破解|打通|结清|付清|更换|撤诉|另选|另行|改线|改用|谈妥|谈好|一致|达成|缓解|好转|改善|结束|过去了|退去)|^(?:的)?[^,。;没未不]{0,6}(?:的)?(?:事|事情|问题|情况)?(?:已|都|也|早|早就|早已)?(?:解决|化解|摆平|了结|处理好|补上|补齐|换好|修好|恢复|通|好)了|^(?:耽误|影响|停|断|拖)?过(?:好?几|[一两三]|半)?(?:天|次|回|周|个)|^(?:得到|获得|予以|基本|现象)?(?:已|全部)?(?:解决|化解|缓解|消除|结束了?|已过|过去|归零|为零)/;
/** 处置停滞: the dealing itself stands still. */
const STANDS_STILL = /停|慢|滞|缺|少|难|受阻|暂缓|搁|卡|等/;
/** 投诉少多了, 故障率明显下降 */
const LESS =
  /^[^,。;]{0,10}?(?:(?<!人手|经费|资金)(?:少多?了|少了)|(?:明显|大幅|大大|显著)(?:减少|下降|缓解)|没了|不见了|降了|归零)/;
const NOT_OVER = /未果|未能|没能|没有|还没|仍|不|尚未|无果/;
/** 供电不足的片区优先建, 选址不合适的3处已调整: an attribute of what goes on. */
const ATTRIBUTE = /^[^,。;]{0,3}的[^,。;]{1,10}(?:已|优先|先行|率先|均|改|另选|正常)/;
/** 疫情防控, 故障率, 停工面清零: words of the work itself. */
const OF_THE_WORK =
  /^(?:防控|防治|防范|应对|处置|处理|排查|整治|整改|治理|修复|调解|化解|查处|救援|救助|帮扶|率|监测|预警|演练|预案|隐患|类|案件|线索|点位|清单|台账|预防|应急|抢险|办理|满意度|回访|法庭|仲裁|大队|中队)/;

/** Whether the trouble that stands from `start` to `end` is denied, overcome or only named; `text` is its clause. */
export function isSettled(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const word = text.slice(start, end);
  const denies = /^[没未不无尚]|[没未不无]/.test(word);
  if (!denies && DENIED.test(before)) return true;
  if (denies && /(?:不存在|未出现|未发生|没有出现|没有发生|无)$/.test(before)) return true;
  if (!denies && !STANDS_STILL.test(word) && DEALT_WITH.test(before)) return true;
  if (!denies && LESS.test(after)) return true;
  if (ATTRIBUTE.test(after) || OF_THE_WORK.test(after)) return true;
  return OVER_BY_NOW.test(after) && !NOT_OVER.test(after);
}
