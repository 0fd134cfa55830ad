import { isAsked } from './addressing.ts';
import type { ButtonKey, Catalogue } from './catalogue/types.ts';
import type { Button, ButtonAct, LineRef, PromptLineView, SingleAct } from './message.ts';
import type { Section } from './sections.ts';

interface Offer {
  key: ButtonKey;
  act: SingleAct;
  refs: LineRef[];
  /** Asks which line is meant, where there are several. */
  each?: boolean;
}

/** Slack's actions block takes 25, Telegram's rows stay readable below 9. */
const BUTTONS_MAX = 8;

/** Each section's buttons (policy.md); the same button of several sections becomes one for all their lines. */
export function digestButtons(sections: Section[], words: Catalogue): Button[] {
  const merged = new Map<ButtonKey, Offer>();
  for (const offer of sections.flatMap(offers)) {
    const known = merged.get(offer.key);
    if (known) known.refs.push(...offer.refs);
    else merged.set(offer.key, { ...offer, refs: [...offer.refs] });
  }
  return [...merged.values()]
    .slice(0, BUTTONS_MAX)
    .map((offer, index) => button({ ...offer, refs: distinct(offer.refs) }, words, index === 0));
}

function offers({ kind, relation, lines }: Section): Offer[] {
  const offer = (key: ButtonKey, act: SingleAct, of: PromptLineView[] = lines): Offer[] =>
    of.length === 0 ? [] : [{ key, act, refs: of.map(refOf) }];
  const each = (key: ButtonKey, act: SingleAct): Offer[] =>
    lines.length > 1 ? offer(key, act).map((one) => ({ ...one, each: true })) : [];
  const receipts = lines.filter(({ duty }) => duty === 'receipt');
  const reports = lines.filter(({ duty }) => duty !== 'receipt');
  const completions = lines.filter(({ duty }) => duty === 'completion');
  const asked = isAsked(relation);
  const ready = lines.filter(({ rollUp }) => rollUp?.ready === true);
  switch (kind) {
    case 'receipt':
      return asked
        ? [
            ...offer('received', 'receipt'),
            ...offer('talk', 'coordination'),
            ...offer('changeContact', 'change-contact'),
          ]
        : [
            ...offer('receipt', 'receipt'),
            ...each('receiptEach', 'receipt'),
            ...offer('dispute', 'dispute'),
            ...offer('changeContact', 'change-contact'),
          ];
    case 'report': {
      const known = lines.filter(({ progress, lastWords }) => progress !== null || lastWords !== null);
      return [
        ...offer('fillAll', 'fill'),
        ...offer('noChange', 'no-change', known),
        ...offer('rollUp', 'roll-up', ready),
        ...offer('claim', 'claim-completion'),
        ...offer('coordination', 'coordination'),
      ];
    }
    case 'due':
      return [
        ...offer('fillAll', 'fill'),
        ...offer('claim', 'claim-completion'),
        ...offer(asked ? 'talk' : 'extension', asked ? 'coordination' : 'extension'),
      ];
    default:
      return [
        ...offer('fillNow', 'fill', reports),
        ...offer(asked ? 'received' : 'receipt', 'receipt', receipts),
        ...offer('explain', 'explain'),
        ...offer('rollUp', 'roll-up', ready),
        ...offer('claim', 'claim-completion', completions),
        ...offer(asked ? 'talk' : 'coordination', 'coordination'),
      ];
  }
}

const refOf = ({ entityId, partId, duty, cycle }: PromptLineView): LineRef => ({ entityId, partId, duty, cycle });

/** One part owes several duties at times; a button that isn't about one of them names the part once. */
function distinct(refs: LineRef[]): LineRef[] {
  return [...new Map(refs.map((ref) => [`${ref.entityId}|${ref.partId}`, ref])).values()];
}

function button({ key, act, refs, each = false }: Offer, words: Catalogue, first: boolean): Button {
  const label = words.buttons[key === 'receipt' && refs.length > 1 ? 'receiptAll' : key];
  return {
    label,
    act: each && refs.length > 1 ? { kind: 'which', next: act, lines: refs } : actOf(act, refs),
    ...(first ? { style: 'primary' as const } : {}),
  };
}

function actOf(act: SingleAct, refs: LineRef[]): ButtonAct {
  const [ref] = refs;
  if (!ref) throw new RangeError('a button without lines');
  // A contact is the unit's, whichever line it was asked under.
  if (refs.length === 1 || act === 'change-contact') return { kind: act, ...ref };
  switch (act) {
    case 'fill':
      return { kind: 'fill-all', lines: refs };
    case 'no-change':
      return { kind: 'no-change-all', lines: refs };
    case 'receipt':
      return { kind: 'receipt-all', lines: refs };
    default:
      return { kind: 'which', next: act, lines: refs };
  }
}
