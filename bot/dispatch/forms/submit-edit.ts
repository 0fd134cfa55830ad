import type { ButtonAct } from '../../../domain/chat/message.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import type { ProposalItem } from '../../proposals/items.ts';
import type { PressedButton } from '../apply-button.ts';
import { openProposalOf } from '../apply-proposal-button.ts';
import { refuseRow } from '../refuse-row.ts';
import { settleProposal } from '../settle-proposal.ts';
import type { Decision, RowContext } from '../types.ts';
import { extensionOf, isFilled, reportOf, type Line } from './form-lines.ts';

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
  const readings: Reading[] = [];
  for (const item of items) {
    const line = lineOf(item);
    readings.push(line ? await readingOf(context, proposal.planId, item, line) : item.reading);
  }
  return settleProposal(context, { pressed, proposal, items, readings, edited: true });
}

async function readingOf(
  context: RowContext,
  planId: string,
  { reading, correction }: ProposalItem,
  line: Line,
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
      if (reading.kind === 'claim-completion' && line.done) return { ...reading, words };
      const correct = correction === true || reading.kind === 'correction';
      return { ...reportOf({ ...line, correct }), words };
    }
  }
}
