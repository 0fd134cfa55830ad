import type { FormWords } from '../../domain/chat/catalogue/zh-forms.ts';
import type { FormField } from '../../domain/chat/form.ts';
import { itemName } from '../../domain/chat/item-label.ts';
import { localDay } from '../../domain/chat/local-text.ts';
import type { LocalDate } from '../../domain/plan/types.ts';
import { notExtendable } from '../../domain/supervision/ask-extension.ts';
import { findPart, isOpenPart, titleOf } from '../directory/person-parts.ts';
import type { PartRef } from '../parts-of-act.ts';
import { extensionTermsOf } from '../requests/terms-of.ts';
import type { DraftForm, FormContext } from './form-of-button.ts';

interface ExtensionSoFar {
  dueOn: LocalDate | null;
  newDueOn: LocalDate | null;
  reason: string | null;
  progress: number | null;
  lastProgress: number | null;
}

/** 申请延期. null: no extension is possible, which the press itself says with its reason. */
export async function extensionForm(context: FormContext, ref: PartRef): Promise<DraftForm | null> {
  const { deps, talk, words, personId } = context;
  const part = findPart(await context.parts(), ref);
  if (!part || !isOpenPart(part)) return null;
  const found = await extensionTermsOf(deps.prisma, {
    entityId: ref.entityId,
    partId: ref.partId,
    planId: part.planId,
    newDueOn: localDay(talk.now, talk.zone),
    at: talk.now,
    by: personId,
  });
  if (!found || found.terms.dueOn === null || notExtendable(found.state, found.part, talk.now, found.terms))
    return null;
  const nothing = { newDueOn: null, reason: null, progress: null };
  return {
    title: words.titles.extension,
    lines: [
      {
        entityId: ref.entityId,
        partId: ref.partId,
        label: itemName(part.no, titleOf(part)),
        fields: extensionFields(words, {
          ...nothing,
          dueOn: found.terms.dueOn,
          lastProgress: part.part.progress,
        }),
      },
    ],
  };
}

export function extensionFields(words: FormWords, so: ExtensionSoFar): FormField[] {
  const { labels, hints } = words;
  return [
    {
      name: 'newDueOn',
      label: labels.newDueOn,
      kind: 'date',
      value: so.newDueOn,
      required: true,
      ...(so.dueOn === null ? {} : { hint: hints.dueOn(so.dueOn) }),
    },
    { name: 'reason', label: labels.reason, kind: 'text', value: so.reason, required: true },
    {
      name: 'progress',
      label: labels.progress,
      kind: 'number',
      value: so.progress === null ? null : String(so.progress),
      required: false,
      ...(so.lastProgress === null ? {} : { hint: hints.last(`${so.lastProgress}%`) }),
    },
  ];
}
