import { dutyLabel } from '../../domain/chat/duty-label.ts';
import { fieldsAllowed, FORM_LINES_MAX } from '../../domain/chat/form.ts';
import { itemName } from '../../domain/chat/item-label.ts';
import { dayText, localDay } from '../../domain/chat/local-text.ts';
import type { LineRef } from '../../domain/chat/message.ts';
import { NOTHING_SO_FAR, reportFields } from '../../domain/chat/report-fields.ts';
import { hasReport } from '../../domain/supervision/correct-report.ts';
import { deadlineOf } from '../../domain/supervision/deadline-of.ts';
import { findPart, isOpenPart, titleOf, type PersonPart } from '../directory/person-parts.ts';
import { askedFigures, taskTargets } from '../directory/task-targets.ts';
import type { DraftForm, FormContext } from './form-of-button.ts';
import { isAmong, linesFilled } from './lines-filled.ts';

/** 逐项填报: a section a line that takes answers and wasn't filled in through this button before. */
export async function fillForm(context: FormContext, refs: LineRef[]): Promise<DraftForm> {
  const { deps, pressed, words, talk } = context;
  const parts = await context.parts();
  const filled = await linesFilled(deps.prisma, pressed.id);
  const open = refs.flatMap((ref) => {
    const part = findPart(parts, ref);
    return part && isOpenPart(part) && !isAmong(filled, ref) ? [part] : [];
  });
  const shown = open.slice(0, FORM_LINES_MAX);
  const targets = await taskTargets(
    deps.prisma,
    shown.map(({ planId }) => planId),
  );
  const lines = shown.map((part) => ({
    entityId: part.entityId,
    partId: part.part.id,
    label: itemName(part.no, titleOf(part)),
    ...noteOf(context, part),
    fields: reportFields(
      {
        ...NOTHING_SO_FAR,
        lastProgress: part.part.progress,
        today: localDay(talk.now, talk.zone),
        isReported: hasReport(part.part),
        figures: askedFigures(part, targets.get(part.entityId) ?? []).map((asked) => ({ ...asked, value: null })),
      },
      words,
      fieldsAllowed(shown.length),
    ),
  }));
  const note = [
    ...(shown.length > 1 ? [words.onlyChanged] : []),
    ...(open.length > shown.length ? [words.more(open.length - shown.length)] : []),
  ].join('');
  return { title: words.titles.report, lines, reports: true, ...(note === '' ? {} : { note }) };
}

/** 2026年第四季度进展报送 时限12月25日: what stands open now. */
function noteOf({ talk: { now, zone, locale }, words }: FormContext, { part }: PersonPart): { note?: string } {
  const owed = part.duties
    .filter(({ filedAt, openFrom }) => filedAt === undefined && openFrom <= now)
    .map((duty) =>
      words.owed(
        dutyLabel(duty.kind, duty.cycle, duty.also, locale),
        dayText(duty.dueOn, localDay(now, zone), locale),
        deadlineOf(duty).redAt < now,
      ),
    );
  return owed.length === 0 ? {} : { note: owed.join(';') };
}
