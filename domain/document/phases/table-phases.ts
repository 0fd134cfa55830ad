import type { PrintedDate } from '../../plan/types.ts';
import type { Outline } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { findDates } from '../dates.ts';

/** A printed phase; ranges of the clean text. */
export interface DraftPhase {
  name: Span;
  start: PrintedDate | null;
  end: PrintedDate | null;
  dates: Span | null;
  /** What is to be done in it. */
  body: Span;
}

const NAME = /阶段|步骤/;
const TIME = /时间|日期|期限|时限|起止/;
const WORK = /工作|内容|任务|措施|要求/;

/** Phases in a table: a column of names, one of dates, mostly one of what is to be done. */
export function tablePhases({ tables }: Outline, simplified: string, year: number | null): DraftPhase[] {
  const said = (span: Span | undefined): string => (span ? simplified.slice(span.start, span.end) : '');
  for (const { rows } of tables) {
    const [head, ...body] = rows;
    const heads = head?.map((cell) => said(cell).replace(/\s/g, '')) ?? [];
    const name = heads.findIndex((one) => NAME.test(one) && one.length <= 8);
    const time = heads.findIndex((one) => TIME.test(one) && one.length <= 8);
    if (name < 0 || time < 0 || heads.some((one) => /牵头|责任|单位/.test(one))) continue;
    const work = heads.findIndex((one, at) => at !== name && at !== time && WORK.test(one));
    return body.flatMap((row): DraftPhase[] => {
      const at = row[name];
      if (!at || at.end <= at.start) return [];
      const dates = row[time] ?? null;
      const found = dates ? findDates(said(dates), year)[0] : undefined;
      const place = row[work] ?? { start: at.end, end: at.end };
      return [{ name: at, start: found?.from ?? null, end: found?.to ?? null, dates, body: place }];
    });
  }
  return [];
}
