import { fieldsAllowed, type FormField } from '../../domain/chat/form.ts';
import { itemName } from '../../domain/chat/item-label.ts';
import { localDay } from '../../domain/chat/local-text.ts';
import { reportFields } from '../../domain/chat/report-fields.ts';
import type { TaskTarget } from '../../domain/plan/targets-of-task.ts';
import { figureName } from '../../domain/supervision/figures.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import { findPart, type PersonPart } from '../directory/person-parts.ts';
import { askedFigures, taskTargets } from '../directory/task-targets.ts';
import { parseProposalItems, type ProposalItem } from '../proposals/items.ts';
import { extensionFields } from './extension-form.ts';
import type { DraftForm, FormContext } from './form-of-button.ts';

/** A modal's text field takes no more than this. */
const TEXT_MAX = 3_000;

/** 〔修改〕: the card's items with what was read, to be put right. null: the card is settled. */
export async function editForm(context: FormContext, proposalId: string): Promise<DraftForm | null> {
  const { deps, words } = context;
  const proposal = await deps.prisma.proposal.findUnique({ where: { id: proposalId } });
  if (!proposal || proposal.status !== 'open') return null;
  const items = parseProposalItems(proposal.items);
  const parts = await context.parts();
  const targets = await taskTargets(deps.prisma, [proposal.planId]);
  const max = fieldsAllowed(items.length);
  const [first] = items;
  if (first?.reading.kind === 'roll-up' && first.reading.words.length > TEXT_MAX) return null;
  return {
    title: first?.reading.kind === 'roll-up' ? words.titles.rollUp : words.titles.edit,
    lines: items.map((item) => ({
      entityId: item.entityId,
      partId: item.partId,
      label: itemName(item.no, item.title),
      fields: fieldsOf(context, item, findPart(parts, item), targets.get(item.entityId) ?? []).slice(0, max),
    })),
  };
}

function fieldsOf(
  { words, talk }: FormContext,
  { reading, progressBefore }: ProposalItem,
  part: PersonPart | undefined,
  targets: TaskTarget[],
): FormField[] {
  switch (reading.kind) {
    case 'ask-extension':
      return extensionFields(words, {
        dueOn: reading.terms.dueOn,
        newDueOn: reading.newDueOn,
        reason: reading.reason,
        progress: reading.progress ?? null,
        lastProgress: progressBefore,
      });
    case 'roll-up':
      return [{ name: 'words', label: words.labels.rollUp, kind: 'text', value: reading.words, required: true }];
    case 'coordination':
      return [
        { name: 'words', label: words.labels.coordination, kind: 'text', value: cut(reading.words), required: true },
      ];
    case 'dispute':
      return [{ name: 'reason', label: words.labels.reason, kind: 'text', value: cut(reading.reason), required: true }];
    default: {
      const said = reading.kind === 'report' || reading.kind === 'correction' ? reading : null;
      return reportFields(
        {
          progress: said?.progress ?? null,
          lastProgress: progressBefore,
          words: 'words' in reading ? cut(reading.words) : null,
          blocker: said?.blocker ?? null,
          expectedOn: said?.expectedOn ?? null,
          today: localDay(talk.now, talk.zone),
          done: reading.kind === 'claim-completion' || said?.done === true,
          figures: part
            ? askedFigures(part, targets).map((asked) => ({ ...asked, value: totalOf(reading, asked) }))
            : [],
        },
        words,
        Number.MAX_SAFE_INTEGER,
      );
    }
  }
}

/** The total as it was read; of a figure with neither mark, that value. */
const totalOf = (reading: Reading, { name, unit }: { name: string; unit: string }): number | null =>
  (('figures' in reading ? reading.figures : undefined) ?? []).find(
    (one) =>
      one.kind !== 'increase' && one.name !== null && figureName(one.name) === figureName(name) && one.unit === unit,
  )?.value ?? null;

const cut = (text: string): string => text.slice(0, TEXT_MAX).replace(/[\uD800-\uDBFF]$/, '');
