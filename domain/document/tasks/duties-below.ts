import type { Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { numberMark, type NumberMark } from '../outline/number-mark.ts';
import { labelledOwners, type Owner } from '../units/owner-list.ts';
import { FIELD_LINE } from '../units/owner-words.ts';
import { isUnitName } from '../units/unit-name.ts';

/** Who has the duties that stand below its name, and where they stand. Ranges of the text. */
export interface UnitDuties {
  owners: Owner[];
  /** The names as one heading. */
  heading: Span;
  duties: { whole: Span; mark: NumberMark | null }[];
}

/** 市X局:, 市X局主要职责:, 市X局负责:, 【市X局】: a line that names units and says no more. */
const NAMES_ALONE =
  /^(?:[【〔[]([^:。;】〕\]]{3,60})[】〕\]] ?:?|([^:。;]{3,60}?)(?:负责|(?:的?(?:主要|工作|具体)?(?:职责|任务|责任|分工)))? ?:)$/;
/** Without a colon only what can be nothing else, right above the first number. */
const BARE_NAMES =
  /^((?:省|市|州|县|区|镇|乡|各)[^:。;,]{2,40}(?:局|委|办|部|厅|院|署|政府|委员会|公司|支行|大队|支队|中心))$/;
/** The office of the work itself and those that it is about are no units with duties of their own. */
const NOT_IN_CHARGE = /(?:单位|部门|机构|成员|牵头人|领导小组|工作组|专班|指挥部|会议)$/;
/** A sign that stands for a number: —, ●. */
const BULLET = /^[—–•●◆■□▲★※*·-]{1,2} ?/;
const LONGEST_HEADING = 12;
/** One heading with a unit's name is a chance, two are a way to print. */
const LEAST_UNITS = 2;

interface Line extends Span {
  said: string;
  mark: NumberMark | null;
}

/** `市X局:` on a line of its own, again and again, and below each what that unit is to do. */
export function dutiesBelow(simplified: string): UnitDuties[] {
  const lines = linesOf(simplified).flatMap((line): Line[] => {
    const span = trimmed(simplified, line);
    const said = simplified.slice(span.start, span.end);
    return said === '' ? [] : [{ ...span, said, mark: numberMark(said) }];
  });
  const groups: UnitDuties[] = [];
  let head: Line | null = null;
  let style: string | null = null;
  for (const [at, line] of lines.entries()) {
    const owners = namesAlone(line, lines[at + 1]);
    const group = groups.at(-1);
    if (owners.length > 0) {
      groups.push({
        owners,
        heading: { start: owners[0]?.start ?? line.start, end: owners.at(-1)?.end ?? line.end },
        duties: [],
      });
      head = line;
      style = null;
    } else if (head && group && !endsDuties(line, head, style)) {
      const last = group.duties.at(-1);
      style ??= group.duties.length === 0 ? (line.mark?.style ?? null) : null;
      const begins = style === null || line.mark?.style === style;
      const signs = BULLET.exec(line.said)?.[0].length ?? 0;
      if (begins) group.duties.push({ whole: { start: line.start + signs, end: line.end }, mark: line.mark });
      else if (last) last.whole.end = line.end;
    } else head = null;
  }
  const filled = groups.filter(({ duties }) => duties.length > 0);
  return filled.length >= LEAST_UNITS ? filled : [];
}

function namesAlone({ start, said, mark }: Line, next: Line | undefined): Owner[] {
  const words = said.slice(mark?.length ?? 0);
  const bare = next?.mark?.value === 1 && next.mark.style !== mark?.style ? BARE_NAMES.exec(words) : null;
  const found = NAMES_ALONE.exec(words) ?? bare;
  const names = found?.[1] ?? found?.[2];
  if (names === undefined) return [];
  const from = start + said.length - words.length + words.indexOf(names);
  const owners = labelledOwners(names, 'responsible');
  return owners.every((owner) => {
    const name = names.slice(owner.start, owner.end);
    return isUnitName(name) && !NOT_IN_CHARGE.test(name);
  })
    ? owners.map((owner) => ({ ...owner, start: owner.start + from, end: owner.end + from }))
    : [];
}

/** A heading, a number of a higher kind, or the label of another field. */
function endsDuties({ said, mark }: Line, head: Line, style: string | null): boolean {
  if (mark)
    return mark.style === head.mark?.style || (mark.style === 'cn' && style !== 'cn') || mark.style === 'chapter';
  if (FIELD_LINE.test(said)) return true;
  return !/[。;]$/.test(said) && (style === null || said.length <= LONGEST_HEADING);
}
