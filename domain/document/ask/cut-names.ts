import type { DraftOwner, DraftTask } from '../tasks/draft-task.ts';
import type { Span } from '../types.ts';
import { isUnitName } from '../units/unit-name.ts';

/** An owner that seems to be a piece of a name, with the whole name where one can be put together. */
export interface CutName {
  task: number;
  owner: DraftOwner;
  /** In the text, blanks included. */
  whole: Span;
}

/** Behind a blank, up to whatever ends a name; behind a new line, only up to a sign of a list. */
const REST = /^(?: +([\u4e00-\u9fff]{1,14}?)(?=[、,;。)〕】\n ]|$)|[ ]*\n\s*([\u4e00-\u9fff]{1,14}?)(?=[、,;。)〕】]))/;
const WORK = /单位|部门|牵头|责任|配合|完成|时限|负责|阶段/;
const LEVEL = /^(?:[省市县区镇乡州]|各|国|中|人民|税务|[一二三四五六七八九十]+$)/;

/** Owners that go on behind a blank or a new line, where the plan parts its units by signs. */
export function cutNames(simplified: string, tasks: readonly DraftTask[]): CutName[] {
  const all = tasks.flatMap(({ owners }) => owners);
  const known = new Map<string, number>();
  for (const { start, end } of all) {
    const name = simplified.slice(start, end);
    known.set(name, (known.get(name) ?? 0) + 1);
  }
  const bySigns = all.filter(({ end }) => /^\s*[、,;]/.test(simplified.slice(end, end + 4))).length;
  if (bySigns * 3 < all.length) return [];
  return tasks.flatMap(({ owners }, task) => {
    return owners.flatMap((owner): CutName[] => {
      const rest = REST.exec(simplified.slice(owner.end, owner.end + 40));
      const more = rest?.[1] ?? rest?.[2] ?? '';
      if (!rest || more === '' || WORK.test(more)) return [];
      const name = simplified.slice(owner.start, owner.end);
      const whole = known.has(name + more);
      if (!whole && ((known.get(more) ?? 0) > 1 || LEVEL.test(more) || !isUnitName(name + more))) return [];
      return [{ task, owner, whole: { start: owner.start, end: owner.end + rest[0].length } }];
    });
  });
}
