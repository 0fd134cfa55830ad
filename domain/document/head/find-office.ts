import type { Span } from '../types.ts';

const OFFICE =
  /(?:办公室|办事机构|专班)[^。;\n]{0,14}?(?:设(?:在|于)|挂靠(?:在|于)?)([^。;,、()\n]{2,20}?)(?=[。;,、()\n]|承担|负责|兼任|具体)/g;
const ORGAN = /(?:局|委|办|部|厅|院|会|室|中心|政府|所|处|司|公司)$/;

/** The unit in which the leading group's office stands, as the text says: 办公室设在X. */
export function findOfficeHost(simplified: string): Span | null {
  for (const found of simplified.matchAll(OFFICE)) {
    const host = found[1] ?? '';
    if (!ORGAN.test(host)) continue;
    const at = found.index + found[0].lastIndexOf(host);
    return { start: at, end: at + host.length };
  }
  return null;
}
