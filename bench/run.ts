// npm run bench -- [--only B10]… [--rounds N]: both arms of a row A B B A, medians with a 95 % interval; non-zero where a goal is missed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../setup/environment.ts';
import type { BenchResult, Figure, Timed } from './row.ts';
import { replyPath } from './rows/b1-reply-path.ts';
import { latency } from './rows/b2-latency.ts';
import { fanOut } from './rows/b3-fan-out.ts';
import { actions } from './rows/b4-actions.ts';
import { documentToDraft } from './rows/b10-document-to-draft.ts';

const rows = [replyPath, latency, fanOut, actions, documentToDraft];
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, rounds: { type: 'string', default: '5' } },
});
const chosen = rows.filter(({ id }) => values.only?.includes(id) ?? true);
if (chosen.length === 0) {
  console.error(`There is no row ${values.only?.join(', ')}: choose from ${rows.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}
const rounds = Math.max(5, Number(values.rounds));

const figures = (of: Timed | Figure): string => ('value' in of ? `${of.value} ${of.unit}` : times(of));
const times = ({ ms, cpuMs }: Timed) =>
  `${ms.median.toFixed(2)} ms (${ms.low.toFixed(2)}–${ms.high.toFixed(2)})${cpuMs ? `, CPU ${cpuMs.median.toFixed(2)} ms, ${(1000 / ms.median).toFixed(0)}/s` : ''}`;

const middle = (of: Timed | Figure): number => ('value' in of ? of.value : of.ms.median);

const results: (BenchResult & { row: string; ratio: number })[] = [];
for (const { id, run } of chosen) {
  for (const result of await run(rounds)) {
    const ratio = result.ratio ?? middle(result.ours) / middle(result.against);
    results.push({ row: id, ...result, ratio });
    console.log(`${result.met ? '✓' : '✗'} ${id} ${result.what}: goal ${result.goal}${result.met ? '' : ' FAILED'}`);
    console.log(`    ours            ${figures(result.ours)}`);
    console.log(`    ${result.than}  ${figures(result.against)}`);
    console.log(`    ratio           ${ratio.toFixed(2)}`);
    for (const note of result.notes ?? []) console.log(`    ${note}`);
  }
}
const folder = join(projectRoot, 'bench/results');
mkdirSync(folder, { recursive: true });
const date = new Date().toISOString().replace(/[:.]/g, '-');
writeFileSync(join(folder, `${date}.json`), `${JSON.stringify({ date, rounds, results }, null, 2)}\n`);
process.exit(results.every(({ met }) => met) ? 0 : 1);
