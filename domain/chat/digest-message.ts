import type { Instant } from '../plan/types.ts';
import { catalogueFor, type Locale } from './catalogue/index.ts';
import type { Wording } from './catalogue/types.ts';
import { digestButtons } from './digest-buttons.ts';
import { isAsked } from './addressing.ts';
import { localDay } from './local-text.ts';
import type { NeutralMessage, PromptLineView } from './message.ts';
import { sectionsOf, type Section } from './sections.ts';

export interface DigestContext {
  /** The office's short name, which signs. */
  office: string;
  now: Instant;
  zone: string;
  locale?: Locale;
  /** The first try may have arrived (ambiguous send). */
  resent?: boolean;
}

/** All lists of one message together, so that it stays below Telegram's 4,096 characters. */
const LINES_IN_ALL = 36;

/**
 * One message to one person: a single kind in exactly policy.md's form, several kinds one after the other,
 * most urgent first. Throws RangeError without lines.
 */
export function digestMessage(lines: PromptLineView[], context: DigestContext): NeutralMessage {
  const words = catalogueFor(context.locale);
  const sections = sectionsOf(lines);
  const [first, ...others] = sections;
  if (!first) throw new RangeError('a digest without lines');
  const wording: Wording = {
    zone: context.zone,
    today: localDay(context.now, context.zone),
    oneUnit: new Set(lines.map(({ unit }) => unit)).size === 1,
    onePlan: new Set(lines.map(({ planTitle }) => planTitle)).size === 1,
    listMax: Math.max(2, Math.floor(LINES_IN_ALL / sections.length)),
  };
  const heading = (section: Section): string => words.headings[headingKey(section)];
  const text = others.slice(0, SECTIONS_SHOWN).flatMap((section) => {
    const [opening = '', ...rest] = words.section(section, wording);
    return [`${heading(section)}${opening}`, ...rest];
  });
  return {
    klass: 'digest',
    heading: heading(first),
    lines: [
      ...words.section(first, wording),
      ...text,
      ...(lines.some(({ provisional }) => provisional) ? [words.provisional] : []),
      ...(context.resent ? [words.resent] : []),
    ],
    buttons: digestButtons(sections, words),
    signature: context.office,
  };
}

/** Sections beyond these are told with their buttons alone; only a person of very many units comes near. */
const SECTIONS_SHOWN = 11;

function headingKey({ kind, relation }: Section): 'ask' | 'askReport' | Section['kind'] {
  if (!isAsked(relation)) return kind;
  if (kind === 'receipt') return 'ask';
  return kind === 'report' ? 'askReport' : kind;
}
