import type { ButtonAct } from './message.ts';

/** Where an act says of which parts it speaks: in its lines, its items, its own name of one, its proposal; or of none. */
type Place = 'lines' | 'items' | 'own' | 'proposal' | 'none';

export const PARTS_IN: Record<ButtonAct['kind'], Place> = {
  'fill-all': 'lines',
  'no-change-all': 'lines',
  'receipt-all': 'lines',
  which: 'lines',
  withdraw: 'items',
  confirm: 'proposal',
  edit: 'proposal',
  'keep-words': 'proposal',
  desk: 'none',
  'brief-text': 'none',
  'brief-sources': 'none',
  directive: 'none',
  acknowledge: 'none',
  'no-evidence': 'none',
  // A file answers no prompt: none is held for it.
  'file-evidence': 'none',
  'not-me': 'none',
  receipt: 'own',
  'no-change': 'own',
  'claim-completion': 'own',
  coordination: 'own',
  fill: 'own',
  explain: 'own',
  'unchanged-because': 'own',
  extension: 'own',
  dispute: 'own',
  'change-contact': 'own',
  'extension-drop': 'own',
  'roll-up': 'own',
  'choose-task': 'own',
  'data-later': 'own',
};
