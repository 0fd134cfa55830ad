import type { Outline, Section } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { findDates } from '../dates.ts';
import { numberMark } from '../outline/number-mark.ts';
import type { DraftPhase } from './draft-phase.ts';

const NAME = /阶段|步骤|环节/;
const ITEM = /项目|任务|事项|工作|内容|活动/;
const TIME = /时间|日期|期限|时限|起止|进度/;
const WORK = /工作|内容|任务|措施|要求|事项|目标/;
const OWNER = /牵头|责任|单位|负责/;

/** Does a place stand in a section of phases? */
export const isAmongPhases = (sections: readonly Section[], place: number): boolean =>
  sections.some(
    ({ role, whole, children }) =>
      whole.start <= place && place < whole.end && (role === 'phases' || isAmongPhases(children, place)),
  );

/**
 * Phases in a table: a column of names, one of dates, mostly one of what is to be done. In a section of phases the
 * items of a table with dates are phases too.
 */
export function tablePhases({ tables, sections }: Outline, simplified: string, year: number | null): DraftPhase[] {
  const said = (span: Span | undefined): string => (span ? simplified.slice(span.start, span.end) : '');
  for (const { span, rows } of tables) {
    const [head, ...body] = rows;
    const heads = head?.map((cell) => said(cell).replace(/\s/g, '')) ?? [];
    const time = heads.findIndex((one) => TIME.test(one) && one.length <= 8);
    const staged = heads.findIndex((one, at) => at !== time && NAME.test(one) && one.length <= 8);
    const item = isAmongPhases(sections, span.start)
      ? heads.findIndex((one, at) => at !== time && ITEM.test(one) && one.length <= 8)
      : -1;
    const name = staged >= 0 ? staged : item;
    if (name < 0 || time < 0 || (staged < 0 && heads.some((one) => OWNER.test(one)))) continue;
    if (heads.some((one) => /牵头|责任|单位/.test(one))) continue;
    const work = heads.findIndex((one, at) => at !== name && at !== time && WORK.test(one));
    let last: Span | null = null;
    return body.flatMap((row): DraftPhase[] => {
      const at = row[name];
      // A cell over two rows stands in both.
      if (!at || at.end <= at.start || (last && at.start === last.start)) return [];
      last = at;
      const dates = row[time] ?? null;
      const found = dates ? findDates(said(dates), year)[0] : undefined;
      const mark = numberMark(said(at))?.length ?? 0;
      return [
        {
          name: { start: at.start + mark, end: at.end },
          start: found?.from ?? null,
          end: found?.to ?? null,
          dates,
          yearless: found?.yearless ?? false,
          doubt: null,
          body: row[work] ?? { start: at.end, end: at.end },
        },
      ];
    });
  }
  return [];
}
