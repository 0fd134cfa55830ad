import type { LocalDate } from '../plan/types.ts';
import { worstLight, type Light, type LightVerdict } from './lights.ts';
import { partLight, type Sight } from './part-light.ts';
import type { Part, PartRole, SupervisedState } from './types.ts';

export interface BoardTask {
  taskId: string;
  section: string | null;
  state: SupervisedState;
}

export interface BoardCell {
  unitId: string;
  partId: string;
  role: PartRole;
  light: Light;
  why: string;
  unconfirmed: boolean;
  contactId: string | null;
}

export interface BoardLine {
  taskId: string;
  no: string | null;
  section: string | null;
  title: string;
  dueOn: LocalDate | null;
  light: Light;
  why: string;
  label: string;
  cells: BoardCell[];
}

export interface BoardView extends Sight {
  /** Short name of a unit, for sentences about a task. */
  unitShort: (unitId: string) => string;
  /** A typed reply of this part awaits its author's confirmation. */
  isUnconfirmed: (entityId: string, partId: string) => boolean;
  contactOf: (unitId: string, taskId: string) => string | null;
  /** Of the sentences that say why; absent: Chinese. Labels stay, as the board's keys. */
  locale?: 'zh' | 'en';
}

const LABELS: Record<Light, string> = { red: '逾期', yellow: '滞后', blue: '临期', green: '正常', grey: '未启动' };

const NOT_CHOSEN = { zh: '选做任务,未选定。', en: 'Optional, not chosen.' };
const UNASSIGNED = { zh: '尚无承办单位,待办公室指定。', en: 'No unit yet, to be assigned by the office.' };

/** Units × tasks: a cell a part, a line's light the worst of its cells'. Cancelled tasks are not on it. */
export const board = (tasks: BoardTask[], view: BoardView): BoardLine[] =>
  tasks.filter(({ state }) => state.status !== 'cancelled').map((task) => line(task, view));

function line({ taskId, section, state }: BoardTask, view: BoardView): BoardLine {
  const seen = state.parts.map((part) => ({ part, verdict: partLight(state, part, view) }));
  const { light, why } = taskVerdict(state, seen, view);
  return {
    taskId,
    no: state.no,
    section,
    title: state.title,
    dueOn: state.dueOn,
    light,
    why,
    label: state.status === 'closed' ? '已办结' : LABELS[light],
    cells: seen.map(({ part, verdict }) => ({
      unitId: part.unitId,
      partId: part.id,
      role: part.role,
      light: verdict.light,
      why: verdict[view.locale ?? 'zh'],
      unconfirmed: view.isUnconfirmed(state.entityId, part.id),
      contactId: view.contactOf(part.unitId, taskId),
    })),
  };
}

function taskVerdict(
  state: SupervisedState,
  seen: { part: Part; verdict: LightVerdict }[],
  { unitShort, locale = 'zh' }: BoardView,
): { light: Light; why: string } {
  if (state.status === 'closed')
    return { light: 'green', why: locale === 'en' ? 'Accepted as complete.' : '已验收办结。' };
  if (seen.length === 0) return { light: 'grey', why: (state.optional ? NOT_CHOSEN : UNASSIGNED)[locale] };
  const light = worstLight(seen.map(({ verdict }) => verdict.light));
  const worst = seen.filter(({ verdict }) => verdict.light === light);
  const [first] = worst;
  if (!first) return { light, why: '' };
  if (light === 'green' || light === 'grey' || seen.length === 1) return { light, why: first.verdict[locale] };
  const unit = unitShort(first.part.unitId);
  if (locale === 'en') {
    const others = worst.length > 1 ? ` and ${worst.length - 1} more` : '';
    return { light, why: `${unit}${others}: ${first.verdict.en}` };
  }
  const others = worst.length > 1 ? `等${worst.length}个单位` : '';
  return { light, why: `${unit}${others}:${first.verdict.zh}` };
}

/** Tasks, not cells, by light. */
export function boardCounts(lines: readonly BoardLine[]): { overdue: number; behind: number; dueSoon: number } {
  const count = (light: Light): number => lines.filter((one) => one.light === light).length;
  return { overdue: count('red'), behind: count('yellow'), dueSoon: count('blue') };
}
