import { planLines } from './plan-lines.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A plan on the page of a government's web site: menus, crumbs, a box of facts, sharing, links and a foot around it. */
export function printHtml(text: string): Uint8Array {
  const [title = '', ...lines] = planLines(text);
  const links = (words: string) => words.split(' ').map((word) => `<li><a href="#">${word}</a></li>`);
  return Buffer.from(`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}_示例市人民政府网</title>
<meta name="SiteName" content="示例市人民政府网"><script>var page = '首页';</script><style>.nav { color: red }</style></head>
<body>
<div class="header"><div class="nav"><ul>${links('首页 要闻动态 政务公开 政务服务 政民互动 走进示例').join('')}</ul></div></div>
<div class="crumb">当前位置:<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">政策文件</a></div>
<div class="main"><div class="content">
<h1>${escaped(title)}</h1>
<div class="share">分享到:<a href="#">微信</a><a href="#">微博</a>  字号:<a href="#">大</a><a href="#">中</a><a href="#">小</a></div>
<div class="TRS_Editor">
${lines.map((line) => `<p style="text-indent: 2em"><span>&emsp;&emsp;${escaped(line)}</span></p>`).join('\n')}
</div>
<div class="print"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
</div>
<div class="sidebar"><h3>热点专题</h3><ul>${links('乡村振兴专题 优化营商环境专题 一图读懂').join('')}</ul></div></div>
<div class="footer">主办:示例市人民政府办公室 网站标识码:0000000000 备案号:示ICP备00000000号</div>
</body></html>`);
}
