import type { ButtonAct } from '../../../domain/chat/message.ts';
import type { LocalDate } from '../../../domain/plan/types.ts';
import type { AskedFigure } from '../../../domain/chat/report-fields.ts';
import { localDay } from '../../../domain/chat/local-text.ts';
import { figureName, type SaidFigure } from '../../../domain/supervision/figures.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import { findPart, partsOfPersonIn } from '../../directory/person-parts.ts';
import { askedFigures, taskTargets } from '../../directory/task-targets.ts';
import type { ProposalItem } from '../../proposals/items.ts';
import type { PressedButton } from '../apply-button.ts';
import { openProposalOf } from '../apply-proposal-button.ts';
import { refuseRow } from '../refuse-row.ts';
import { settleProposal } from '../settle-proposal.ts';
import type { Decision, RowContext } from '../types.ts';
import { extensionOf, figuresOf, isFilled, reportOf, type Line } from './form-lines.ts';

/**
 * 〔修改〕 filled in: the card's items as their author put them right, recorded at once. The words they came from stay
 * attached. An item that the form doesn't bring stays as it was proposed; where the workflow refuses, the card stays.
 */
export async function submitEdit(
  context: RowContext,
  pressed: PressedButton,
  { proposalId }: Extract<ButtonAct, { kind: 'edit' }>,
  lines: Line[],
): Promise<Decision> {
  const found = await openProposalOf(context, pressed, proposalId);
  if ('refused' in found) return found.refused;
  const { proposal, items } = found;
  const lineOf = (item: ProposalItem): Line | undefined =>
    lines.find(({ entityId, partId }) => entityId === item.entityId && partId === item.partId);
  if (!lines.some((line) => isFilled(line) || (line.reason ?? '').trim() !== ''))
    return refuseRow(context, { code: 'TEXT_EMPTY', planId: proposal.planId, onRecord: false });
  const { deps, person, row } = context;
  const parts = await partsOfPersonIn(deps.prisma, person.id, items, row.planAt);
  const targets = await taskTargets(deps.prisma, [proposal.planId]);
  const { zone } = await context.talk(proposal.planId);
  const saidOn = localDay(proposal.planAt.toISOString(), zone);
  const readings: Reading[] = [];
  for (const item of items) {
    const line = lineOf(item);
    const part = findPart(parts, item);
    const asked = part ? askedFigures(part, targets.get(item.entityId) ?? []) : [];
    readings.push(line ? await readingOf(context, proposal.planId, item, { line, asked, saidOn }) : item.reading);
  }
  return settleProposal(context, { pressed, proposal, items, readings, edited: true });
}

async function readingOf(
  context: RowContext,
  planId: string,
  { reading, correction }: ProposalItem,
  { line, asked, saidOn }: { line: Line; asked: AskedFigure[]; saidOn: LocalDate },
): Promise<Reading> {
  const words = (line.words ?? '').trim() || ('words' in reading ? reading.words : '');
  const reason = (line.reason ?? '').trim();
  switch (reading.kind) {
    case 'ask-extension': {
      const asked = { newDueOn: line.newDueOn || reading.newDueOn, beside: 0 };
      const filled = { ...line, words: reading.words, reason: reason || reading.reason };
      return (await extensionOf(context, planId, filled, asked)) ?? reading;
    }
    case 'roll-up':
    case 'coordination':
      return { ...reading, words };
    case 'dispute':
      return { ...reading, reason: reason || reading.reason };
    default: {
      if (reading.kind === 'claim-completion' && line.done)
        return { ...reading, words, figures: editedFigures(line, reading, asked), saidOn };
      const correct = correction === true || reading.kind === 'correction';
      const figures = editedFigures(line, reading, asked);
      return { ...reportOf({ ...line, correct }, figures, saidOn), words };
    }
  }
}

/** What the form shows takes the place of what was read of the same thing; all other figures stay as they were read. */
function editedFigures(line: Line, reading: Reading, asked: AskedFigure[]): SaidFigure[] {
  const read = ('figures' in reading ? reading.figures : undefined) ?? [];
  const shown = asked.filter((_, at) => line.figures?.[at] !== undefined);
  const isShown = ({ name, unit }: SaidFigure): boolean =>
    name !== null && shown.some((one) => figureName(one.name) === figureName(name) && one.unit === unit);
  const totals = figuresOf(line, asked);
  const isUnchanged = (figure: SaidFigure): boolean =>
    totals.some(({ name, unit, value }) =>
      read.some(
        (one) =>
          one.kind === 'total' &&
          one.value === value &&
          [one, figure].every(
            (each) => each.name !== null && figureName(each.name) === figureName(name ?? '') && each.unit === unit,
          ),
      ),
    );
  return [
    ...read.filter((figure) => !isShown(figure) || (figure.kind === 'increase' && isUnchanged(figure))),
    ...totals,
  ];
}
