import type { BriefSection, BriefSentence } from '../../../api.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六'];

export const isByHand = ({ id }: BriefSentence): boolean => id.startsWith('hand/');

export const standing = ({ sentences }: BriefSection): BriefSentence[] => sentences.filter(({ dropped }) => !dropped);

/** 一、二、三 for the sections that say something, null for the others: as the printed brief counts them. */
export function sectionNumerals(sections: BriefSection[]): (string | null)[] {
  const filled = sections.filter((section) => standing(section).length > 0);
  return sections.map((section) => NUMERALS[filled.indexOf(section)] ?? null);
}
