import { isLocalDate } from '../../../domain/calendar/local-date.ts';
import type { LocalDate, PlanTask } from '../../../domain/plan/types.ts';
import { sameTitle, SUB_ITEMS_MAX } from '../../../domain/plan/sub-items.ts';
import { refusal, type Refusal } from '../../../domain/refusals.ts';
import { subItemDueRefusal } from '../../../domain/supervision/sub-items.ts';
import type { Task, Unit } from '../../../prisma/generated/client.ts';
import { unitByName } from '../find-part.ts';
import type { SubItem } from '../../../prisma/sub-items.ts';
import type { Breakable } from './find-breakable.ts';

/** One sub-item as somebody wants it. */
export interface SubItemAsked {
  title: string;
  /** Names, short names or aliases. */
  lead: string[];
  responsible: string[];
  /** null: as the task of which it is a piece. */
  dueOn: LocalDate | null;
}

export type Checked = { ok: true; facts: PlanTask; dueOn: LocalDate | null } | { ok: false; refused: Refusal };

type Within = Pick<Breakable, 'task' | 'units' | 'parentDue' | 'today'> & { subItems: SubItem[] };

const TITLE_MIN = 2;
const TITLE_MAX = 200;

/** Whether a sub-item may be added as it is asked for: its title, its units, its day. */
export function checkSubItem(asked: SubItemAsked, { task, units, parentDue, today, subItems }: Within): Checked {
  const no = (refused: Refusal): Checked => ({ ok: false, refused });
  const title = asked.title.trim();
  if (title.length < TITLE_MIN || title.length > TITLE_MAX)
    return no(refusal('INPUT_INVALID', { what: `请写明分解任务的内容(${TITLE_MIN}至${TITLE_MAX}个字)。` }));
  if (asked.dueOn !== null && !isLocalDate(asked.dueOn))
    return no(refusal('INPUT_INVALID', { what: `“${asked.dueOn.slice(0, 40)}”不是日期,请写作YYYY-MM-DD。` }));
  const late = subItemDueRefusal(asked.dueOn, { parentDue, today });
  if (late) return no(late);
  if (subItems.length >= SUB_ITEMS_MAX) return no(refusal('SUB_ITEM_MANY', { max: SUB_ITEMS_MAX }));
  const lead = named(asked.lead, units);
  if (!Array.isArray(lead)) return no(lead);
  const responsible = named(asked.responsible, units);
  if (!Array.isArray(responsible)) return no(responsible);
  const parent = task.facts as unknown as PlanTask;
  const facts: PlanTask = {
    no: null,
    section: task.section,
    title,
    leadUnits: lead,
    responsibleUnits: responsible.filter((name) => !lead.includes(name)),
    otherUnits: [],
    obligation: null,
    ...(parent.key === undefined ? {} : { key: parent.key }),
  };
  return { ok: true, facts, dueOn: asked.dueOn };
}

/** Units by their whole names; the first that the plan doesn't know, as a refusal. */
function named(wanted: string[], units: Unit[]): string[] | Refusal {
  const found: string[] = [];
  for (const name of wanted) {
    const unit = unitByName(units, name.trim());
    if (!unit) return refusal('UNIT_UNKNOWN', { unit: name.trim().slice(0, 80) });
    if (!found.includes(unit.name)) found.push(unit.name);
  }
  return found;
}

/** The sub-item that says the same, unless it was cancelled. */
export const knownAs = (subItems: SubItem[], title: string): Task | undefined =>
  subItems.find(({ row, state }) => state?.status !== 'cancelled' && sameTitle(row.title, title))?.row;
