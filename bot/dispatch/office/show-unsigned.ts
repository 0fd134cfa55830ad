import { itemLabel } from '../../../domain/chat/item-label.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { unsignedUnits } from '../../desk/views/unsigned.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { callDesk, saidNo } from './desk-call.ts';

const UNITS_MAX = 30;

/** 未签收 of one plan: a line a unit, with days. */
export async function showUnsigned(context: RowContext, planId: string): Promise<Decision> {
  const seen = await callDesk(context, (desk, actor) => unsignedUnits(desk, actor, { planId }));
  if ('refused' in seen) return saidNo(context, planId, seen.refused);
  const talk = await context.talk(planId);
  const words = catalogueFor(talk.locale).people;
  const lines = seen.done.map(({ unit, contact, items }) =>
    words.unsignedUnit(
      unit,
      contact,
      items.map(({ no, title }) => itemLabel(no, title)),
      {
        days: Math.max(...items.map(({ waitingWorkingDays }) => waitingWorkingDays)),
        late: items.filter(({ overdueWorkingDays }) => overdueWorkingDays > 0).length,
        disputed: items.filter(({ disputed }) => disputed).length,
      },
    ),
  );
  const count = seen.done.reduce((sum, { items }) => sum + items.length, 0);
  return decision('answered', planId, {
    messages: [
      {
        message: {
          klass: 'answer',
          heading: words.headings.unsigned,
          lines:
            count === 0
              ? [words.unsignedNone]
              : [words.unsignedCount(seen.done.length, count), ...lines.slice(0, UNITS_MAX)],
          buttons: [],
          signature: talk.office,
        },
      },
    ],
  });
}
