import type { PartRole } from '../supervision/types.ts';
import { readTarget } from './command-target.ts';

interface Nameable {
  id: string;
  name: string;
  short: string;
  aliases: string[];
}

export interface NamedUnit<U> {
  named: string;
  /** Several where the name is more than one unit's, or only a piece of theirs. */
  units: U[];
  /** null: none was said. */
  role: PartRole | null;
}

export interface NamedUnits<U> {
  units: NamedUnit<U>[];
  /** Every name in full. */
  exact: boolean;
  /** Words that name no unit. */
  left: string;
}

const AND = /^[\s,、;:,;:。]*(?:(?:由|交由|交给|给|以及|和|及|与|并)(?=.{2}))?[\s,、]*/;
const ROLE = /^(?:(牵头|主办)|(责任|配合|协办|参与))(?:单位)?[\s::是为由]*/;
/** 市公安局牵头: what follows a name without a break. */
const DOES = /^(?:(牵头|主办)|(配合|协办|参与)|承办|办理|负责)/;

/** 市公安局、市应急局, or 牵头市公安局,配合市应急局: units one after another, with what they are where that is said. */
export function namedUnits<U extends Nameable>(words: string, units: U[]): NamedUnits<U> {
  const found: NamedUnits<U> = { units: [], exact: true, left: words.replace(AND, '') };
  for (;;) {
    const [said = '', leads, helps] = ROLE.exec(found.left) ?? [];
    const rest = found.left.slice(said.length).replace(AND, '');
    const { unit, exact } = readTarget(rest, [], units);
    if (!unit) break;
    const after = rest.slice(rest.indexOf(unit.named) + unit.named.length);
    const [does = '', leadsToo, helpsToo] = DOES.exec(after) ?? [];
    found.exact &&= exact && unit.units.length === 1;
    found.units.push({ ...unit, role: (leads ?? leadsToo) ? 'lead' : (helps ?? helpsToo) ? 'responsible' : null });
    found.left = after.slice(does.length).replace(AND, '');
  }
  return { ...found, left: found.left.replace(/[。.]$/, '').trim() };
}
