import type { Findings } from '../questions.ts';
import type { ResolvedUnit } from '../units/resolve-units.ts';
import type { Span } from '../types.ts';

/** Groups without members, organs that a reform has renamed or merged, the same organ at two levels. */
export function askUnits(
  { ask }: Findings,
  units: readonly ResolvedUnit[],
  placeOf: (name: string) => Span | null,
): void {
  units.forEach(({ unit, became, namesake }, at) => {
    const place = placeOf(unit.name);
    if (unit.kind === 'group')
      ask(
        {
          code: 'group-members',
          path: `/units/${at}/members`,
          text: `“${unit.name}”包括哪些单位?`,
          proposal: [],
          reason: '这是一组单位的统称,成员由办公室录入;录入前作为一个单位督办。',
          matters: false,
        },
        place,
      );
    if (became !== null)
      ask(
        {
          code: 'renamed-unit',
          path: `/units/${at}`,
          text: `“${unit.name}”现为哪个单位?`,
          proposal: became,
          reason: '机构改革后该类单位已更名或并入其他单位。',
          matters: false,
        },
        place,
      );
    if (namesake !== null)
      ask(
        {
          code: 'unknown-unit',
          path: `/units/${at}/aliases`,
          text: `“${unit.name}”与“${namesake}”是否为同一单位?`,
          proposal: false,
          reason: '名称相近而层级不同,暂作两个单位。',
          matters: false,
        },
        place,
      );
  });
}
