/** 万元 and 元 are one unit in two scales. */
export interface Unit {
  base: string;
  scale: 1 | 10_000 | 100_000_000;
}

export function unitOf(printed: string): Unit {
  const text = printed.replace(/\s/g, '');
  if (/^亿./.test(text)) return { base: text.slice(1), scale: 100_000_000 };
  if (/^万./.test(text)) return { base: text.slice(1), scale: 10_000 };
  return { base: text, scale: 1 };
}

export const SCALE_OF = { '': 1, 万: 10_000, 亿: 100_000_000 } as const;

/** How people write a unit of the plan. */
const ALIASES: Record<string, string[]> = {
  立方米: ['立方', '方', 'm³', 'm3', '㎥'],
  平方米: ['平方', '平米', '平', '㎡', 'm2'],
  人: ['个人', '人'],
  元: ['块钱', '块', '元'],
  公里: ['km', 'KM', '千米'],
  千米: ['公里', 'km', 'KM'],
  户: ['户人家', '户人'],
  吨: ['t'],
  亩: ['亩地'],
  件: ['个案件', '件案子', '宗'],
  小时: ['个小时'],
};

/** The same sound, another character: 290佳, 7.9万苗. */
const SOUND: Record<string, string> = {
  家: '佳加嘉', 亩: '苗母牧', 吨: '顿敦', 元: '员圆园', 支: '只枝之', 户: '护沪', 个: '各', 件: '建见', 处: '出除', 所: '锁索', 张: '章掌', 座: '坐做', 场: '厂常', 人: '仁任', 次: '刺词', 项: '像向', 条: '挑调', 台: '抬', 套: '讨', 名: '明', 份: '分', 篇: '偏', 栋: '动', 株: '珠', 册: '测', 卷: '倦券', 间: '见建',
}; // prettier-ignore

const MEASURE =
  /^(?:余|多|来|几)?\s?(人次|户次|家次|台次|件次|场次|批次|车次|家次|人天|学时|课时|平方公里|平方米|平方|立方米|公里|千米|小时|万元|亿元|万人次|[个家户件项所座处条台套张名人位篇份场次期批轮间栋株棵亩吨辆艘组块支只本册卷米根门幢宗起袋盏对幅片盘头部段口例枚]|元|分)/;

export interface UnitRead {
  /** As it is kept. */
  printed: string;
  base: string;
  end: number;
  /** exact: the target's own; alias: another word for it; other: some counter that no target has. */
  kind: 'exact' | 'alias' | 'other';
}

/** The unit that stands at `at`; `bases`: those of the open targets. null: none. */
export function unitAt(text: string, at: number, bases: ReadonlySet<string>): UnitRead | null {
  const from = text.charAt(at) === ' ' ? at + 1 : at;
  if (/^个(?:百分点|工作日|月|小时|星期|礼拜)/.test(text.slice(from, from + 4))) return null;
  const hedge = /^(?:余|多|来|几)/.exec(text.slice(from, from + 1))?.[0].length ?? 0;
  const start = from + hedge;
  const rest = text.slice(start, start + 10);
  const longest = [...bases]
    .filter((base) => base !== '' && rest.startsWith(base))
    .sort((a, b) => b.length - a.length)[0];
  if (longest !== undefined) {
    // 人 of 人次 is the longer word's.
    const other = MEASURE.exec(rest)?.[1];
    if (other !== undefined && other.length > longest.length && other.startsWith(longest) && !bases.has(other))
      return { printed: other, base: other, end: start + other.length, kind: 'other' };
    return { printed: longest, base: longest, end: start + longest.length, kind: 'exact' };
  }
  for (const base of bases) {
    const alias = (ALIASES[base] ?? []).find((word) => rest.startsWith(word));
    if (alias !== undefined) return { printed: base, base, end: start + alias.length, kind: 'alias' };
  }
  for (const base of bases) {
    const slip = base.length === 1 && (SOUND[base] ?? '').includes(rest.charAt(0)) && rest !== '';
    if (slip && !/^[个见建出任做分动]/.test(rest)) return { printed: base, base, end: start + 1, kind: 'alias' };
  }
  const other = MEASURE.exec(rest);
  if (!other?.[1]) return null;
  return { printed: other[1], base: other[1], end: start + other[0].length, kind: 'other' };
}
