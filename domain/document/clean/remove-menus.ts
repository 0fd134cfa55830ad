import { linesOf, trimmed, type Draft, type Edit } from './edit-text.ts';
import { numberMark } from '../outline/number-mark.ts';

/** What web pages print around an article. */
const CHROME =
  /^[【[(]?(?:首页|网站首页|(?:您(?:现在)?(?:所在)?的?|当前|所在)位置|您当前|(?:信息|文章|稿件|新闻)?来源 ?:|(?:发布|更新|录入|发稿)(?:时间|日期|机构|单位|者|人)? ?:|浏览|阅读(?:次数|量|数| ?:)|点击(?:数|率|量|次数| ?:|下载)|访问(?:量|次数)|(?:【|\[)?字(?:体|号)|分享|打印|关闭(?:窗口|本页)?$|收藏|(?:责任)?编辑 ?:|责编|作者 ?:|扫一扫|扫码|扫描|相关(?:阅读|链接|文章|文件|解读|报道|稿件|新闻)|延伸阅读|推荐阅读|热点|回到?顶部|返回(?:顶部|首页|列表|上页)|上一(?:篇|条|页)|下一(?:篇|条|页)|版权|copyright|网站(?:地图|标识码|声明|纠错)|联系我们|关于我们|隐私|.{0,8}icp备|.{0,6}公网安备|(?:官方)?微信|(?:官方)?微博|客户端|头条号|手机版|电脑版|无障碍|繁体(?:版)?$|简体(?:版)?$|登录|注册$|搜索|运行维护|技术支持|政务公开$|网站导航|导航$|english|rss|附件下载|如发现本站|免责声明|当前栏目|我要纠错|\[?(?:大|中|小)(?: ?[|\]/ ] ?(?:大|中|小))+)/i;

/** What stands below an article, never within one. */
const BELOW = /^(?:主办(?:单位)? ?:|承办(?:单位)? ?:|运行)/;

const WEB = /技术支持|备案|icp|版权|网站|网页|copyright|公网安备|运行维护|电话|地址|邮编/i;
const DAY = /\d年 ?\d{1,2} ?月 ?\d{1,2} ?日|[〇一二三四五六七八九]{4}年/;

const LONGEST_MENU_LINE = 60;
const bullet = /^[ \t]*[•·●|>»-]+[ \t]*/;

interface Line {
  start: number;
  end: number;
  said: string;
}

/** 主办单位: also names a task's owner: in a page's footer the words of the web stand near, or the signature above. */
const endsPage = (lines: readonly Line[], at: number): boolean =>
  lines.slice(at).some(({ said }) => WEB.test(said)) || lines.slice(0, at).some(({ said }) => DAY.test(said));

const wholeLine = ({ start, end }: Line, text: string): Edit => ({
  start,
  end: Math.min(end + 1, text.length),
  now: '',
  code: 'menu',
});

/** Menus, shares, sources and footers of a web page: above the article, below it, and lines that are nothing else. */
export function menus({ text, simplified }: Draft): Edit[] {
  const lines = linesOf(simplified).map(({ start, end }): Line => {
    const said = trimmed(simplified, { start, end });
    return { start, end, said: simplified.slice(said.start, said.end).replace(bullet, '') };
  });
  const isChrome = ({ said }: Line): boolean => said.length <= LONGEST_MENU_LINE && CHROME.test(said);
  const lastBody = lines.findLastIndex(
    ({ said }) =>
      (said.length >= 40 && /[。;]/.test(said) && !CHROME.test(said)) ||
      numberMark(said) !== null ||
      said.includes('\t'),
  );
  const chrome = lines.filter(isChrome);
  const below = lines.slice(lastBody + 1);
  // 主办单位: below every task is no footer below the last of them.
  const within = lines.filter(({ said }) => BELOW.test(said)).length > 2;
  const cut = below.findIndex(
    (line, at) => isChrome(line) || (!within && BELOW.test(line.said) && endsPage(below, at)),
  );
  const footer = cut < 0 ? [] : below.slice(cut).filter(({ said }) => said !== '');
  return [...new Set([...chrome.filter(({ said }) => !said.includes('\t')), ...footer])].map((line) =>
    wholeLine(line, text),
  );
}
