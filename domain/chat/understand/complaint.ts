/** Whom it is said to, and that it shall stop or comes again: 你们, 别, 又, 天天. */
const BEFORE =
  '(?:你们?|您|办公室|贵办|机器人|系统|这个?|知道了?|好了|行了|收到|能不能|可不可以|请|求求?|拜托|别|不要|莫|勿|又|还|老是?|总是?|一直|天天|每天|整天|成天|都|怎么|咋|为什么|为啥)';
const AFTER = '(?:了|啊|呀|呢|吧|嘛|我们?|什么|啥|命|个|没完|不停)';
/** Other verbs complain only where they shall stop, or are said to come again. */
const STOP = '(?:别|不要|莫|勿)(?:再|老是?|总是?)?';
const AGAIN = '(?:又|怎么还|老是?|总是?|天天|每天|整天|成天)(?:都|要|得|在|来)*';

const COMPLAINTS = [
  new RegExp(`^(?:${BEFORE}+催${AFTER}*)+$`),
  /^(?:催[啊呀]?)+$|^催(?:什么|啥|个|命)[一-龥]{0,2}$|^催(?:了|我们?)*多少(?:遍|次|回)了?$/,
  new RegExp(`^${BEFORE}*${STOP}(?:发|追|问|来|提醒)${AFTER}*$`),
  new RegExp(`^(?:你们?|怎么|咋|为什么)*${AGAIN}(?:发|追|问|来|提醒|报)${AFTER}*$`),
  /^(?:我们?)?(?:已经|都|早就?|刚刚?|才|昨天|今天|上午|不是)*(?:报|交|填|回复?|答复?|说)(?:过|完|好)?了?[吗嘛]?(?:怎么)?[还又]在?(?:催|问|发)[啊呢]?$/,
  new RegExp(`^${BEFORE}*(?:真|太|好|很|实在|简直|要|是)*(?:烦|吵)(?:不烦|不吵|死|人|我|透|得很)*[了啊呀吗]*$`),
  /^(?:真是)?(?:没完没了|(?:还)?有完没完|没完了|什么玩意儿?|真是的|无语|受不了|够了|退订|要命|服了(?:你们)?|搞什么|报不完|报什么报|[老总天]*催?有意思吗)[啊呀了]*$/,
  /^(?:能不能|可不可以|请)?(?:消停|清静|安静)(?:点|些|一下|会儿?)?[啊吧吗]?$/,
  /^(?:please )?(?:stop (?:nagging|spamming|sending these|messaging me|it|this)|leave me alone|not again|unsubscribe)(?: please)?$/i,
];
/** Said beside a complaint. */
const BESIDE =
  /^(?:知道了?|收到|好了|行了|好好好?|行行行?|嗯+|哎+|唉+|哦+|天哪|我的天|拜托|求求?(?:你们?)?了?|你们?)[啊呀]?$/;

const LONGEST = 40;

/** 催催催, 烦不烦, 又催: displeasure at being asked, and nothing else. Words that say anything of a task are none. */
export function isBareComplaint(text: string): boolean {
  if (text.length > LONGEST) return false;
  const clauses = text
    .normalize('NFKC')
    .split(/[,。;!?、~.…\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const complains = (clause: string): boolean =>
    COMPLAINTS.some((pattern) => pattern.test(clause) || pattern.test(clause.replace(/\s+/g, '')));
  return clauses.some(complains) && clauses.every((clause) => complains(clause) || BESIDE.test(clause));
}
