import type { DraftTask } from '../tasks/draft-task.ts';
import { DIVISION_LABEL, OWNER_LABEL } from '../units/owner-words.ts';

const LABEL = new RegExp(`(?:^|[\\s。;(〔【])(${OWNER_LABEL}|${DIVISION_LABEL}) ?[:：]`, 'g');

/** Tasks whose text names its owners under the same label more than once: most likely several tasks. */
export function severalTasks(simplified: string, tasks: readonly DraftTask[]): number[] {
  return tasks.flatMap(({ whole }, at) => {
    const seen = new Set<string>();
    for (const [, label = ''] of simplified.slice(whole.start, whole.end).matchAll(LABEL)) {
      if (seen.has(label)) return [at];
      seen.add(label);
    }
    return [];
  });
}
