import type { PlanTarget } from '../../../../domain/plan/types.ts';
import { printedPlaces } from './printed-places.ts';
import type { Random } from './random.ts';
import type { FictionalPlan } from './types.ts';

/** A figure as it stands in a text: what leads to its name, the name, what links it to the number, number and unit. */
interface Print {
  name: string;
  link: string;
  number: string;
  unit: string;
}
type Rewording = (print: Print, random: Random) => Print & { before?: string; known?: Pick<PlanTarget, 'unit'> };

const COUNTERS = ['款', '档', '席', '班', '帧', '曲', '卷', '艘次', '桌', '柜', '垛', '股', '窝', '丛', '档次', '里'];
const ACTORS = [
  '各乡镇要让',
  '全县上下合力把',
  '由我局牵头使',
  '经过努力后',
  '原则上',
  '在城区',
  '口径一致地',
  '总体看,',
];
const ADVERBS = [
  '原则上',
  '常年',
  '按年度口径',
  '一般',
  '尽可能',
  '在面上',
  '按户籍口径',
  '总体上',
  '有条件的地方',
  '年内',
];
const RISES = ['攀升至', '跃升到', '爬升到', '冲到', '做到', '站上', '提到', '迈上', '不弱于', '保底做到'];
/** The same again, in words that no rule of the reader was written with a view to. */
const OTHER = {
  actors: [
    '各单位合计',
    '县级层面',
    '集全市之力',
    '主管部门指导下',
    '分三年',
    '依靠社会力量',
    '多措并举',
    '让群众对',
    '视情',
  ],
  adverbs: [
    '折合',
    '经测算',
    '平均每县',
    '滚动',
    '同口径',
    '从严',
    '就地',
    '一次性',
    '依规',
    '到时候',
    '累计净',
    '相应',
  ],
  rises: ['抬升到', '攻到', '守住', '稳住', '锁定', '站稳', '补齐到', '触及', '顶格达', '接近', '翻到', '拔高到'],
} as const;
const LINK_REACH = /(?:达到|达)/;

/**
 * Wordings that no plan of ours prints: facts stay known, the reader is to err and to ask. Each takes the print of one
 * figure and gives it reworded, with what of the fact has changed.
 */
export const REWORDINGS: Readonly<Record<string, Rewording>> = {
  'rising otherwise': (print, { pick }) => ({ ...print, link: print.link.replace(LINK_REACH, pick(RISES)) }),
  'rising, other words': (print, { pick }) => ({ ...print, link: print.link.replace(LINK_REACH, pick(OTHER.rises)) }),
  'uncommon counters': (print, { pick }) => {
    if (!/^[个家处座条项所支名户人件套台]$/.test(print.unit)) return print;
    const unit = pick(COUNTERS);
    return { ...print, unit, known: { unit } };
  },
  'words before the number': (print, { pick }) => ({ ...print, link: `${pick(ADVERBS)}${print.link}` }),
  'words before the name': (print, { pick }) => ({ ...print, before: pick(ACTORS) }),
  'other words before the number': (print, { pick }) => ({ ...print, link: `${pick(OTHER.adverbs)}${print.link}` }),
  'other words before the name': (print, { pick }) => ({ ...print, before: pick(OTHER.actors) }),
  'name and number apart': (print, { pick }) => ({
    ...print,
    link: `${pick([',按常住人口计算', '(含续建)', ',扣除不可比因素', ',以年报为准', ' '])}${pick([',', ''])}${print.link}`,
  }),
  'number first': (print) => ({ ...print, name: '', link: `有${print.link}`, unit: `${print.unit}的${print.name}` }),
};

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The plan with about half of its figures reworded in one way. Figures that stand in no one place stay as they are. */
export function reword(plan: FictionalPlan, how: Rewording, random: Random): FictionalPlan {
  const placesOf = printedPlaces(plan.text);
  const edits: { start: number; end: number; words: string }[] = [];
  const targets = plan.facts.targets?.map((target): PlanTarget => {
    const { name, value, unit } = target;
    if (value === null || unit === null || target.max !== null || !random.chance(0.5)) return target;
    const [place, ...others] = placesOf(name);
    if (!place || others.length > 0) return target;
    const after = new RegExp(
      `^(?<link>[^\\d,。;、\\n\\t]{0,8})(?<number>${escaped(String(value))})(?<unit>${escaped(unit)})`,
    ).exec(plan.text.slice(place.end, place.end + 60));
    if (!after?.groups) return target;
    const { link = '', number = '', unit: printed = '' } = after.groups;
    const words = how({ name: plan.text.slice(place.start, place.end), link, number, unit: printed }, random);
    edits.push({
      start: place.start,
      end: place.end + after[0].length,
      words: `${words.before ?? ''}${words.name}${words.link}${words.number}${words.unit}`,
    });
    return { ...target, ...words.known };
  });
  const text = edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((said, { start, end, words }) => `${said.slice(0, start)}${words}${said.slice(end)}`, plan.text);
  return { ...plan, text, clean: text, facts: { ...plan.facts, ...(targets ? { targets } : {}) } };
}
