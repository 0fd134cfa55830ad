import type { Part } from './segments.ts';
import { percentsIn } from './percents.ts';

/**
 * 三项分别完成58%、70%、46%: each task with its own share. Other parts stay as they are. `masked`: the prepared text
 * without its days.
 */
export function respectively(parts: Part[], masked: string): Part[] {
  const told: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] as Part;
    const end = runEnd(parts, at);
    const each =
      part.tasks.length > 1 && /分别/.test(part.clause.text) ? shared(part, parts[end] as Part, masked) : null;
    if (each) at = end;
    told.push(...(each ?? [part]));
  }
  return told;
}

/** The last of the clauses that 、 joins to this one. */
function runEnd(parts: Part[], at: number): number {
  let end = at;
  while (parts[end + 1]?.clause.before === '、' && parts[end + 1]?.clause.sentence === parts[at]?.clause.sentence)
    end += 1;
  return end;
}

function shared(part: Part, last: Part, masked: string): Part[] | null {
  const { start } = part.clause;
  const words = masked.slice(start, last.clause.end);
  const values = percentsIn(words);
  if (values.length !== part.tasks.length) return null;
  return part.tasks.map((task, own) => {
    const text = values.reduce(
      (left, value, at) =>
        at === own ? left : left.slice(0, value.start) + ' '.repeat(value.end - value.start) + left.slice(value.end),
      words.replace(/分别/g, '  ').replace(/[、和]/g, ' '),
    );
    return { ...part, tasks: [task], clause: { ...part.clause, end: last.clause.end, text } };
  });
}
