import type { PlanTask } from '../types.ts';
import { orderDiffers } from './arrange.ts';
import type { Change, ChangeKind } from './types.ts';
import { listText } from './wording.ts';

export const UNIT_LISTS = ['leadUnits', 'responsibleUnits', 'otherUnits'] as const;
export type UnitList = (typeof UNIT_LISTS)[number];

const NAMES: Record<UnitList, string> = { leadUnits: '牵头单位', responsibleUnits: '责任单位', otherUnits: '其他单位' };

type Make = (field: string, kind: ChangeKind, sentence: string, was: string, now: string) => Change;

/** Units of one task that go from one list into another: lead becomes responsible, or the other way. */
export function roleMoves(old: PlanTask, now: PlanTask): { unit: string; from: UnitList; to: UnitList }[] {
  const listsOf = (task: PlanTask, unit: string): UnitList[] => UNIT_LISTS.filter((list) => task[list].includes(unit));
  const units = new Set(UNIT_LISTS.flatMap((list) => old[list]));
  return [...units].flatMap((unit) => {
    const [from, ...more] = listsOf(old, unit);
    const [to, ...others] = listsOf(now, unit);
    return from && to && from !== to && more.length + others.length === 0 ? [{ unit, from, to }] : [];
  });
}

/** Units in, out and changed in their part, and an order that says otherwise who comes first. */
export function unitChanges(old: PlanTask, now: PlanTask, label: string, change: Make): Change[] {
  const moves = roleMoves(old, now);
  const moved = new Set(moves.map(({ unit }) => unit));
  const roles = moves.map(({ unit, from, to }) =>
    change(
      `role:${unit}`,
      'unit-role',
      `${unit}在${label}中由${NAMES[from]}改为${NAMES[to]}。`,
      `${NAMES[from]}${unit}`,
      `${NAMES[to]}${unit}`,
    ),
  );
  const lists = UNIT_LISTS.flatMap((list) => {
    const gone = old[list].filter((unit) => !now[list].includes(unit) && !moved.has(unit));
    const come = now[list].filter((unit) => !old[list].includes(unit) && !moved.has(unit));
    const reordered = orderDiffers(old[list], now[list]);
    return [
      ...come.map((unit) =>
        change(`${list}+${unit}`, 'unit-in', `${label}增加${NAMES[list]}${unit}。`, '无', `${NAMES[list]}${unit}`),
      ),
      ...gone.map((unit) =>
        change(`${list}-${unit}`, 'unit-out', `${unit}不再是${label}的${NAMES[list]}。`, `${NAMES[list]}${unit}`, '无'),
      ),
      ...(reordered
        ? [
            change(
              `${list}.order`,
              'unit-order',
              `${label}的${NAMES[list]}次序调整。`,
              listText(old[list]),
              listText(now[list]),
            ),
          ]
        : []),
    ];
  });
  return [...roles, ...lists];
}
