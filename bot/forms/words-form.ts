import { assertNever } from '../../domain/assert-never.ts';
import type { FormWords } from '../../domain/chat/catalogue/zh-forms.ts';
import type { FormField } from '../../domain/chat/form.ts';
import { itemName } from '../../domain/chat/item-label.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { findPart, isOpenPart, titleOf } from '../directory/person-parts.ts';
import type { DraftForm, FormContext } from './form-of-button.ts';

export type WordsAct = Extract<
  ButtonAct,
  { kind: 'explain' | 'dispute' | 'change-contact' | 'coordination' | 'unchanged-because' }
>;

/** Buttons that ask a unit for words about one part. null: the part takes none any more. */
export async function wordsForm(context: FormContext, act: WordsAct): Promise<DraftForm | null> {
  const part = findPart(await context.parts(), act);
  if (!part || !isOpenPart(part)) return null;
  const { title, fields } = asked(context.words, act.kind);
  return {
    title,
    lines: [{ entityId: act.entityId, partId: act.partId, label: itemName(part.no, titleOf(part)), fields }],
  };
}

function asked({ titles, labels }: FormWords, kind: WordsAct['kind']): { title: string; fields: FormField[] } {
  const text = (name: 'reason' | 'words', label: string): FormField => ({
    name,
    label,
    kind: 'text',
    value: null,
    required: true,
  });
  switch (kind) {
    case 'explain':
      return {
        title: titles.explain,
        fields: [
          text('reason', labels.whyNot),
          { name: 'expectedOn', label: labels.reportBy, kind: 'date', value: null, required: false },
        ],
      };
    case 'dispute':
      return { title: titles.dispute, fields: [text('reason', labels.reason)] };
    case 'change-contact':
      return { title: titles.contact, fields: [text('words', labels.contact)] };
    case 'coordination':
      return { title: titles.coordination, fields: [text('words', labels.coordination)] };
    case 'unchanged-because':
      return { title: titles.unchanged, fields: [text('reason', labels.reason)] };
    default:
      return assertNever(kind);
  }
}
