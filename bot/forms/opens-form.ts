import type { FormWords } from '../../domain/chat/catalogue/zh-forms.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { deskFields } from './desk-form.ts';

const KINDS: readonly ButtonAct['kind'][] = [
  'fill',
  'fill-all',
  'edit',
  'extension',
  'explain',
  'dispute',
  'change-contact',
  'coordination',
  'unchanged-because',
  'directive',
];

/** May a button open a form at all? Whether it does now, `formOfButton` says. */
export const opensForm = (act: ButtonAct, words: FormWords): boolean =>
  act.kind === 'desk' ? deskFields(words, act.act) !== null : KINDS.includes(act.kind);
