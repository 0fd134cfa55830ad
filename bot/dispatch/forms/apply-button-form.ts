import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { fullDayText } from '../../../domain/chat/local-text.ts';
import type { ButtonAct } from '../../../domain/chat/message.ts';
import { findPart, partsOfPersonIn, type PersonPart } from '../../directory/person-parts.ts';
import { isAmong, linesFilled } from '../../forms/lines-filled.ts';
import { usable, type PressedButton } from '../../forms/usable-button.ts';
import type { WordsAct } from '../../forms/words-form.ts';
import { directiveGiven } from '../apply-directive.ts';
import { keepForOffice } from '../keep-for-office.ts';
import { unchangedBecause } from '../no-change.ts';
import { pressDesk } from '../office/desk-button.ts';
import { refuseButton } from '../refuse-button.ts';
import { refuseRow } from '../refuse-row.ts';
import type { Decision, RowContext } from '../types.ts';
import { recordLines, type Line } from './form-lines.ts';
import { submitEdit } from './submit-edit.ts';

/**
 * A form that a button opened. The button is judged as a press of it is: another person's, unknown and used ones are
 * refused, and what was recorded through it once isn't recorded again.
 */
export async function applyButtonForm(context: RowContext, lines: Line[]): Promise<Decision> {
  const { pressed, unusable } = usable(context.pressed, context.person.id);
  if (!pressed || unusable) return refuseButton(context, pressed, unusable ?? 'unknown');
  const act = pressed.act as unknown as ButtonAct;
  if (act.kind === 'edit') return submitEdit(context, pressed, act, lines);
  if (act.kind === 'desk') return pressDesk(context, pressed, filledIn(act.act, lines[0]));
  const decided = await applied(context, pressed, act, lines);
  const isList = act.kind === 'fill' || act.kind === 'fill-all';
  if (decided.outcome === 'recorded' && !isList) decided.used.push(pressed.id);
  return decided;
}

async function applied(
  context: RowContext,
  pressed: PressedButton,
  act: Exclude<ButtonAct, { kind: 'edit' | 'desk' }>,
  lines: Line[],
): Promise<Decision> {
  const [first] = lines;
  if (!first) return refuseRow(context, { code: 'TEXT_EMPTY', onRecord: false });
  switch (act.kind) {
    case 'fill':
    case 'fill-all':
      return fill(context, pressed, 'lines' in act ? act.lines : [act], lines);
    case 'extension': {
      if (!first.newDueOn) return wanting(context, pressed, '请填写拟延至的日期');
      return recordLines(context, [{ ...first, ...refOf(act) }]);
    }
    case 'explain': {
      const reason = first.reason?.trim() ?? '';
      if (reason === '') return refuseRow(context, { code: 'TEXT_EMPTY', onRecord: false });
      const report = { ...refOf(act), words: reason, blocker: reason, expectedOn: first.expectedOn };
      return recordLines(context, [report]);
    }
    case 'dispute':
    case 'coordination':
    case 'change-contact':
    case 'unchanged-because':
      return inWords(context, pressed, act, (first.reason || first.words) ?? '');
    case 'directive': {
      const words = first.words?.trim() ?? '';
      if (words === '') return refuseRow(context, { code: 'TEXT_EMPTY', onRecord: false });
      return directiveGiven(context, { briefId: act.briefId, origin: context.row.id }, words);
    }
    default:
      return refuseRow(context, { code: 'BUTTON_UNKNOWN', planId: pressed.delivery.planId });
  }
}

const refOf = ({ entityId, partId }: { entityId: string; partId: string }) => ({ entityId, partId });

const wanting = (context: RowContext, { delivery }: PressedButton, what: string): Promise<Decision> =>
  refuseRow(context, {
    code: 'INPUT_INVALID',
    details: { what: `${what}。请更正后重新提交。` },
    planId: delivery.planId,
  });

/** Lines that the button doesn't name are nobody's business of it; filled ones count once. */
async function fill(
  context: RowContext,
  pressed: PressedButton,
  named: { entityId: string; partId: string }[],
  lines: Line[],
): Promise<Decision> {
  const foreign = lines.find((line) => !isAmong(named, line));
  if (foreign) return refuseRow(context, { code: 'NOT_YOURS', planId: pressed.delivery.planId, about: refOf(foreign) });
  const filled = await linesFilled(context.deps.prisma, pressed.id, context.row.id);
  const left = lines.filter((line) => !isAmong(filled, line));
  if (left.length > 0) return recordLines(context, left);
  const { cardDone } = catalogueFor((await context.talk(pressed.delivery.planId)).locale).answers;
  return refuseRow(context, {
    code: 'CARD_CLOSED',
    details: { result: cardDone },
    planId: pressed.delivery.planId,
    onRecord: false,
  });
}

async function inWords(
  context: RowContext,
  { delivery }: PressedButton,
  act: Exclude<WordsAct, { kind: 'explain' }>,
  words: string,
): Promise<Decision> {
  const { deps, person, row } = context;
  const part: PersonPart | undefined = findPart(await partsOfPersonIn(deps.prisma, person.id, [act], row.planAt), act);
  if (!part) {
    const { handedOver } = catalogueFor((await context.talk(delivery.planId)).locale).answers;
    return refuseRow(context, { code: 'NOT_YOURS', sentence: handedOver, planId: delivery.planId, about: { act } });
  }
  if (words.trim() === '') return refuseRow(context, { code: 'TEXT_EMPTY', onRecord: false });
  return act.kind === 'unchanged-because'
    ? unchangedBecause(context, part, words)
    : keepForOffice(context, part, act.kind, words);
}

/** The office's act with what was filled in. */
function filledIn(act: DeskAct, line: Line | undefined): DeskAct {
  const reason = line?.reason?.trim() ?? '';
  const day = line?.newDueOn || null;
  if (act.do === 'extension-date') return { ...act, reason: day === null ? null : fullDayText(day) };
  if (act.do === 'pause') return { ...act, until: act.until ?? day, reason: reason === '' ? act.reason : reason };
  return 'reason' in act && reason !== '' ? { ...act, reason } : act;
}
