import { EVENTS, LACKS, NOT_YET, OTHERS_NOT, SHAPES, STOPS, WAITS } from './blocker-words.ts';
import { isSettled } from './settled.ts';

const CAUSES =
  /^(?:主要)?(?:因为?(?![此地素子]|首次)|由于|鉴于|受(?!到?(?:表彰|好评|益|理|训|欢|检|邀|众|助|教|惠))|被(?!评|授|列|确|认|命)|原因(?:是|为|在于)?|理由(?:是|为)?|主要(?:是|因))|(?<![原起成病诱是])因(?![此地素子果为]).{2,}/;
const CAUSED = /(?:原因|理由)(?:是|为)?$|逾期原因$|主要困难$|存在(?:的)?(?:主要)?(?:困难|问题)(?:是|:)?$/;
/** 无困难, 已解决, 帮助困难企业: nothing holds this task up. */
const NONE =
  /停(?:摆|工|了|产)?过(?:几|一|两|三|半)|不是没有过|(?:台风|暴雨|大雨|洪水|疫情|寒潮)[^,。;]{0,3}没有?(?:扫|影响|波及|碰|到|刮|下)|(?:总算|终于)(?:都|全|全部|是)?(?:解决|办妥|谈妥|谈拢|批|通|落实|到位|协调好|理顺|打通|拿到|有了)|(?:未|没有?|不|无)停[工产课]?|关停|(?:无|没有?|不存在|暂无|未遇到|未发现|未出现|没啥|没什么|没有任何|无其他|未见)(?:任何|什么|啥|存在|新的?|其他|别的|另外的|明显|太?大的?)*(?:困难|问题|缺口|障碍|卡点)|克服|已解决|已协调|已恢复|已复工|已经?(?:到位|落实|批复|获批|批准|下达|解决|通)|恢复(?:建设|施工|正常)|(?:解决|化解|纾解|缓解|帮助|服务|排查|整改|梳理)(?:了)?.{0,10}(?:困难|难题|问题)|不影响|获批复|问题整改|没问题|不成问题|不在话下|(?:未|没有?|无)(?:收到|接到|发现|出现|发生|接)[^,。;]{0,6}(?:异议|投诉|举报|反映|问题|反对|事故|不良)|(?:困难|问题|难度|阻力|压力|影响)(?:都|并|也|倒)?不(?:大|多|突出|明显)|不缺|不等(?!于)|复工了|不卡|不存在|谣言|谣传|不实(?:信息|消息|传言)|没有?不同(?:意见|看法)|(?:群众|村民|住户|居民|商户|企业|家长|业主|对方|各方|大家)(?:都|均|也)?没(?:有)?(?:什么|啥)?意见|(?:抓|盯|催|管|跟|查|赶|逼)得(?:还|也|比较|很|较|更|挺|非常)?(?:紧|严|细|勤)/;
/** It was so once, or elsewhere. */
const OVER =
  /^他们(?:那|的|这)|延期(?:报告|申请)[^,。;]{0,8}(?:退|驳)|(?:延期|申请)(?:没|未|不)批|^(?:之前|此前|原先|原来|先前|早先|前期|前阵子?|前[几些两]天|前段时间|那几天|[^,。;]{0,6}那(?:会儿?|阵子?|时候?)|上个?月|一度|曾|原定|原计划|原打算)|(?:隔壁|邻|兄弟|别的|其他|外)(?:区|县|市|镇|单位|村|科室|标段)?(?:那[段块片边][^,。;]{0,4}|还|一直)?(?:因|停|没|的|都|也|卡|缺|被|受|还|在)|没有异议|无异议|(?<!尚|还)有(?:着落|结果|眉目)了|追回|对不起|抱歉|歉意|致歉|见谅|不便之处|带来的?不便/;
const IF = /^(?:要是|只要|除非|假如|倘)|如果|若(?!干)|一旦|的话|^(?:就?担心|怕|就怕|恐怕?)|如遇|如有|倘|万一|以防/;
/** 虽受降雨影响,但已赶上进度: it did no harm. */
const YIELDS = /^(?:[^,。;没未不]{0,8}虽|尽管|即便|即使|纵然)/;
const UNHARMED =
  /赶上|追上|不影响|未受|没受|克服|攻克|攻破|啃下|拿下|搞定|正常|如期|按期|按计划|不耽误|没耽误|已解决|提前/;

export interface Held {
  stops: boolean;
  waits: boolean;
  lacks: boolean;
  cause: boolean;
  /** Told by the shape of the words only. */
  soft: boolean;
}

/** 月底确实收不了口, 时间上赶不上: that the day won't be kept is what a reason is asked for. */
const LATE =
  /^(?:(?:§|时间上?|工期|按期|按时|如期|[本这月年季]*[前底末内]|到期|节点|期限|眼看|看样子|恐怕?|怕|怕是|确实|实在|真的?|可能|估计|肯定|是|都|也|我们|的话)+)(?:[收赶完交办做弄干来报搞]|拿|出)(?:得)?不(?:了|上|完|成|及|到|出)(?:[卷口工尾账差])?(?:了|的)?$|(?:哪天|什么时候|啥时候|几号|何时)[^,。;]{0,8}(?:没|未|不)(?:定|敲定|确定|知|好说)|没法(?:定(?!稿|标|案)|说|报数|估)$/;
