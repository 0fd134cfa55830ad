import { z } from 'zod';
import { isLocalDate } from '../../domain/calendar/local-date.ts';
import { correctionIn } from '../../domain/chat/understand/correction.ts';
import { findPart, partsOfPerson, taskName, titleOf } from '../directory/person-parts.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import { extensionTermsOf } from '../requests/terms-of.ts';
import { applyItems, type NewItem } from './apply-items.ts';
import { recordedDecision, type NamedItem } from './recorded-decision.ts';
import { refuseRow } from './refuse-row.ts';
import type { Decision, RowContext } from './types.ts';

const optionalText = z.string().nullish();

/** POST /api/inbox/form of web/api.ts. */
const Form = z.object({
  lines: z
    .array(
      z.object({
        entityId: z.string(),
        partId: z.string(),
        progress: z.number().min(0, '进度应在0至100之间').max(100, '进度应在0至100之间').nullish(),
        words: optionalText,
        expectedOn: z
          .string()
          .refine((text) => text === '' || isLocalDate(text), '日期应写作YYYY-MM-DD')
          .nullish(),
        blocker: optionalText,
        done: z.boolean().nullish(),
        /** 更正: a new version of the report that stands; words that begin so say it too. */
        correct: z.boolean().nullish(),
        /** 申请延期: the new day, with its reason. */
        newDueOn: z.string().refine(isLocalDate, '日期应写作YYYY-MM-DD').nullish(),
        reason: optionalText,
      }),
    )
    .min(1)
    .max(200),
});

type Line = z.infer<typeof Form>['lines'][number];

/** A filled form is structured: each line is recorded at once, without a card. */
export async function applyForm(context: RowContext): Promise<Decision> {
  const { row, person, deps } = context;
  const parsed = Form.safeParse(row.payload);
  if (!parsed.success) {
    const what =
      parsed.error.issues[0]?.code === 'custom' || parsed.error.issues[0]?.path.at(-1) === 'progress'
        ? parsed.error.issues[0].message
        : '填报表格式不符';
    return refuseRow(context, { code: 'INPUT_INVALID', details: { what: `${what}。请更正后重新提交。` } });
  }
  const lines = [
    ...new Map(parsed.data.lines.filter(isFilled).map((line) => [`${line.entityId}|${line.partId}`, line])).values(),
  ];
  if (lines.length === 0) return refuseRow(context, { code: 'TEXT_EMPTY', onRecord: false });
  const parts = await partsOfPerson(deps.prisma, person.id, row.planAt);
  const foreign = lines.find((line) => !findPart(parts, line));
  if (foreign) {
    return refuseRow(context, {
      code: 'NOT_YOURS',
      about: { entityId: foreign.entityId, partId: foreign.partId, ...(await taskName(deps.prisma, foreign.entityId)) },
    });
  }
  const items: NewItem[] = [];
  for (const line of lines) {
    const planId = findPart(parts, line)?.planId ?? context.planId;
    const unitId = findPart(parts, line)?.part.unitId;
    const beside = lines.filter((one) => one !== line && one.newDueOn && findPart(parts, one)?.part.unitId === unitId);
    const reading = line.newDueOn
      ? await extensionOf(context, planId, line, { newDueOn: line.newDueOn, beside: beside.length })
      : reportOf(line);
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

const reportOf = (line: Line): Reading => ({
  kind: line.correct || correctionIn(line.words ?? '') ? 'correction' : 'report',
  words: line.words ?? '',
  progress: line.progress ?? null,
  expectedOn: line.expectedOn || null,
  blocker: line.blocker?.trim() || null,
  done: line.done ?? false,
});

async function extensionOf(
  { deps, row, person }: RowContext,
  planId: string,
  { entityId, partId, reason, words }: Line,
  { newDueOn, beside }: { newDueOn: string; beside: number },
): Promise<Reading | null> {
  const at = row.planAt.toISOString();
  const found = await extensionTermsOf(deps.prisma, { planId, entityId, partId, newDueOn, beside, at, by: person.id });
  if (!found) return null;
  return { kind: 'ask-extension', newDueOn, reason: reason ?? '', words: words || (reason ?? ''), terms: found.terms };
}

const isFilled = (line: Line): boolean =>
  (line.progress !== null && line.progress !== undefined) ||
  line.done === true ||
  [line.words, line.blocker, line.expectedOn, line.newDueOn].some((text) => (text ?? '').trim() !== '');
