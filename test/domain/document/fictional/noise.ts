import type { Layout } from './layout.ts';
import type { Random } from './random.ts';

type Lines = string[];
const HAN = /\p{Script=Han}/u;
const isTable = (line: string) => line.includes('\t');

/** Places inside a line's words where a page may end: between two Chinese characters, not near its head or end. */
function breaksIn(line: string): number[] {
  if (isTable(line) || line.length < 60) return [];
  return Array.from(line.slice(0, -12)).flatMap((character, at) =>
    at > 25 && HAN.test(character) && HAN.test(line[at - 1] ?? '') ? [at] : [],
  );
}

/** Breaks about one in `every` long paragraphs and puts `between(count)` at the break. */
function breakLines({ pick, chance }: Random, lines: Lines, share: number, mark: (count: number) => string): Lines {
  let count = 1;
  return lines.map((line) => {
    const places = breaksIn(line);
    if (places.length === 0 || !chance(share)) return line;
    const at = pick(places);
    count += 1;
    return `${line.slice(0, at)}${mark(count)}${line.slice(at)}`;
  });
}

function wrap(lines: Lines, width: number): Lines {
  return lines.flatMap((line) => {
    const text = `  ${line}`;
    return Array.from({ length: Math.ceil(text.length / width) }, (_, row) =>
      text.slice(row * width, (row + 1) * width),
    );
  });
}

/** Empty lines between paragraphs; rows of a table stay together. */
const spaced = (lines: Lines): string =>
  lines.map((line, index) => (isTable(line) && isTable(lines[index + 1] ?? '') ? `${line}\n` : `${line}\n\n`)).join('');

/** As recognised from a scan: a blank here and there between two characters. */
const loosened = ({ chance }: Random, line: string): string =>
  isTable(line)
    ? line
    : Array.from(line, (character, at) =>
        HAN.test(character) && HAN.test(line[at + 1] ?? '') && chance(0.04) ? `${character} ` : character,
      ).join('');

const wide = (line: string): string =>
  line.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function dressAsPage({ pick, between }: Random, lines: Lines): Lines {
  return [
    '网站首页 政务动态 政务公开 政务服务 互动交流',
    '您当前的位置:首页 > 政务公开 > 政策文件',
    lines[0] ?? '',
    `来源:${pick(['办公室', '综合科', '本站'])}  浏览次数:${between(20, 900)}  字体:【大 中 小】`,
    ...lines,
    '【打印本页】 【关闭窗口】',
    '上一篇:关于做好近期有关工作的通知',
    '版权所有 主办单位:办公室 网站标识码:0000000000 网站地图 联系我们',
  ];
}

/** The print as it reaches a reader through scanners, copies and web pages; facts stay recoverable. */
export function addNoise(random: Random, clean: string, layout: Layout): string {
  const lines = clean.split('\n');
  switch (layout.noise) {
    case 'none':
      return random.chance(0.5) ? clean : lines.map((line) => (isTable(line) ? line : `  ${line}`)).join('\n');
    case 'page-markers':
      return [`1、${lines[0]}`, ...breakLines(random, lines.slice(1), 0.25, (page) => `\n${page}、`)].join('\n');
    case 'page-lines':
      return breakLines(random, lines, 0.2, (page) =>
        random.pick([`\n- ${page} -\n`, `\n第${page}页 共9页\n`, `\n— ${page} —\n`]),
      ).join('\n');
    case 'broken-lines':
      return spaced(breakLines(random, lines, 0.3, () => '\n\n'));
    case 'hard-wrap':
      return wrap(lines, random.between(34, 42)).join('\n');
    case 'doubled':
      return `${clean}\n\n${clean}\n`;
    case 'web':
      return random.chance(0.5) ? spaced(dressAsPage(random, lines)) : dressAsPage(random, lines).join('\n');
    case 'question-marks':
      return lines
        .map((line, index) => (index > 2 && !isTable(line) && random.chance(0.5) ? `????${line}` : line))
        .join('\n');
    case 'loose':
      return lines.map((line) => (random.chance(0.5) ? loosened(random, line) : line)).join('\n');
    case 'wide-digits':
      return lines.map((line) => (isTable(line) ? line : wide(line))).join('\n');
  }
}
