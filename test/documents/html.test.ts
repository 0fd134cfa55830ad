import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { SAMPLE_LINES } from './sample-plan.ts';
import { decoded, wordsOf } from './read-blocks.ts';

const menu = `<ul>${['首页', '政务公开', '政务服务', '互动交流', '数据开放'].map((name) => `<li><a href="#">${name}</a></li>`).join('')}</ul>`;
const paragraphs = SAMPLE_LINES.slice(1)
  .map((line) => `<p style="text-indent:2em">  ${line}</p>`)
  .join('\n');
const page = (
  article: string,
  charset = 'utf-8',
): string => `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>${SAMPLE_LINES[0]}_示例市人民政府</title><style>p{color:red}</style><script>var 正文 = "不是正文";</script></head>
<body><div class="header">${menu}</div><div class="crumb">当前位置:首页 &gt; 政务公开</div>
<div class="main"><div class="left">${menu}</div><div class="right"><h1>${SAMPLE_LINES[0]}</h1>
<div class="TRS_Editor">${article}</div><div class="share">分享到</div></div></div>
<div class="footer">主办:示例市人民政府办公室</div></body></html>`;

describe('a web page', () => {
  it('gives its article with its title, without menus, scripts and footers', async () => {
    const source = await decoded(Buffer.from(page(paragraphs)));
    expect(source.format).toBe('html');
    expect(wordsOf(source)).toEqual(SAMPLE_LINES);
  });

  it.each([
    ['gb2312', 'gb18030'],
    ['big5', 'big5'],
    ['gb2312', 'utf8'],
  ])('that says %s and is in %s is read as what it is', async (charset, encoding) => {
    const source = await decoded(iconv.encode(page(paragraphs, charset), encoding));
    expect(source.text).toContain(encoding === 'big5' ? '2027年' : SAMPLE_LINES[3]);
  });

  it('keeps a table with its merged cells in each row and column that they cover', async () => {
    const table = `<table border="1"><tr><th>序号</th><th>任务</th><th colspan="2">单位</th></tr>
      <tr><td>1</td><td rowspan="2">完善<br>制度</td><td>市档案馆</td><td>市财政局</td></tr>
      <tr><td>2</td><td>市大数据局</td><td>各县<p>(市、区)</p></td></tr></table>`;
    const source = await decoded(Buffer.from(page(paragraphs + table)));
    expect(wordsOf(source).at(-1)).toEqual([
      ['序号', '任务', '单位', '单位'],
      ['1', '完善 制度', '市档案馆', '市财政局'],
      ['2', '完善 制度', '市大数据局', '各县 (市、区)'],
    ]);
    expect(source.text).toContain('2\t市大数据局\t各县 (市、区)\n');
  });

  it('laid out with tables is read as paragraphs', async () => {
    const layout = `<table><tr><td width="200">${menu}</td><td><table><tr><td>${paragraphs}</td></tr></table></td></tr></table>`;
    expect(wordsOf(await decoded(Buffer.from(page(layout))))).toEqual(SAMPLE_LINES);
  });

  it('breaks lines where a browser does, and not where its source was wrapped', async () => {
    const source = await decoded(
      Buffer.from(page(`<p>全市数字\n档案<b>接收</b>量<br>达到 30&nbsp;万件</p>${paragraphs}`)),
    );
    expect(wordsOf(source).slice(1, 3)).toEqual(['全市数字档案接收量', '达到 30 万件']);
  });

  it('prints the numbers of an ordered list, unless its items carry their own', async () => {
    const list = '<ol start="3"><li>建章立制</li><li>2026年起移交</li></ol><ol><li>一、总结评估</li></ol>';
    const source = await decoded(Buffer.from(page(list + paragraphs)));
    expect(wordsOf(source).slice(1, 4)).toEqual(['3.建章立制', '4. 2026年起移交', '一、总结评估']);
  });

  it('keeps an article in a box that is called like a menu, and heading levels', async () => {
    const source = await decoded(
      Buffer.from(`<html><body><div id="print"><h2>${SAMPLE_LINES[2]}</h2>${paragraphs}</div></body></html>`),
    );
    expect(source.blocks[0]).toMatchObject({ kind: 'paragraph', level: 2 });
    expect(wordsOf(source)).toHaveLength(SAMPLE_LINES.length);
  });

  it('with thousands of tags left open is answered', async () => {
    const answer = await decoded(Buffer.from(`<html><body>${'<font>'.repeat(1_000)}${paragraphs}</body></html>`));
    expect(answer.text).toContain(SAMPLE_LINES[3]);
  });
});
