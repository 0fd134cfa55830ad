import type { Today } from '../../../api.ts';
import type { Selection } from './selection.ts';

const URGENCY = ['red', 'yellow', 'blue', 'green', 'grey'];

/** What the page shows before anybody clicks: the most urgent part, a subordinate unit's share before a lead's. */
export function firstSelection(today: Today): Partial<Selection> {
  const cells = today.board.flatMap(({ taskId, cells: of }) => of.map((cell) => ({ taskId, cell })));
  const rank = ({ cell }: (typeof cells)[number]) => URGENCY.indexOf(cell.light) * 2 + (cell.role === 'lead' ? 1 : 0);
  const [first] = cells.sort((a, b) => rank(a) - rank(b));
  return first === undefined ? {} : { taskId: first.taskId, partId: first.cell.partId, unitId: first.cell.unitId };
}
