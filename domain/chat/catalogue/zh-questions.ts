import { assertNever } from '../../assert-never.ts';
import { itemLabel, shorten } from '../item-label.ts';
import { dayText } from '../local-text.ts';
import type { AskedBack } from '../reply-questions.ts';
import type { FollowUpView, Wording } from './types.ts';

const round = (value: number): string => String(value);

/** (上次登记12家,目标20家); empty where neither is known. */
function known(parts: [string, number | null, string][]): string {
  const said = parts.flatMap(([what, value, unit]) => (value === null ? [] : [`${what}${round(value)}${unit}`]));
  return said.length === 0 ? '' : `(${said.join(',')})`;
}

/** One specific question, from the task's own target or what is on record. */
export function zhQuestion(asks: AskedBack, { no, title }: Pick<FollowUpView, 'no' | 'title'>, w: Wording): string {
  const today = dayText(w.today, w.today);
  switch (asks.kind) {
    case 'figure':
      return `截至${today},${asks.name}累计几${asks.unit}?${known([
        ['上次登记', asks.last, asks.unit],
        ['目标', asks.target, asks.unit],
      ])}`;
    case 'percent':
      return `截至${today},${itemLabel(no, title)}已完成百分之几?${known([['上次登记', asks.last, '%']])}数据未出的,请回复可补报的日期。`;
    case 'total-below':
      return `${asks.name}累计${asks.said}${asks.unit},低于上次登记的${asks.last}${asks.unit}。请核实后回复累计数;如系更正上次登记,请以“更正:”开头。`;
    case 'percent-below':
      return `所报进度${asks.said}%,低于上次登记的${asks.last}%。请核实后回复;如系更正上次登记,请以“更正:”开头。`;
    case 'percent-above':
      return `所报进度${asks.said}%超过100%。请核实后回复完成百分之几。`;
    case 'done-below':
      return `所报内容称已完成,进度却为${asks.said}%。是否已全部完成?请回复完成百分之几。`;
    case 'contradicts':
      return '所报内容前后不一致。请核实后重新回复进度和数据。';
    case 'which-kind':
      return `“${asks.value}${asks.unit}”是本期新增,还是累计?${known([['上次登记累计', asks.last, asks.unit]])}`;
    case 'which-figure':
      return `“${asks.value}${asks.unit}”是哪一项数据?请写明名称。`;
    case 'which-date':
      return asks.words === null
        ? '预计何时办结?请回复具体日期,如12月8日。'
        : `“${shorten(asks.words, 20)}”具体是哪一天?请回复日期,如12月8日。`;
    default:
      return assertNever(asks);
  }
}

/** Message 6: the words are kept, and one thing is asked. */
export const zhFollowUp = (view: FollowUpView, w: Wording): string[] => [
  `"${shorten(view.words, 60)}"已留存,暂未计入进度。`,
  zhQuestion(view.asks, view, w),
];
