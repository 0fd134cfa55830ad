import type { PlanPhase } from '../types.ts';
import type { Change, ChangeKind } from './types.ts';
import { listText, quoted, spanText } from './wording.ts';

/** Phases are told by their kind. Ids: `phase.inspection.dates`. */
export function phaseChanges(old: readonly PlanPhase[], now: readonly PlanPhase[]): Change[] {
  const change = (phase: PlanPhase, field: string, kind: ChangeKind, said: [string, string | null, string | null]) => ({
    id: `phase.${phase.kind}.${field}`,
    kind,
    sentence: said[0],
    was: said[1],
    now: said[2],
    touches: { what: 'phase' as const, kind: phase.kind },
    doubtful: false,
  });
  const kept = old.flatMap((was) => {
    const is = now.find(({ kind }) => kind === was.kind);
    if (!is)
      return [
        change(was, 'removed', 'phase-removed', [
          `新版不再列${quoted(was.name)}。`,
          `${was.name},${spanText(was)}`,
          null,
        ]),
      ];
    const found: Change[] = [];
    if (datesDiffer(was, is)) {
      const said = `${quoted(was.name)}由${spanText(was)}改为${spanText(is)}。`;
      found.push(change(was, 'dates', 'phase-dates', [said, spanText(was), spanText(is)]));
    }
    if (was.name !== is.name)
      found.push(change(was, 'name', 'phase-text', [`${quoted(was.name)}改称${quoted(is.name)}。`, was.name, is.name]));
    if (was.duties.join('\n') !== is.duties.join('\n'))
      found.push(
        change(was, 'duties', 'phase-text', [
          `${quoted(was.name)}的工作内容有调整。`,
          listText(was.duties),
          listText(is.duties),
        ]),
      );
    return found;
  });
  const added = now
    .filter(({ kind }) => !old.some((was) => was.kind === kind))
    .map((is) =>
      change(is, 'added', 'phase-added', [`新版增列${quoted(is.name)}。`, null, `${is.name},${spanText(is)}`]),
    );
  return [...kept, ...added];
}

const datesDiffer = (a: PlanPhase, b: PlanPhase): boolean =>
  a.start !== b.start || a.end !== b.end || (a.proposed ?? false) !== (b.proposed ?? false);
