import { isUnitName } from '../units/unit-name.ts';
import { numberMark } from './number-mark.ts';

/**
 * Marks within a paragraph begin a new one where they go on counting (`…。(二)加强…`), or where a heading runs into
 * its first item (`二、工作措施(一)完善…`).
 */
const MARK_WITHIN =
  /(?<=[。;!)〕】] ?)(?=(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[\u4e00-\u9fff《“])|(?<=^[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff]{2,14})(?<!第)(?=\(一\)[\u4e00-\u9fff]{4})/g;

/** `(一)市X局负责:1.…;2.…`: the duties of a unit in one paragraph. */
const DUTIES_OF = /^([\u4e00-\u9fff()、]{3,30}?)(?:牵头)?(?:负责|(?:主要|工作)?职责|任务)? ?:(?= ?\d)/;
const DUTY_WITHIN = /(?<=[:;。] ?)(?=\d{1,2}[.、](?!\d))/g;

/** A converter ran a whole document together: a line so long with so many chapters may count anywhere. */
const RUN_TOGETHER = 300;
const LEAST_CHAPTERS = 3;
const CHAPTER_WITHIN = /(?<=[。;!)])[一二三四五六七八九十]{1,2}、/g;
const MARK_ANYWHERE =
  /(?<=[。;!)〕】] ?)(?=[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff《“])|(?<=[\u4e00-\u9fff。;!)〕】])(?=\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[\u4e00-\u9fff\d《“])/g;

/** Where a mark may stand in this simplified line; whether it does is told by its counting on. */
export function marksWithin(line: string): RegExp {
  const length = numberMark(line)?.length;
  const unit = length === undefined ? undefined : DUTIES_OF.exec(line.slice(length, length + 44))?.[1];
  if (unit !== undefined && isUnitName(unit)) return DUTY_WITHIN;
  const together = line.length >= RUN_TOGETHER && [...line.matchAll(CHAPTER_WITHIN)].length >= LEAST_CHAPTERS;
  return together ? MARK_ANYWHERE : MARK_WITHIN;
}
