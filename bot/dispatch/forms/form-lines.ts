import { z } from 'zod';
import { isLocalDate } from '../../../domain/calendar/local-date.ts';
import { correctionIn } from '../../../domain/chat/understand/correction.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import { localDay } from '../../../domain/chat/local-text.ts';
import type { AskedFigure } from '../../../domain/chat/report-fields.ts';
import type { LocalDate } from '../../../domain/plan/types.ts';
import type { SaidFigure } from '../../../domain/supervision/figures.ts';
import { findPart, partsOfPersonIn, taskName, titleOf } from '../../directory/person-parts.ts';
import { askedFigures, taskTargets } from '../../directory/task-targets.ts';
import { extensionTermsOf } from '../../requests/terms-of.ts';
import { applyItems, type NewItem } from '../apply-items.ts';
import { recordedDecision, type NamedItem } from '../recorded-decision.ts';
import { refuseRow } from '../refuse-row.ts';
import type { Decision, RowContext } from '../types.ts';

const optionalText = z.string().nullish();
const optionalDay = z
  .string()
  .refine((text) => text === '' || isLocalDate(text), '日期应写作YYYY-MM-DD')
  .nullish();

/** POST /api/inbox/form of web/api.ts, and `payload` of a submitted modal. */
export const Form = z.object({
  /** The button that the form was opened by; absent: the page's own form of all that is open. */
  buttonId: z.string().optional(),
  lines: z
    .array(
      z.object({
        entityId: z.string(),
        partId: z.string(),
        progress: z.number().min(0, '进度应在0至100之间').max(100, '进度应在0至100之间').nullish(),
        words: optionalText,
        expectedOn: optionalDay,
        blocker: optionalText,
        done: z.boolean().nullish(),
        /** 更正: a new version of the report that stands; words that begin so say it too. */
        correct: z.boolean().nullish(),
        /** 申请延期: the new day, with its reason. */
        newDueOn: optionalDay,
        reason: optionalText,
        /** By the number in the field's name. */
        figures: z.record(z.string(), z.number().min(0, '数据不应小于0').nullable()).nullish(),
      }),
    )
    .min(1)
    .max(200),
});

export type Line = z.infer<typeof Form>['lines'][number];

/** What is wrong with a form, in the words of its reader. */
export function wrongIn({ issues }: z.ZodError): string {
  const [first] = issues;
  const field = first?.path.at(-1);
  if (first?.path.includes('figures')) return first.code === 'too_small' ? first.message : '数据应为数字';
  if (field === 'progress') return first?.code === 'invalid_type' ? '进度应为0至100之间的数字' : (first?.message ?? '');
  return first?.code === 'custom' ? first.message : '填报表格式不符';
}

/** Each line is recorded at once: its author filled it in, so there is no card. */
export async function recordLines(context: RowContext, filled: Line[]): Promise<Decision> {
  const { row, person, deps } = context;
  const lines = [...new Map(filled.filter(isFilled).map((line) => [`${line.entityId}|${line.partId}`, line])).values()];
  if (lines.length === 0) return refuseRow(context, { code: 'TEXT_EMPTY', onRecord: false });
  const parts = await partsOfPersonIn(deps.prisma, person.id, lines, row.planAt);
  const foreign = lines.find((line) => !findPart(parts, line));
  if (foreign) {
    return refuseRow(context, {
      code: 'NOT_YOURS',
      about: { entityId: foreign.entityId, partId: foreign.partId, ...(await taskName(deps.prisma, foreign.entityId)) },
    });
  }
  const targets = await taskTargets(
    deps.prisma,
    parts.map(({ planId }) => planId),
  );
  const items: NewItem[] = [];
  for (const line of lines) {
    const part = findPart(parts, line);
    const planId = part?.planId ?? context.planId;
    const unitId = part?.part.unitId;
    const saidOn = localDay(row.planAt.toISOString(), (await context.talk(planId)).zone);
    const beside = lines.filter((one) => one !== line && one.newDueOn && findPart(parts, one)?.part.unitId === unitId);
    const reading = line.newDueOn
      ? await extensionOf(context, planId, line, { newDueOn: line.newDueOn, beside: beside.length })
      : reportOf(line, figuresOf(line, part ? askedFigures(part, targets.get(line.entityId) ?? []) : []), saidOn);
    if (reading) items.push({ entityId: line.entityId, partId: line.partId, planId, reading });
  }
  const applied = await applyItems(context, items, { inboxId: row.id, idPrefix: row.id, receivedAt: row.planAt });
  return recordedDecision(
    context,
    applied.map((item): NamedItem => {
      const part = findPart(parts, item);
      return { ...item, no: part?.no ?? null, title: part ? titleOf(part) : '' };
    }),
  );
}

/** A form asks for totals alone. An emptied field says nothing. */
export const figuresOf = ({ figures }: Line, asked: AskedFigure[]): SaidFigure[] =>
  asked.flatMap(({ name, unit }, at) => {
    const value = figures?.[at];
    return value === null || value === undefined ? [] : [{ name, unit, value, kind: 'total' }];
  });

export const reportOf = (
  line: Line,
  figures: SaidFigure[],
  saidOn: LocalDate,
): Extract<Reading, { kind: 'report' | 'correction' }> => ({
  kind: line.correct || correctionIn(line.words ?? '') ? 'correction' : 'report',
  words: line.words ?? '',
  progress: line.progress ?? null,
  expectedOn: line.expectedOn || null,
  blocker: line.blocker?.trim() || null,
  done: line.done ?? false,
  ...(figures.length > 0 ? { figures, saidOn } : {}),
});

/** A request for more time as it was filled in. null: there is no such part. */
export async function extensionOf(
  { deps, row, person }: RowContext,
  planId: string,
  { entityId, partId, reason, words, progress, blocker }: Line,
  { newDueOn, beside }: { newDueOn: string; beside: number },
): Promise<Reading | null> {
  const at = row.planAt.toISOString();
  const found = await extensionTermsOf(deps.prisma, { planId, entityId, partId, newDueOn, beside, at, by: person.id });
  if (!found) return null;
  return {
    kind: 'ask-extension',
    newDueOn,
    reason: reason ?? '',
    words: words || (reason ?? ''),
    terms: found.terms,
    ...(progress === null || progress === undefined ? {} : { progress, blocker: blocker?.trim() || null }),
  };
}

export const isFilled = (line: Line): boolean =>
  (line.progress !== null && line.progress !== undefined) ||
  line.done === true ||
  Object.values(line.figures ?? {}).some((value) => value !== null) ||
  [line.words, line.blocker, line.expectedOn, line.newDueOn].some((text) => (text ?? '').trim() !== '');
