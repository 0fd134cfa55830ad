import type { PartWords } from './part-words.ts';
import { TO_COME } from './words.ts';

/** The days of a clause on which something is still to happen. */
export const daysToCome = (part: PartWords): PartWords['dates'] =>
  part.dates.filter(
    (date) =>
      !date.past &&
      date.date !== part.today &&
      !isUnderWay(date, part) &&
      !/(?:截至|截止|到)$/.test(part.plain.slice(Math.max(0, date.start - 2), date.start)),
  );

/** 一季度累计签约13个, written in March: the quarter that is going on. */
function isUnderWay(date: PartWords['dates'][number], { plain, today }: PartWords): boolean {
  if (!date.period || date.date === null || date.date.slice(0, 4) !== today.slice(0, 4)) return false;
  const months = /季度/.test(plain.slice(date.start, date.end))
    ? 3
    : /半年/.test(plain.slice(date.start, date.end))
      ? 6
      : 0;
  const left = Number(date.date.slice(5, 7)) - Number(today.slice(5, 7));
  return (
    left >= 0 && left < months && /^(?:以来|末?已|累计|共|新|又|合计|总计|全市|全[县区]|我)/.test(plain.slice(date.end))
  );
}

/** Where words of what is to come begin; null: none. */
export function futureFrom(body: string, names: string, dates: number[]): number | null {
  const at: number[] = [...dates];
  const match = TO_COME.exec(body);
  if (
    match &&
    !names.includes(match[0]) &&
    (!/已|累计/.test(body.slice(match.index)) ||
      /累计(?:可|将|能|有望)|(?:届时|预计|有望)累计/.test(body.slice(match.index)))
  )
    at.push(match.index);
  return at.length === 0 ? null : Math.min(...at);
}
