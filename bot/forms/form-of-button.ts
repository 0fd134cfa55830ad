import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { FormWords } from '../../domain/chat/catalogue/zh-forms.ts';
import type { FormLine, FormView } from '../../domain/chat/form.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Address } from '../../domain/chat/port.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import { partsOfPerson, type PersonPart } from '../directory/person-parts.ts';
import { resolvePerson } from '../directory/resolve-person.ts';
import type { PlanTalk } from '../dispatch/types.ts';
import { planTalk } from '../plan-talk.ts';
import { deskForm } from './desk-form.ts';
import { editForm } from './edit-form.ts';
import { extensionForm } from './extension-form.ts';
import { fillForm } from './fill-form.ts';
import { usableButton, type PressedButton } from './usable-button.ts';
import { wordsForm } from './words-form.ts';

export interface FormDeps {
  prisma: PrismaClient;
  clock: PlanClock;
}

/** What every form is made from. */
export interface FormContext {
  deps: FormDeps;
  pressed: PressedButton;
  personId: string;
  talk: PlanTalk;
  words: FormWords;
  /** All that this person answers for now. */
  parts(): Promise<PersonPart[]>;
}

/** A form before it knows its button. */
export interface DraftForm {
  title: string;
  lines: FormLine[];
  note?: string;
  reports?: true;
}

/**
 * The form that this button opens for whoever presses it at this address. null: it needs none, is used up, or is
 * another person's; the press then goes on as any other, and is refused or answered there. Nothing is recorded here.
 */
export async function formOfButton(
  deps: FormDeps,
  { buttonId, address }: { buttonId: string; address: Address },
): Promise<FormView | null> {
  const personId = await resolvePerson(deps.prisma, address);
  if (personId === null) return null;
  const { pressed, unusable } = await usableButton(deps.prisma, buttonId, personId);
  if (!pressed || unusable) return null;
  const talk = await planTalk(deps.prisma, deps.clock, pressed.delivery.planId, personId);
  const { forms: words } = catalogueFor(talk.locale);
  const context: FormContext = {
    deps,
    pressed,
    personId,
    talk,
    words,
    parts: () => partsOfPerson(deps.prisma, personId, new Date(talk.now)),
  };
  const draft = await draftOf(context, pressed.act as unknown as ButtonAct);
  return draft && draft.lines.length > 0
    ? { submit: words.submit, buttonId, ...(talk.locale === 'en' ? { locale: talk.locale } : {}), ...draft }
    : null;
}

async function draftOf(context: FormContext, act: ButtonAct): Promise<DraftForm | null> {
  switch (act.kind) {
    case 'fill':
    case 'fill-all':
      return fillForm(context, 'lines' in act ? act.lines : [act]);
    case 'edit':
      return editForm(context, act.proposalId);
    case 'extension':
      return extensionForm(context, act);
    case 'explain':
    case 'dispute':
    case 'change-contact':
    case 'coordination':
    case 'unchanged-because':
      return wordsForm(context, act);
    case 'desk':
      return deskForm(context, act.act);
    case 'directive':
      return {
        title: context.words.titles.directive,
        lines: [
          {
            entityId: '',
            partId: '',
            label: context.words.titles.directive,
            fields: [
              { name: 'words', label: context.words.labels.directive, kind: 'text', value: null, required: true },
            ],
          },
        ],
      };
    default:
      return null;
  }
}
