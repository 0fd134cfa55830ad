import type { Element } from 'domhandler';
import { DocumentRefused } from './refusals.ts';
import { attributeOf, childrenOf, parseXml } from './xml.ts';
import type { Zip } from './zip.ts';

const CONTENT_TYPES = '[Content_Types].xml';

/** Part of the package that its root names as the document; null where it names none. */
export function mainPart(zip: Zip): string | null {
  const target = relationsOf(zip, '_rels/.rels').find(({ type }) => type.endsWith('/officeDocument'))?.target;
  return target ? target.replace(/^\//, '') : null;
}

/** Refuses macros, and whatever would be fetched or run when the file is opened in an office program. */
export function refuseActiveContent(zip: Zip): void {
  if (zip.names.some((name) => /(^|\/)vba(Project|Data)[^/]*\.(bin|xml)$/i.test(name)))
    throw new DocumentRefused('DOCUMENT_MACRO');
  if (partTypes(zip).some(({ type }) => /macroEnabled|vbaProject/i.test(type)))
    throw new DocumentRefused('DOCUMENT_MACRO');
  for (const part of zip.names.filter((name) => name.endsWith('.rels'))) {
    const relations = relationsOf(zip, part);
    if (relations.some(({ type }) => type.endsWith('/vbaProject'))) throw new DocumentRefused('DOCUMENT_MACRO');
    if (relations.some(isReachingOut)) throw new DocumentRefused('DOCUMENT_EXTERNAL');
  }
}

/** The parts that the package names with a type of their own. */
export function partTypes(zip: Zip): { part: string; type: string }[] {
  const bytes = zip.read(CONTENT_TYPES);
  return childrenOf(bytes && parseXml(bytes), 'Override').map((element) => ({
    part: (attributeOf(element, 'PartName') ?? '').replace(/^\//, ''),
    type: attributeOf(element, 'ContentType') ?? '',
  }));
}

interface Relation {
  type: string;
  target: string;
  external: boolean;
}

export function relationsOf(zip: Zip, part: string): Relation[] {
  const bytes = zip.read(part);
  const root: Element | null = bytes && parseXml(bytes);
  if (!root) return [];
  return childrenOf(root, 'Relationship').map((element) => ({
    type: attributeOf(element, 'Type') ?? '',
    target: attributeOf(element, 'Target') ?? '',
    external: attributeOf(element, 'TargetMode')?.toLowerCase() === 'external',
  }));
}

/** A hyperlink waits for a click. A template on the author's own disk is what Word writes by itself. */
function isReachingOut({ type, target, external }: Relation): boolean {
  if (!external || type.endsWith('/hyperlink')) return false;
  return !(type.endsWith('/attachedTemplate') && /^(file:\/\/\/)?[a-z]:[\\/]/i.test(decodeTarget(target)));
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
