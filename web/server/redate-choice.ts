import { z } from 'zod';
import { isLocalDate } from '../../domain/calendar/local-date.ts';
import { rule } from '../../domain/problem.ts';

export const REDATE_MODES = ['shift', 'rearrange', 'takeover', 'archive'] as const;
export const localDate = z
  .string()
  .refine(isLocalDate, rule('not_a_date', '日期应写作 YYYY-MM-DD', 'a date is YYYY-MM-DD'));

/** Both of the preview and of the choice; without a mode, the plan's default. */
export const redateChoice = { mode: z.enum(REDATE_MODES).optional(), startOn: localDate.optional() };
