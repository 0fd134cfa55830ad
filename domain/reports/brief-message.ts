import type { NeutralMessage } from '../chat/message.ts';
import { SECTION_HEADINGS } from './brief-title.ts';
import type { BriefSectionKey, StoredSection } from './types.ts';
import { clause } from './wording.ts';

export interface BriefForMessage {
  id: string;
  title: string;
  office: string;
  spanText: string;
  sections: StoredSection[];
}

/** Characters of message 8: below Telegram's 4,096 by far, and read on a phone without scrolling twice. */
export const BRIEF_MESSAGE_MAX = 1_500;

const SHOWN: BriefSectionKey[] = ['overall', 'changes', 'decide', 'next'];
/** What stays when there is too much: the counts, what asks for a decision, then the rest in its order. */
const KEPT_FIRST: BriefSectionKey[] = ['overall', 'decide', 'changes', 'next'];
const MORE = '余见全文';

/** Message 8 to the leaders: cut by whole sentences, with 余见全文 where any is left out. */
export function briefMessage(brief: BriefForMessage): NeutralMessage {
  const heading = `【${brief.title}】`;
  const kept = fitting(brief, BRIEF_MESSAGE_MAX - heading.length - brief.spanText.length - brief.office.length - 2);
  return {
    klass: 'notice',
    heading,
    lines: [brief.spanText, ...SHOWN.flatMap((key) => line(brief, key, kept))],
    buttons: [
      { label: '查看全文', act: { kind: 'brief-text', briefId: brief.id }, style: 'primary' },
      { label: '查看依据', act: { kind: 'brief-sources', briefId: brief.id } },
      { label: '作出批示', act: { kind: 'directive', briefId: brief.id } },
    ],
    signature: brief.office,
  };
}

const sentencesOf = ({ sections }: BriefForMessage, key: BriefSectionKey) =>
  sections.find((section) => section.key === key)?.sentences.filter(({ dropped }) => !dropped) ?? [];

/** Ids of the sentences that fit, whole. A sentence that doesn't fit ends its section. */
function fitting(brief: BriefForMessage, room: number): Set<string> {
  const kept = new Set<string>();
  let left = room;
  for (const key of KEPT_FIRST) {
    // Heading, line break and 余见全文 are counted as if needed.
    left -= SECTION_HEADINGS[key].length + MORE.length + 3;
    for (const { id, text } of sentencesOf(brief, key)) {
      const length = text.length + 5;
      if (length > left) break;
      left -= length;
      kept.add(id);
    }
  }
  return kept;
}

/** 变化:①……〔据〕;②……〔据〕。 */
function line(brief: BriefForMessage, key: BriefSectionKey, kept: ReadonlySet<string>): string[] {
  const all = sentencesOf(brief, key);
  if (all.length === 0) return [];
  const shown = all.filter(({ id }) => kept.has(id));
  const source = key === 'changes' ? '〔据〕' : '';
  const numbered = shown.map(
    ({ text }, at) => `${shown.length > 1 && key !== 'overall' ? numeral(at + 1) : ''}${clause(text)}${source}`,
  );
  const rest = shown.length < all.length ? [MORE] : [];
  return [`${SECTION_HEADINGS[key]}:${[...numbered, ...rest].join(';')}。`];
}

/** ① to ⑳, then (21). */
const numeral = (n: number): string => (n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : `(${n})`);