/** The day itself waits to be told, or the words are manners. */
const NOT_OURS =
  /^[§前底末内月]*我们(?:交|报|完|办)不了[账差]|^(?:就|只)(?:差|剩)[^,。;没不未]{2,14}$|具体到?(?:哪天|哪一天|几号|什么时候)|^系统(?:老是?|总是?|一直|也|又|现在)*(?:登|进)不|没(?:能|有)?(?:及时)?报(?:上|成|出去)|补报|(?:表|材料|扫描件|佐证|截图|压缩包|系统)[^,。;]{0,6}(?:传|上传|发)不(?:动|上|了|出|过)|^(?:§+|[前底末]|现在看|看来|看样子|实际|估计|恐怕|怕是|我们|确实|可能|照这|肯定|也|现在|是)*[办交印做报拿写编弄赶完达清收建](?:得)?不(?:结|出来?|到|完|成|了|齐)(?:了|的)?$|不敢(?:打包票|保证|肯定|说)|不麻烦|不用麻烦|(?:照片|附件|文件|视频)[^,。;]{0,4}(?:太大|发不|传不)|(?:电话|\d{4,})[^,。;]{0,6}打不通|^(?:还|只|就)(?:差|剩)[^,。;]{0,12}(?:没|未)(?:有)?[改做弄完装办建干写清]完?$|(?:你们|贵办)[^,。;]{0,4}(?:系统|平台|网页|群|机器人|链接)|(?:链接|附件|网页|小程序)[^,。;]{0,4}(?:打不开|登不|进不)|来不及|不好说|(?:记|说|拿|吃|摸|弄|搞)不(?:太)?(?:准|清|清楚|好|定)|^(?:我|这个|目前|暂时|还|具体)*不(?:太|大)?(?:清楚|了解|知道)|理由同|原因同|缺口(?:约|大约)?[\d一二三四五六七八九]|具体(?:时间|日期|延|数|完成)|延到哪|说不准|说不好|定不下来|首次填报|如有不妥|时间(?:待|未)定|待定/;

/** 流拍的没算在内: left out of the count. */
const NOT_COUNTED = /没算|未计入|不计入|不算在?内?|不含|未纳入/;
/** Words that tell of no trouble, whatever else they hold. */
export const tellsNoTrouble = (text: string): boolean =>
  NOT_OURS.test(text) || LATE.test(text) || NONE.test(text) || IF.test(text) || OVER.test(text);

/** `names`: words of the task and its targets, which tell of no trouble (农机检修, 诉前调解). */
export function heldUp(text: string, names = '', next = ''): Held | null {
  if (YIELDS.test(text) && UNHARMED.test(next)) return null;
  if (tellsNoTrouble(text) || NOT_COUNTED.test(text) || /^(?:先|都|均|暂)?(?:不计入|不算|没算|未计入|不含)/.test(next))
    return null;
  const own = (pattern: RegExp): boolean =>
    [...text.matchAll(new RegExp(pattern.source, 'g'))].some(({ 0: word, index }) => {
      if (word.length >= 2 && names.includes(word)) return false;
      return !isSettled(text, index, index + word.length);
    });
  // 另24辆在路上, 9人没出结果: a share of what is counted.
  const counted =
    /(?:另|还有|尚有|余|其中|剩)[^,。;]{0,5}\d|\d[万亿]?[个家户件项所座处条台套张名人份场批栋株亩吨辆](?:[没未不在]|还)|退出\d/.test(
      text,
    );
  const stops = own(STOPS);
  const waits = own(WAITS);
  const hard = stops || waits || own(LACKS);
  const soft =
    !counted &&
    (own(SHAPES) ||
      own(NOT_YET) ||
      own(OTHERS_NOT) ||
      (own(EVENTS) && !/完成|成功|完毕|结束|办结|(?<![没未不])[做修换干弄改建办查检]完/.test(text)));
  const lacks = own(LACKS) || soft;
  const cause = (CAUSES.test(text) && !/(?:没有?|未|并非|不是)因/.test(text)) || CAUSED.test(text);
  return stops || waits || lacks || cause ? { stops, waits, lacks, cause, soft: !hard && soft } : null;
}

/** 因A,B: what begins a reason. */
export const beginsReason = (text: string): boolean => CAUSES.test(text);
export const asksReason = (text: string): boolean => CAUSED.test(text);
/** Words of a held-up clause that aren't its reason. */
export const REASON_HEAD = /^(?:主要)?(?:是)?(?:因为?|由于|鉴于|(?:主要)?(?:原因|理由)(?:是|为|在于)?)/;
/** 暂停, 目前停工 tells that it stands, not why. */
/** 进展缓慢, 工作滞后: slow, not stopped. */
export const SLOW_ONLY =
  /^[^,。;]{0,10}(?:缓慢|滞后|偏慢|较慢|很慢|太慢|有点慢|慢了?|落后)(?:了|些|一点|一些|于?序时(?:进度)?|于?计划)*$/;
export const STOP_ONLY =
  /^(?:还是|老问题|仍|现在?|目前|暂时|已|先|只能|这部分|项目|工程|工作|这项|施工|清偿工作|任务|全面|该项|都|也|就|一直|已经)*(?:停工|停了|停着|停摆|停滞|暂停|暂缓|搁置|搁浅|中止|停几天|先放着|没辙了?|卡着|停下来了?|没法(?:推|动|干|弄)|暂?无法推进|推不动|修不下去|进展缓慢|推进缓慢|工程进度滞后|进度滞后|进度偏慢)(?:了|呢|着|快?一?个?月?了?|.{0,6})$/;
