import type { Section } from '../outline-types.ts';
import { findOwners } from '../units/find-owners.ts';

/** Which sections print who does their work; asked often, found once. */
export interface SectionOwners {
  /** In its heading or its own text. */
  hasOwners: (section: Section) => boolean;
  /** There or anywhere below. */
  anyOwners: (section: Section) => boolean;
}

/** Heading and own text of a section, without what stands under its children. */
export const ownText = (simplified: string, { heading, body }: Section): string =>
  simplified.slice(heading.start, body.end);

/** The sections below which there are no others; itself, if it has none. */
export const leavesOf = (section: Section): Section[] =>
  section.children.length === 0 ? [section] : section.children.flatMap(leavesOf);

export function sectionOwners(simplified: string): SectionOwners {
  const known = new Map<Section, boolean>();
  const hasOwners = (section: Section): boolean => {
    const before = known.get(section);
    if (before !== undefined) return before;
    const found = findOwners(ownText(simplified, section)).owners.length > 0;
    known.set(section, found);
    return found;
  };
  const anyOwners = (section: Section): boolean => hasOwners(section) || section.children.some(anyOwners);
  return { hasOwners, anyOwners };
}
